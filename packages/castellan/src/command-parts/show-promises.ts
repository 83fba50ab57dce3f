import { assumptionsOf, type Counterexample, type PromiseResult, resultInWords } from "@castellan/access";
import stringWidth from "string-width";
import { catalogDays } from "./catalog-days.ts";
import type { Colors } from "../terminal/terminal.ts";

type Verdict = PromiseResult["verdict"];

const words: Record<Verdict, string> = { proved: "proved", broken: "BROKEN", undecided: "UNDECIDED" };
const indent = " ".repeat(14);

/** A line for each promise and one for each role, the request that gets through under a broken one, the sum, and what the proofs take for known. */
export function showPromises(results: readonly PromiseResult[], colors: Colors): string[] {
  if (results.length === 0) return ["The file makes no promises."];
  const shown = results.filter(({ promise, verdict }) => promise.origin === undefined || verdict !== "proved");
  const width = Math.max(0, ...shown.map(({ promise }) => stringWidth(promise.text)));
  return [
    ...shown.flatMap((result) => promiseLines(result, width, colors)),
    ...roleLines(results, colors),
    "",
    conclusion(results),
    ...notes(results).map((line) => colors.dim(line)),
  ];
}

function promiseLines(result: PromiseResult, width: number, colors: Colors): readonly string[] {
  const { promise, verdict, future, counterexample } = result;
  const padding = " ".repeat(width - stringWidth(promise.text));
  const how = [verdict === "broken" ? "" : basis(result), promise.origin?.text ?? ""].filter((text) => text !== "");
  return [
    `  ${paint(colors)[verdict](words[verdict].padEnd(9))} ${promise.text}${padding}  ${colors.dim(how.join("; "))}`.trimEnd(),
    ...(verdict === "broken" || future === undefined ? [] : [indent + colors.dim(future)]),
    ...(counterexample === undefined ? [] : counterexampleLines(result, counterexample, colors)),
  ];
}

function basis(result: PromiseResult): string {
  return resultInWords(result).replace(/^proved:? /, "");
}

const paint = ({ green, red, yellow }: Colors): Record<Verdict, (text: string) => string> => ({
  proved: green,
  broken: red,
  undecided: yellow,
});

/** The claims of each role together; those that are not proved stand with the promises. */
function roleLines(results: readonly PromiseResult[], colors: Colors): readonly string[] {
  const proved = new Map<string, number>();
  for (const { promise, verdict } of results)
    if (promise.origin !== undefined && verdict === "proved")
      proved.set(promise.origin.role, (proved.get(promise.origin.role) ?? 0) + 1);
  return [...proved].map(
    ([role, count]) =>
      `  ${colors.green(words.proved.padEnd(9))} role ${role}: ${count === 1 ? "1 claim" : `${count} claims`}`,
  );
}

function counterexampleLines(result: PromiseResult, found: Counterexample, { dim }: Colors): readonly string[] {
  const { span } = result.promise;
  const { action, resource } = found;
  const facts = [
    ["as", `${found.who} (${found.via})`],
    ["action", action === undefined ? "" : `${action}   resource ${resource ?? "*"}`],
    [
      "given",
      Object.entries(found.context ?? {})
        .map(valueInWords)
        .join(", "),
    ],
    ["because", found.because],
  ] as const;
  const place = found.source ?? { file: span.file ?? "", ...span.start };
  const places = [
    [place, found.source === undefined ? "the promise" : opening(result)],
    ...(found.setSource === undefined ? [] : [[found.setSource, "with this permission set"] as const]),
  ] as const;
  return [
    ...facts.filter(([, fact]) => fact !== "").map(([name, fact]) => `${indent}${dim(name.padEnd(8))} ${fact}`),
    ...places.map(([at, what]) => `${indent}${dim("-->")} ${at.file}:${at.line}:${at.column}  ${dim(what)}`),
  ];
}

function opening({ promise: { claim } }: PromiseResult): string {
  return claim.kind === "may" ? "this assignment does not give it" : "this assignment opens it";
}

function valueInWords([key, value]: readonly [string, unknown]): string {
  return `${key} = ${Array.isArray(value) ? `[${value.join(", ")}]` : String(value)}`;
}

function conclusion(results: readonly PromiseResult[]): string {
  const count = (test: (result: PromiseResult) => boolean): number => results.filter(test).length;
  const structural = count(({ verdict, by }) => verdict === "proved" && by !== "proof");
  const parts = [
    `${count(({ verdict, by }) => verdict === "proved" && by === "proof")} proved over all requests`,
    ...(structural === 0 ? [] : [`${structural} by the assignments`]),
    `${count(({ verdict }) => verdict === "broken")} broken`,
    ...(count(({ verdict }) => verdict === "undecided") === 0
      ? []
      : [`${count(({ verdict }) => verdict === "undecided")} undecided`]),
  ];
  return parts.join(", ");
}

function notes(results: readonly PromiseResult[]): readonly string[] {
  const assumed = takenForKnown(results);
  return assumed.length === 0 ? [] : ["The proofs take for known:", ...assumed.map((one) => `  - ${one}`)];
}

/** What the proofs take for known, with the days that the catalogue's facts are of. */
export function takenForKnown(results: readonly PromiseResult[]): readonly string[] {
  const assumed = assumptionsOf(results);
  return assumed.length === 0 ? [] : [...catalogDays(), ...assumed];
}

/** The results as the JSON of `verify`, `apply` and `up`. */
export const promisesDocument = (results: readonly PromiseResult[]): readonly object[] =>
  results.map(({ promise, assumed: _assumed, ...result }) => ({
    promise: promise.text,
    line: promise.span.start.line,
    ...(promise.origin === undefined ? {} : { role: promise.origin.role, permissionSet: promise.origin.permissionSet }),
    ...result,
  }));
