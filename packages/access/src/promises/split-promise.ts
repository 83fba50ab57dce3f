import { subword, type Word } from "../file/word.ts";

/** A promise split along its grammar: every name a word with its place, nothing looked up. */
export type SplitPromise =
  | {
      readonly kind: "only" | "never" | "may";
      readonly groups: readonly Word[];
      readonly task: Word;
      readonly places: readonly Word[] | "anywhere";
      readonly borrowing?: Word;
    }
  | { readonly kind: "reach"; readonly groups: readonly Word[]; readonly places: readonly Word[] }
  | { readonly kind: "people"; readonly atLeast: number; readonly group: Word };

type Parts = readonly Word[];
interface Form {
  readonly pattern: RegExp;
  split(parts: Parts, isTask: (text: string) => boolean): SplitPromise | undefined;
}

const taskForm = (kind: "only" | "never" | "may", pattern: RegExp): Form => ({
  pattern,
  split: ([groups, rest], isTask) =>
    groups === undefined || rest === undefined
      ? undefined
      : { kind, groups: names(groups), ...splitTask(rest, isTask) },
});

/** The first form that matches is the one that is meant. */
const forms: readonly Form[] = [
  {
    pattern: /^always at least (\d{1,4}) (?:people are|person is|people is|person are) (.+)$/d,
    split: ([count, group]) =>
      count === undefined || group === undefined ? undefined : { kind: "people", atLeast: Number(count.text), group },
  },
  taskForm("only", /^only (.+?) (?:may|can) (.+)$/d),
  {
    pattern: /^(.+?) may reach only (.+)$/d,
    split: ([groups, places]) =>
      groups === undefined || places === undefined
        ? undefined
        : { kind: "reach", groups: names(groups), places: names(places) },
  },
  taskForm("never", /^(.+?) (?:may|can) never (.+)$/d),
  taskForm("may", /^(.+?) (?:may|can) (.+)$/d),
];

/** Splits a promise's sentence; `undefined` if it has none of the forms. `isTask` tells tasks whose names hold an "in". */
export function splitPromise(sentence: Word, isTask: (text: string) => boolean): SplitPromise | undefined {
  for (const form of forms) {
    const match = form.pattern.exec(sentence.text);
    if (match !== null) return form.split(partsOf(match, sentence), isTask);
  }
  return undefined;
}

function partsOf(match: RegExpExecArray, sentence: Word): Parts {
  const places = match.indices?.slice(1) ?? [];
  return places.flatMap((place) =>
    place === undefined ? [] : [subword(sentence, place[0], sentence.text.slice(place[0], place[1]))],
  );
}

/** `admin, finance and auditor` as words. */
function names(list: Word): readonly Word[] {
  const words = [...list.text.matchAll(/(?:^|,\s*and\s+|,|\s+and\s+)\s*((?:(?!,|\sand\s).)+)/g)];
  return words.map((match) => {
    const name = (match[1] ?? "").trim();
    return subword(list, match.index + match[0].indexOf(match[1] ?? ""), name);
  });
}

interface TaskPart {
  readonly task: Word;
  readonly places: readonly Word[] | "anywhere";
  readonly borrowing?: Word;
}

function splitTask(rest: Word, isTask: (text: string) => boolean): TaskPart {
  const exception = /,?\s+except by borrowing$/.exec(rest.text);
  if (exception !== null) {
    const before = subword(rest, 0, rest.text.slice(0, exception.index));
    const start = rest.text.lastIndexOf("except");
    return { ...splitTask(before, isTask), borrowing: subword(rest, start, rest.text.slice(start)) };
  }
  const anywhere = /\s+anywhere$/.exec(rest.text);
  if (anywhere !== null) return { task: subword(rest, 0, rest.text.slice(0, anywhere.index)), places: "anywhere" };
  const cut = isTask(rest.text) ? -1 : rest.text.lastIndexOf(" in ");
  if (cut === -1) return { task: rest, places: "anywhere" };
  return {
    task: subword(rest, 0, rest.text.slice(0, cut)),
    places: names(subword(rest, cut + 4, rest.text.slice(cut + 4))),
  };
}
