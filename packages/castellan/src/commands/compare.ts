import { installedCatalog } from "@castellan/catalog/node";
import type { FlagValue, Run } from "../command-tree.ts";
import { compareSides } from "../compare/compare-sides.ts";
import { comparedKind, type ComparedKind } from "../compare/compared-kinds.ts";
import { comparisonDocument } from "../compare/comparison-document.ts";
import type { Operand } from "../compare/operand.ts";
import { printComparison } from "../compare/print-comparison.ts";
import { type OperandReading, readOperand, readPolicy } from "../compare/read-operand.ts";
import { exitCodes } from "../exit-codes.ts";

/** `castellan compare A B`: what each side allows that the other does not. */
export const compare: Run = async (invocation) => {
  const { args, flags, terminal } = invocation;
  const [left = "", right = ""] = args;
  const kind = kindOf(flags["kind"]);
  const reading = { invocation, kind };
  const bounded = bounding(flags["boundary"], reading);
  const directions = compareSides(bounded(readOperand(left, reading)), bounded(readOperand(right, reading)), {
    kind,
    noMore: flags["no-more"] === true,
    catalog: installedCatalog(),
  });
  if (flags["json"] === true) terminal.out(JSON.stringify(comparisonDocument(directions, kind), null, 2));
  else {
    const style = { colors: terminal.outColors, all: flags["all"] === true };
    for (const line of printComparison(directions, style)) terminal.out(line);
  }
  return directions.every(({ verdict }) => verdict === "proved") ? exitCodes.good : exitCodes.bad;
};

function kindOf(flag: FlagValue): ComparedKind {
  return (typeof flag === "string" ? comparedKind(flag) : undefined) ?? "identity";
}

/** Puts both sides under the boundary of the command line; a permission set's own goes before it. */
function bounding(flag: FlagValue, reading: OperandReading): (operand: Operand) => Operand {
  if (typeof flag !== "string") return (operand) => operand;
  const boundary = readPolicy(flag, { ...reading, kind: "boundary" });
  return (operand) => ({ boundary, ...operand });
}
