import type { Proof, Region } from "@castellan/policy";
import { holdersOf } from "../questions/grant.ts";
import type { Task } from "../tasks/task.ts";
import { counterexampleOf } from "./counterexample.ts";
import type { GrantKind, KnownGrant } from "./grant-kinds.ts";
import type { Finding, Proving } from "./proving.ts";

/** Proves that none of the grants allows anything of the task. */
export function proveNever(grants: readonly KnownGrant[], task: Task, proving: Proving): Finding {
  const { actions, regions } = proving.regionsOf(task);
  const basis = { by: "proof", checked: grants.length } as const;
  if (actions.length === 0) return { verdict: "undecided", ...basis, reasons: [nothingKnown(task)] };
  const kinds = [...new Set(grants.map(({ kind }) => kind))];
  const proofs: Proof[] = [];
  for (const kind of kinds)
    for (const region of regions) {
      const proof = proving.proofs.nothing(kind, region, mayGrow(task, region));
      if (proof.kind === "refuted")
        return { verdict: "broken", ...basis, ...brokenBy(kind, [...tellingRegions(task), region], grants, proving) };
      proofs.push(proof);
    }
  return { ...basis, ...conclusion(kinds, proofs, proving), ...laterOf(proofs, task) };
}

/** Whether an action that AWS may add can belong to a region of a task: names mean what is there. */
function mayGrow({ kind }: Task, { actions = ["*"] }: Region): boolean {
  return kind === "patterns" && actions.some((pattern) => /[*?]/.test(pattern));
}

/** What makes a task about nothing. */
export function nothingKnown({ name }: Task): string {
  return `no action of AWS is known to belong to \`${name}\``;
}

/** The actions that stand for the task say more to a reader than the first that gets through. */
function tellingRegions(task: Task): readonly Region[] {
  const isPlain =
    task.kind === "levels" ||
    task.pieces.every((piece) => piece.condition === undefined && piece.resources.includes("*"));
  return isPlain ? (task.core ?? []).map((action) => ({ actions: [action] })) : [];
}

/** Shown on the first grant of the kind that somebody holds. */
function brokenBy(
  kind: GrantKind,
  regions: readonly Region[],
  grants: readonly KnownGrant[],
  { proofs, view }: Proving,
): Pick<Finding, "counterexample"> {
  const ofKind = grants.filter((known) => known.kind === kind);
  const shown = ofKind.find(({ grant }) => holdersOf(grant, view.estate).length > 0) ?? ofKind[0];
  const found = shown === undefined ? undefined : proofs.requestOf(shown, regions);
  return shown === undefined || found === undefined
    ? {}
    : { counterexample: counterexampleOf(shown.grant, found, view) };
}

function conclusion(
  kinds: readonly GrantKind[],
  proofs: readonly Proof[],
  { proofs: known }: Proving,
): Pick<Finding, "verdict" | "reasons" | "assumed" | "leadingOn"> {
  const problems = kinds.flatMap((kind) => kind.problems);
  const reasons = [...new Set([...problems, ...proofs.flatMap((proof) => ("reasons" in proof ? proof.reasons : []))])];
  const basis = { assumed: [...new Set(proofs.flatMap((proof) => proof.assumed))], leadingOn: known.leadingOn(kinds) };
  return reasons.length === 0 ? { verdict: "proved", ...basis } : { verdict: "undecided", reasons, ...basis };
}

/** Who may do a task told by access levels depends on how AWS will class what it adds. */
function laterOf(proofs: readonly Proof[], task: Task): Pick<Finding, "future"> {
  if (proofs.length === 0) return {};
  if (task.kind === "levels")
    return {
      future: `holds for today's actions; which ones AWS will class as ${task.levels.join(" or ")} is not known`,
    };
  const futures = proofs.flatMap(({ future }) => future ?? []);
  for (const future of futures)
    if (future.kind === "mayFail")
      return { future: `holds for today's actions; one such as \`${future.action}\` would break it` };
  return futures.some(({ kind }) => kind === "undecided")
    ? { future: "holds for today's actions; whether it does for those that AWS may add is not decided" }
    : {};
}
