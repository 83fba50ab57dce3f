import { ServiceQuotaExceededException } from "@aws-sdk/client-identitystore";
import type { Quota } from "@castellan/catalog";
import { fail } from "../frame/fault.ts";

/** Fails when there would be more users or groups than the quota allows. */
export function requireWithin({ name, value }: Quota, amount: number): void {
  if (amount > value) fail(ServiceQuotaExceededException, `The quota of ${value} ${name} has been reached`);
}
