import { everywhere, unitNames } from "../file/checks/check-accounts.ts";
import { checkName, type CheckContext, namesOf, outsideNames } from "../file/checks/check-context.ts";
import type { Word } from "../file/word.ts";
import {
  type AccessPromise,
  type PromiseClaim,
  type PromisedGroup,
  type PromisedPlace,
  promiseForms,
} from "./access-promise.ts";
import { splitPromise, type SplitPromise } from "./split-promise.ts";

/** Reads the promises of a file: sentences of a closed grammar whose every name must be one of the file's. */
export function parsePromises(context: CheckContext): readonly AccessPromise[] {
  return (context.content.promises ?? []).flatMap((word) => {
    const claim = parsePromise(word, context);
    return claim === undefined ? [] : [{ text: word.text, span: word.span, claim }];
  });
}

function parsePromise(word: Word, context: CheckContext): PromiseClaim | undefined {
  const { reading, tasks } = context;
  const split = splitPromise(word, (text) => tasks.has(text));
  if (split !== undefined) return claimOf(split, context);
  const notes = promiseForms.map((form) => ({ message: form }));
  reading.report("CST0301", "this is not a promise that Castellan understands", {
    span: word.span,
    notes,
    help: "write it in one of these forms",
  });
  return undefined;
}

function claimOf(split: SplitPromise, context: CheckContext): PromiseClaim | undefined {
  if (split.kind === "people") {
    const group = groupOf(split.group, context);
    return group === undefined ? undefined : { kind: "people", atLeast: split.atLeast, group };
  }
  const groups = every(split.groups.map((word) => groupOf(word, context)));
  if (split.kind === "reach") {
    const accounts = accountsOf(split.places, context);
    return groups === undefined || accounts === undefined ? undefined : { kind: "reach", groups, accounts };
  }
  if (split.borrowing !== undefined) reportBorrowing(split.borrowing, context);
  const task = taskOf(split.task, context);
  const place = split.places === "anywhere" ? anywhere : placeOf(accountsOf(split.places, context));
  return groups === undefined || task === undefined || place === undefined
    ? undefined
    : { kind: split.kind, groups, task, place };
}

const anywhere: PromisedPlace = { kind: "anywhere" };

function placeOf(accounts: readonly string[] | undefined): PromisedPlace | undefined {
  return accounts === undefined ? undefined : { kind: "accounts", accounts };
}

function groupOf(word: Word, context: CheckContext): PromisedGroup | undefined {
  if (!checkName(word, namesOf(context.content.groups), { code: "CST0102", what: "group" }, context)) return undefined;
  const found = context.content.groups.find(({ key }) => key.text === word.text);
  return found === undefined ? undefined : { key: word.text, displayName: found.value.text };
}

function taskOf(word: Word, context: CheckContext): ReturnType<CheckContext["tasks"]["get"]> {
  const names = new Map([...outsideNames(context.tasks.keys()), ...namesOf(context.content.tasks)]);
  return checkName(word, names, { code: "CST0105", what: "task" }, context) ? context.tasks.get(word.text) : undefined;
}

/** The accounts of a list of accounts and units. */
function accountsOf(words: readonly Word[], context: CheckContext): readonly string[] | undefined {
  const { accounts } = context.content;
  const units = unitNames(context.content);
  const names = new Map([...outsideNames([everywhere, ...units.keys()]), ...namesOf(accounts)]);
  const lists = words.map((word) => {
    if (!checkName(word, names, { code: "CST0101", what: "account" }, context)) return undefined;
    if (accounts.some(({ key }) => key.text === word.text)) return [word.text];
    const unit = units.get(word.text);
    const inside = accounts.filter(
      ({ value }) => unit === undefined || `${value.unit?.text ?? ""}/`.startsWith(`${unit}/`),
    );
    return inside.map(({ key }) => key.text);
  });
  const all = every(lists);
  return all === undefined ? undefined : [...new Set(all.flat())];
}

function reportBorrowing(word: Word, { reading }: CheckContext): void {
  reading.report("CST0302", "`except by borrowing` changes nothing yet", {
    span: word.span,
    help: "the promise is kept without exception until `borrow` is built",
  });
}

function every<T>(values: readonly (T | undefined)[]): readonly T[] | undefined {
  const present = values.filter((value) => value !== undefined);
  return present.length === values.length ? present : undefined;
}
