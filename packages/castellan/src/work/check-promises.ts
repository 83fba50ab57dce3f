import { checkPromises, type Estate, openEstate, type PromiseResult, resultInWords } from "@castellan/access";
import { installedCatalog } from "@castellan/catalog/node";
import stringWidth from "string-width";
import type { GoodAccessFile } from "../access-file/open-access-file.ts";
import type { Colors } from "../terminal/terminal.ts";

/** Checks the file's promises over an estate: the file's own, or what a target holds. */
export function promisesOver(estate: Estate, { loaded }: GoodAccessFile): readonly PromiseResult[] {
  return checkPromises(openEstate(estate, installedCatalog()), loaded.promises);
}

/** Whether every promise is kept. */
export const allKept = (results: readonly PromiseResult[]): boolean =>
  results.every(({ verdict }) => verdict === "kept");

const words: Record<PromiseResult["verdict"], string> = { kept: "ok", broken: "BROKEN", undecided: "UNDECIDED" };

/** One line for each promise, the request that gets through under a broken one, and the sum. */
export function showPromises(results: readonly PromiseResult[], colors: Colors): string[] {
  const paint: Record<PromiseResult["verdict"], (text: string) => string> = {
    kept: colors.green,
    broken: colors.red,
    undecided: colors.yellow,
  };
  const width = Math.max(0, ...results.map(({ promise }) => stringWidth(promise.text)));
  const lines = results.flatMap((result) => [
    `  ${paint[result.verdict](words[result.verdict].padEnd(9))} ${result.promise.text}${" ".repeat(width - stringWidth(result.promise.text))}  ${colors.dim(resultInWords(result))}`,
    ...counterexample(result, colors),
  ]);
  return [...lines, "", conclusion(results)];
}

function counterexample({ counterexample: found, promise }: PromiseResult, { dim }: Colors): string[] {
  if (!found) return [];
  const facts = [
    ["as", `${found.who} (${found.via})`],
    ["action", found.action === undefined ? undefined : `${found.action}   resource ${found.resource ?? "*"}`],
    [
      "given",
      found.context &&
        Object.entries(found.context)
          .map(([key, value]) => `${key} = ${String(value)}`)
          .join(", "),
    ],
    ["because", found.because],
  ] as const;
  const shown = facts
    .filter(([, fact]) => fact !== undefined && fact !== "")
    .map(([name, fact]) => `              ${dim(name.padEnd(8))} ${fact}`);
  const place = found.source ?? {
    file: promise.span.file ?? "",
    line: promise.span.start.line,
    column: promise.span.start.column,
  };
  return [...shown, `              ${dim("-->")} ${place.file}:${place.line}:${place.column}`];
}

function conclusion(results: readonly PromiseResult[]): string {
  const count = (verdict: PromiseResult["verdict"]) => results.filter((result) => result.verdict === verdict).length;
  const requests = results
    .filter(({ counted }) => counted === "requests")
    .reduce((sum, { checked }) => sum + checked, 0);
  if (results.length === 0) return "The file makes no promises.";
  const sum = `${count("kept")} kept, ${count("broken")} broken, ${count("undecided")} undecided`;
  return `${sum}; checked by deciding ${requests.toLocaleString("en-US")} concrete requests, which is not a proof over all requests.`;
}

/** The results as the JSON of `verify` and `up`. */
export const promisesDocument = (results: readonly PromiseResult[]): readonly object[] =>
  results.map(({ promise, ...result }) => ({ promise: promise.text, line: promise.span.start.line, ...result }));
