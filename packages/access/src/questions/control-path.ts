import type { Estate } from "../estate.ts";
import { controlPolicyLevels } from "./control-policy-levels.ts";
import { isManagement } from "./estate-view.ts";

/** A place on the way from the root to an account, with the service control policies that hang there. */
export interface ControlStop {
  readonly at: string;
  readonly policies: readonly string[];
}

/** The service control policies that a request in an account passes, root first; none bind the management account. */
export function controlPath(estate: Estate, account: string): readonly ControlStop[] {
  if (isManagement(estate, account)) return [];
  const unit = estate.accounts.find(({ name }) => name === account)?.unit ?? "/";
  const stops = ["root", ...unit.split("/").filter((name) => name !== ""), account];
  return controlPolicyLevels(estate, account).map((level, index) => ({
    at: stops[index] ?? account,
    policies: level.map(({ name }) => name),
  }));
}

/** The path in words: `root (guard) > Workloads > production`; FullAWSAccess goes without saying. */
export function pathInWords(path: readonly ControlStop[]): string {
  if (path.length === 0) return "no service control policies bind it";
  const stop = ({ at, policies }: ControlStop): string => {
    const telling = policies.filter((name) => name !== "FullAWSAccess");
    return telling.length === 0 ? at : `${at} (${telling.join(", ")})`;
  };
  return path.map(stop).join(" > ");
}
