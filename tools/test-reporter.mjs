// A reporter for node:test: a line per file, failures in full, and the counts as JSON for the script that sums up.
import { writeFileSync } from "node:fs";
import { relative } from "node:path";

// oxlint-disable-next-line import/no-default-export -- node:test asks for one
export default async function* report(source) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const files = new Map();
  for await (const { type, data } of source) {
    if (type === "test:diagnostic" || type === "test:stderr" || type === "test:stdout") {
      if (type !== "test:diagnostic") yield data.message;
      continue;
    }
    if (type !== "test:pass" && type !== "test:fail") continue;
    if (data.details?.type === "suite" && type === "test:pass") continue;
    if (data.details?.error?.failureType === "subtestsFailed") continue;
    const isFile = data.nesting === 0 && data.file !== undefined && data.name === data.file;
    if (isFile && type === "test:pass") continue;
    const outcome = data.skip !== undefined ? "skipped" : type === "test:pass" ? "passed" : "failed";
    counts[outcome]++;
    const file = relative(process.cwd(), data.file ?? "");
    files.set(file, (files.get(file) ?? 0) + 1);
    if (outcome === "skipped")
      yield `skipped: ${file}: ${data.name}${typeof data.skip === "string" ? `: ${data.skip}` : ""}\n`;
    if (outcome === "failed") yield failure(file, data);
  }
  for (const [file, tests] of [...files].sort()) yield `${String(tests).padStart(4)} ${file}\n`;
  if (process.env.CASTELLAN_TEST_COUNTS) writeFileSync(process.env.CASTELLAN_TEST_COUNTS, JSON.stringify(counts));
}

function failure(file, { name, details, line }) {
  const error = details?.error;
  const cause = error?.cause ?? error;
  return `FAILED ${file}:${line ?? ""} ${name}\n${indent(cause?.stack ?? String(cause))}\n`;
}

const indent = (text) => text.replace(/^/gm, "    ");
