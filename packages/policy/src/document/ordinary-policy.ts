import { operatorNames } from "../condition/operator-name.ts";
import { ordinaryAction, ordinaryResource, ordinaryText } from "./ordinary-element.ts";
import type { Located } from "./source.ts";

/*
 * Whether a document is without fault, told by the engine's own matcher alone: most documents are plain, and nearly
 * all the time of reading them in full goes into nodes that nobody may ever ask for.
 * INVARIANT: what is accepted here, the full reading accepts without a fault; what is not accepted is read in full.
 */

const space = String.raw`[ \t\n\r]*`;
const comma = `${space},${space}`;

function member(name: string, value: string): string {
  return `"${name}"${space}:${space}${value}`;
}

function block(members: string): string {
  return `\\{${space}${members}${space}\\}`;
}

/** One string or a list of strings of a form; longer lists are read in full, which bounds the matcher's stack. */
function oneOrMore(form: string): string {
  const text = `"(?:${form})"`;
  return `(?:${text}|\\[${space}${text}(?:${comma}${text}){0,9999}${space}\\])`;
}

/** So many members or fewer, each name unlike the ones before it, which are groups of the expression. */
function distinct(group: string, name: string, values: readonly string[], place = 0): string {
  const [value, ...rest] = values;
  if (value === undefined) return "";
  const unlike = Array.from({ length: place }, (_, before) => `(?!\\k<${group}${before}>")`).join("");
  const found = `"${unlike}(?<${group}${place}>${name})"${space}:${space}${value}`;
  const further = distinct(group, name, rest, place + 1);
  return place === 0 ? found + further : `(?:${comma}${found}${further})?`;
}

const undated = operatorNames.filter((name) => !name.startsWith("Date") && name !== "Null").join("|");
const operator = `(?:ForAllValues:|ForAnyValue:)?(?:(?:${undated})(?:IfExists)?|Null)`;
const mostOperators = 4;
const mostKeys = 5;
const keyValues = Array.from({ length: mostKeys }, () => `(?:${oneOrMore(ordinaryText)}|true|false)`);
const keyBlocks = Array.from({ length: mostOperators }, (_, place) =>
  block(distinct(`key${place}of`, ordinaryText, keyValues)),
);

const sticky = (pattern: string): RegExp => new RegExp(pattern, "y");

/** The members of a statement in their usual order, each with the comma after it. */
const statementMembers = [
  member("Sid", '"[0-9A-Za-z]*"'),
  member("Effect", '"(?:Allow|Deny)"'),
  member("(?:Not)?Action", oneOrMore(ordinaryAction)),
  member("(?:Not)?Resource", oneOrMore(ordinaryResource)),
  member("Condition", block(distinct("operator", operator, keyBlocks))),
].map((each) => sticky(`${each}${space}(?:,${space}(?=")|(?=\\}))`));
const sidMember = statementMembers[0];
const mandatory = 0b01110;

const version = member("Version", '"2012-10-17"');
const list = `${member("Statement", `\\[`)}${space}`;
/** What stands before and after the statements. */
const frames = [
  { head: sticky(`${space}\\{${space}${version}${comma}${list}`), tail: sticky(`\\]${space}\\}${space}$`) },
  { head: sticky(`${space}\\{${space}${list}`), tail: sticky(`\\]${comma}${version}${space}\\}${space}$`) },
];
const opening = sticky(`\\{${space}`);
const closing = sticky(`\\}${space}(?:,${space}(?=\\{)|(?=\\]))`);
const closeBracket = 0x5d;
const closeBrace = 0x7d;

/**
 * The place of the object when the text is at a glance an identity policy of Version 2012-10-17 without any fault;
 * undefined says nothing about a text.
 */
export function scanOrdinaryPolicy(text: string): Located | undefined {
  for (const { head, tail } of frames) {
    const list = endOf(head, text, 0);
    if (list === 0) continue;
    const end = scanStatements(text, list);
    if (end === 0 || endOf(tail, text, end) === 0) return undefined;
    return { start: text.indexOf("{"), end: text.lastIndexOf("}") + 1 };
  }
  return undefined;
}

/** Where the pattern ends that begins here, 0 when none does. */
function endOf(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : 0;
}

/** Where the list of statements ends whose first is here, 0 when one of them is not ordinary. */
function scanStatements(text: string, start: number): number {
  const sids = new Set<string>();
  let at = start;
  do {
    const first = endOf(opening, text, at);
    const end = first === 0 ? 0 : scanMembers(text, first, sids);
    at = end === 0 ? 0 : endOf(closing, text, end);
  } while (at !== 0 && text.charCodeAt(at) !== closeBracket);
  return at;
}

/** Where the members of a statement end, 0 when one is not ordinary, is there twice or is missing. */
function scanMembers(text: string, start: number, sids: Set<string>): number {
  let at = start;
  let seen = 0;
  let before: number;
  do {
    before = seen;
    for (let place = 0; place < statementMembers.length; place += 1) {
      const pattern = statementMembers[place];
      const end = pattern === undefined || (seen & (1 << place)) !== 0 ? 0 : endOf(pattern, text, at);
      if (end === 0) continue;
      if (pattern === sidMember && !isNewSid(text, at, sids)) return 0;
      seen |= 1 << place;
      at = end;
    }
  } while (seen !== before && text.charCodeAt(at) !== closeBrace);
  return (seen & mandatory) === mandatory && text.charCodeAt(at) === closeBrace ? at : 0;
}

/** Whether the `Sid` written here is empty or no earlier statement has it. */
function isNewSid(text: string, start: number, sids: Set<string>): boolean {
  const open = text.indexOf('"', start + '"Sid"'.length) + 1;
  const sid = text.slice(open, text.indexOf('"', open));
  if (sids.has(sid)) return false;
  if (sid !== "") sids.add(sid);
  return true;
}
