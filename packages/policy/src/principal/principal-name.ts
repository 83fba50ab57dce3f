import { parseArn, type Arn } from "../pattern/arn.ts";

/** What a string under `"AWS"` in a principal element names. */
export type PrincipalName =
  | { readonly kind: "account"; readonly account: string }
  | { readonly kind: "user"; readonly arn: string }
  | { readonly kind: "role"; readonly arn: string; readonly account: string; readonly name: string }
  | { readonly kind: "session"; readonly arn: string }
  | { readonly kind: "federatedUser"; readonly arn: string }
  | { readonly kind: "uniqueId"; readonly id: string };

const accountId = /^\d{12}$/;
/** Unique ids of IAM users and roles [IAM User Guide, reference_identifiers, 2025]. */
const uniqueId = /^(AIDA|AROA|AGPA|ANPA|ASIA|AKIA)[A-Z0-9]{8,124}$/;

type Reader = (arn: Arn, text: string, rest: string) => PrincipalName | undefined;

const iamReaders: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  [
    "root",
    (arn, _, rest) =>
      rest === "" && accountId.test(arn.accountId) ? { kind: "account", account: arn.accountId } : undefined,
  ],
  ["user", (_, text, rest) => (rest === "" ? undefined : { kind: "user", arn: text })],
  [
    "role",
    (arn, text, rest) =>
      rest === "" ? undefined : { kind: "role", arn: text, account: arn.accountId, name: lastPart(rest) },
  ],
]);

const stsReaders: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ["assumed-role", (_, text, rest) => (/^[^/]+\/[^/]+$/.test(rest) ? { kind: "session", arn: text } : undefined)],
  ["federated-user", (_, text, rest) => (/^[^/]+$/.test(rest) ? { kind: "federatedUser", arn: text } : undefined)],
]);

/** Reads an account id, an IAM or STS ARN or a unique id; wildcards are not names. */
export function parsePrincipalName(text: string): PrincipalName | undefined {
  if (accountId.test(text)) return { kind: "account", account: text };
  if (uniqueId.test(text)) return { kind: "uniqueId", id: text };
  const arn = parseArn(text);
  if (arn === undefined || text.includes("*") || text.includes("?") || arn.region !== "") return undefined;
  const readers = arn.service === "iam" ? iamReaders : stsReaders;
  if (arn.service !== "iam" && arn.service !== "sts") return undefined;
  const slash = arn.resource.indexOf("/");
  const type = slash === -1 ? arn.resource : arn.resource.slice(0, slash);
  return readers.get(type)?.(arn, text, slash === -1 ? "" : arn.resource.slice(slash + 1));
}

/** The part after the last slash: an IAM name without its path. */
export function lastPart(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
