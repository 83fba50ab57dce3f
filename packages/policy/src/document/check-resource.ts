import { splitArnPattern } from "../pattern/arn-pattern.ts";
import { report, type Reading } from "./fault-list.ts";
import { kindRules } from "./kind-rules.ts";
import { iamPaths } from "./malformation.ts";
import { isOrdinary, ordinaryElement, ordinaryResource } from "./ordinary-element.ts";
import type { ResourceElement, Text } from "./policy-node.ts";

const partition = /^(\*|aws(-[a-z]+)*)$/;
/** Parts of IAM ARNs that policies name beside the ones in AWS's message. */
const furtherIamPaths = ["root", "u2f/", "delegation-request/"];

/** Checks `Resource` or `NotResource` in a kind of policy where it must hold ARNs. */
export function checkResources(reading: Reading, element: ResourceElement): void {
  if (isOrdinary(reading.source.text, element, ordinary)) return;
  for (const pattern of element.patterns) checkResource(reading, pattern);
}

const ordinary = ordinaryElement("Resource", ordinaryResource);

function checkResource(reading: Reading, pattern: Text): void {
  const text = pattern.value;
  if (text === "*") return;
  const fields = splitArnPattern(text);
  if (fields.length < 2) {
    const help = 'write an ARN, or `"*"` for all';
    return report(reading, "resourceNotArn", pattern, { message: `\`${text}\` is not an ARN`, help, quoted: text });
  }
  if (fields[0] !== "arn" || !partition.test(fields[1] ?? "")) {
    const message =
      fields[0] === "arn" ? `\`${fields[1]}\` is not a partition` : `\`${text}\` does not begin with \`arn:\``;
    return report(reading, "resourcePartition", pattern, {
      message,
      help: "an ARN begins with `arn:aws:`",
      quoted: text,
    });
  }
  if (isOpenVendor(reading, fields))
    return report(reading, "resourceVendor", pattern, {
      message: `\`${text}\` leaves the service open`,
      help: "name the service: `arn:aws:s3:…`",
    });
  checkFields(reading, pattern, fields);
  checkRegion(reading, pattern, fields);
  if (fields[2] === "iam" && fields.length > 3) checkIamPath(reading, pattern, fields[5] ?? "*");
}

function isOpenVendor(reading: Reading, fields: readonly string[]): boolean {
  return fields.length === 2 || (kindRules[reading.kind].dialect === "iam" && /[*?]/.test(fields[2] ?? ""));
}

function checkFields(reading: Reading, pattern: Text, fields: readonly string[]): void {
  const rule = kindRules[reading.kind].incompleteArn;
  const complete = fields.length === 6 && fields[2] !== "";
  if (
    complete ||
    (rule === "expand" && !fields.includes("")) ||
    (rule === "expandIfWildcard" && /[*?]$/.test(pattern.value))
  )
    return;
  const message = fields.length < 6 ? `has ${fields.length} of the six fields of an ARN` : "names no service";
  const help = "an ARN is `arn:partition:service:region:account:resource`";
  report(reading, "incompleteResource", pattern, { message: `\`${pattern.value}\` ${message}`, help });
}

function checkRegion(reading: Reading, pattern: Text, fields: readonly string[]): void {
  const service = fields[2];
  if ((service !== "iam" && service !== "s3") || fields.length < 5 || fields[3] === "" || fields[3] === "*") return;
  if (service === "s3" && /^(accesspoint|access-grants|storage-lens|job|async-request)/.test(fields[5] ?? "")) return;
  const name = service === "iam" ? "iamRegion" : "s3Region";
  report(reading, name, pattern, {
    message: `\`${pattern.value}\` names a Region`,
    help: `${service} ARNs have none: \`arn:aws:${service}::…\``,
    quoted: pattern.value,
  });
}

function checkIamPath(reading: Reading, pattern: Text, path: string): void {
  if (path === "*" || [...iamPaths(), ...furtherIamPaths].some((start) => path.startsWith(start))) return;
  report(reading, "iamPath", pattern, {
    message: `\`${path}\` is not a resource of IAM`,
    help: `it is \`*\` or starts with ${iamPaths()
      .map((start) => `\`${start}\``)
      .join(", ")}`,
  });
}
