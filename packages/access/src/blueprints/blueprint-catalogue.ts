import type { Blueprint } from "./blueprint.ts";
import { multiAccount } from "./multi-account.ts";
import { sandbox } from "./sandbox.ts";
import { singleAccount } from "./single-account.ts";
import { starter } from "./starter.ts";
import { team } from "./team.ts";

/** The access files that come with Castellan, from the smallest to the largest. */
export const blueprints: readonly Blueprint[] = [singleAccount, sandbox, starter, team, multiAccount];

/** The blueprint of a name. */
export function findBlueprint(name: string): Blueprint | undefined {
  return blueprints.find((blueprint) => blueprint.name === name);
}
