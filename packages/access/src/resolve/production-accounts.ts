import type { AccountSection } from "../file/sections/accounts.ts";
import type { Entry } from "../file/word.ts";

const production = /^prod(uction)?$/i;

/** True for an account of production: its name, a unit above it or its tag `Environment` says `production` or `prod`. */
export function isProduction({ key, value }: Entry<AccountSection>): boolean {
  const environment = (value.tags ?? []).find((tag) => tag.key.text === "Environment")?.value.text;
  const names = [key.text, environment ?? "", ...(value.unit?.text.split("/") ?? [])];
  return names.some((name) => production.test(name));
}
