import type { JsonMember, JsonNode } from "../json/json-node.ts";
import { checkPrincipal } from "./check-principal.ts";
import { report, type Reading } from "./fault-list.ts";
import type { PrincipalElement, PrincipalEntry, PrincipalType } from "./policy-node.ts";
import { readTexts, reportType } from "./read-values.ts";

const principalTypes: readonly PrincipalType[] = ["AWS", "Service", "Federated", "CanonicalUser"];

/** Reads `Principal` or `NotPrincipal`: the star, or a map from types to names. */
export function parsePrincipal(reading: Reading, node: JsonNode, negated: boolean): PrincipalElement | undefined {
  const entries = readEntries(reading, node);
  if (entries === undefined) return undefined;
  if (entries.length === 0)
    report(reading, "emptyPrincipal", node, {
      message: "no principal is named",
      help: "name one, or remove the statement",
    });
  for (const entry of entries) checkPrincipal(reading, entry);
  return { node: "principal", negated, entries, start: node.start, end: node.end };
}

function readEntries(reading: Reading, node: JsonNode): readonly PrincipalEntry[] | undefined {
  if (node.node === "object") return node.members.flatMap((member) => readMember(reading, member));
  if (node.node !== "text") return reportType(reading, "Principal", node, "`*` or an object");
  if (node.value === "*") return [{ node: "principalEntry", type: "*", value: "*", start: node.start, end: node.end }];
  report(reading, "invalidPrincipal", node, {
    message: `\`${node.value}\` stands without its type`,
    help: `write \`{ "AWS": "${node.value}" }\``,
  });
  return undefined;
}

function readMember(reading: Reading, { name, value }: JsonMember): readonly PrincipalEntry[] {
  const type = principalTypes.find((candidate) => candidate === name.value);
  if (type === undefined) {
    const meant = principalTypes.find((candidate) => candidate.toLowerCase() === name.value.toLowerCase());
    const help =
      meant === undefined
        ? "types are `AWS`, `Service`, `Federated` and `CanonicalUser`"
        : `write \`${meant}\`: case matters`;
    report(reading, "unknownElement", name, { message: `unknown type of principal \`${name.value}\``, help });
    return [];
  }
  return readTexts(reading, name.value, value).map((text) => ({
    node: "principalEntry",
    type,
    value: text.value,
    start: text.start,
    end: text.end,
  }));
}
