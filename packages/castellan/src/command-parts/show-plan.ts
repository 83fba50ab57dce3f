import { type Plan, type PlanStyle, printPlan } from "@castellan/access";
import stringWidth from "string-width";
import type { Colors } from "../terminal/terminal.ts";

/** A plan as text in the stream's colours. */
export function showPlan(plan: Plan, title: string, colors: Colors): string {
  const style: PlanStyle = {
    heading: colors.bold,
    add: colors.green,
    change: colors.yellow,
    remove: colors.red,
    quiet: colors.dim,
  };
  return printPlan(plan, { title, style, width: stringWidth });
}
