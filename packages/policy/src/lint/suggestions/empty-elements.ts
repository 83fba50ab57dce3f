import { parseOperator } from "../../document/parse-condition.ts";
import type { JsonMember, JsonNode, JsonObject } from "../../json/json-node.ts";
import type { FoundAt } from "../finding.ts";
import type { LintCheck, LintSubject } from "../lint-check.ts";
import { removeMember } from "../warnings/edits.ts";

/** Elements that are there and hold nothing. */
export const emptyElements: readonly LintCheck[] = [
  emptyList("ACTION", "action", ["Action", "NotAction"], "the statement speaks of no action"),
  emptyList("RESOURCE", "resource", ["Resource", "NotResource"], "the statement speaks of no resource"),
  {
    code: "EMPTY_ARRAY_PRINCIPAL",
    type: "SUGGESTION",
    title: "Empty array principal",
    find: (subject) =>
      membersOf(subject, principals)
        .flatMap(({ member }) => objectMembers(member.value))
        .filter(({ value }) => isEmptyArray(value))
        .map(({ name, value }) => ({
          at: [value],
          details: `\`${name.value}\` names no principal`,
          help: "name one, or remove the statement",
        })),
  },
  {
    code: "EMPTY_OBJECT_PRINCIPAL",
    type: "SUGGESTION",
    title: "Empty object principal",
    find: (subject) =>
      membersOf(subject, principals)
        .filter(({ member }) => isEmptyObject(member.value))
        .map(({ member }) => ({
          at: [member.value],
          details: `\`${member.name.value}\` names no principal`,
          help: "name one, or remove the statement",
        })),
  },
  {
    code: "EMPTY_OBJECT_CONDITION",
    type: "SUGGESTION",
    title: "Empty object condition",
    find: (subject) => membersOf(subject, ["Condition"]).flatMap((site) => emptyBlocks(subject, site)),
  },
  emptyValues("EMPTY_ARRAY_CONDITION", "Empty array condition", plain, {
    says: "no value is listed, so the statement never applies",
    help: "list values, or remove the key",
  }),
  emptyValues("EMPTY_ARRAY_CONDITION_FORALLVALUES", "Empty array condition ForAllValues", forAll, {
    says: "no value is listed, which holds only for requests without the key",
    help: "write `Null` of the key equal to `true`",
  }),
  emptyValues("EMPTY_ARRAY_CONDITION_FORANYVALUE", "Empty array condition ForAnyValue", forAny, {
    says: "no value is listed, so the statement never applies",
    help: "list values, or remove the key",
  }),
  emptyValues("EMPTY_ARRAY_CONDITION_IFEXISTS", "Empty array condition IfExists", ifExists, {
    says: "no value is listed, which holds only for requests without the key",
    help: "write `Null` of the key equal to `true`",
  }),
  {
    code: "EMPTY_SID_VALUE",
    type: "SUGGESTION",
    title: "Empty Sid value",
    find: (subject) =>
      membersOf(subject, ["Sid"])
        .filter(({ member }) => member.value.node === "text" && member.value.value === "")
        .map(({ member, object }) => ({
          at: [member.value],
          details: "`Sid` is empty",
          help: "give the statement a name, or remove the element",
          fix: removeMember(subject, object, "Sid"),
        })),
  },
];

const principals = ["Principal", "NotPrincipal"] as const;

interface MemberSite {
  readonly object: JsonObject;
  readonly member: JsonMember;
}

function emptyList(noun: string, title: string, names: readonly string[], details: string): LintCheck {
  return {
    code: `EMPTY_ARRAY_${noun}`,
    type: "SUGGESTION",
    title: `Empty array ${title}`,
    find: (subject) =>
      membersOf(subject, names)
        .filter(({ member }) => isEmptyArray(member.value))
        .map(({ member }) => ({ at: [member.value], details, help: "list some, or remove the statement" })),
  };
}

function emptyBlocks(subject: LintSubject, { object, member }: MemberSite): readonly FoundAt[] {
  const details = "the block holds no condition";
  const help = "remove it, or add conditions";
  if (isEmptyObject(member.value))
    return [{ at: [member.value], details, help, fix: removeMember(subject, object, "Condition") }];
  const block = member.value;
  return objectMembers(block)
    .filter(({ value }) => isEmptyObject(value))
    .map(({ name, value }) => ({
      at: [value],
      details,
      help,
      ...(block.node === "object" && { fix: removeMember(subject, block, name.value) }),
    }));
}

interface Words {
  readonly says: string;
  readonly help: string;
}

function emptyValues(code: string, title: string, applies: (operator: string) => boolean, words: Words): LintCheck {
  return {
    code,
    type: "SUGGESTION",
    title,
    find: (subject) =>
      membersOf(subject, ["Condition"])
        .flatMap(({ member }) => objectMembers(member.value))
        .filter(({ name }) => applies(name.value))
        .flatMap(({ value }) => objectMembers(value))
        .filter(({ value }) => isEmptyArray(value))
        .map(({ name, value }) => ({ at: [value], details: `for \`${name.value}\` ${words.says}`, help: words.help })),
  };
}

function plain(operator: string): boolean {
  return !forAll(operator) && !forAny(operator) && !ifExists(operator);
}

function forAll(operator: string): boolean {
  return parseOperator(operator)?.qualifier === "ForAllValues";
}

function forAny(operator: string): boolean {
  return parseOperator(operator)?.qualifier === "ForAnyValue";
}

function ifExists(operator: string): boolean {
  const parts = parseOperator(operator);
  return parts?.qualifier === undefined && parts?.ifExists === true;
}

function membersOf({ statementObjects }: LintSubject, names: readonly string[]): readonly MemberSite[] {
  return statementObjects.flatMap((object) =>
    object.members.filter(({ name }) => names.includes(name.value)).map((member) => ({ object, member })),
  );
}

function objectMembers(node: JsonNode): readonly JsonMember[] {
  return node.node === "object" ? node.members : [];
}

function isEmptyArray(node: JsonNode): boolean {
  return node.node === "array" && node.items.length === 0;
}

function isEmptyObject(node: JsonNode): boolean {
  return node.node === "object" && node.members.length === 0;
}
