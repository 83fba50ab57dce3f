import { parsePrincipalName } from "../principal/principal-name.ts";
import { report, type Reading } from "./fault-list.ts";
import type { PrincipalEntry } from "./policy-node.ts";

const domain = /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/[\w.~/-]*)?$/i;
const provider = /^arn:[a-z-]+:iam::\d{12}:(saml-provider|oidc-provider)\/.+$/;

/** Checks one named principal against the rules of the document's kind. */
export function checkPrincipal(reading: Reading, entry: PrincipalEntry): void {
  if (reading.kind === "rcp" && entry.type !== "*")
    report(reading, "invalidPrincipal", entry, {
      message: "a resource control policy applies to everybody",
      help: 'write `"Principal": "*"`',
    });
  if (reading.kind === "trust" && (entry.type === "*" || entry.type === "CanonicalUser")) checkTrusted(reading, entry);
  else if (!isWellFormed(entry)) reportName(reading, entry);
}

function checkTrusted(reading: Reading, entry: PrincipalEntry): void {
  if (entry.type === "*")
    report(reading, "trustedStar", entry, {
      message: "a role cannot trust the bare `*`",
      help: 'write `{ "AWS": "*" }` with a condition',
    });
  else
    report(reading, "invalidPrincipal", entry, {
      message: "a role cannot trust a canonical user",
      quoted: quoted(entry),
    });
}

function isWellFormed(entry: PrincipalEntry): boolean {
  if (entry.type === "AWS") return entry.value === "*" || parsePrincipalName(entry.value) !== undefined;
  if (entry.type === "Service") return domain.test(entry.value);
  if (entry.type === "Federated") return provider.test(entry.value) || domain.test(entry.value);
  return true;
}

function reportName(reading: Reading, entry: PrincipalEntry): void {
  const name = entry.type === "Federated" ? "invalidProvider" : "invalidPrincipal";
  const help = entry.value.includes("*")
    ? "wildcards are not possible in a principal; test `aws:PrincipalArn` in a condition"
    : "check the ARN or the name";
  report(reading, name, entry, { message: `\`${entry.value}\` is not a principal`, help, quoted: quoted(entry) });
}

/** A principal as AWS's messages show it. */
function quoted(entry: PrincipalEntry): string {
  return `"${entry.type.toUpperCase()}":"${entry.value}"`;
}
