import { ServiceQuotaExceededException } from "@aws-sdk/client-sso-admin";
import { type QuotaName, quotas } from "@castellan/catalog";
import { fail } from "../frame/fault.ts";

/** Fails when `amount` is more than the quota allows; `id` is what the things counted belong to. The words are AWS's. */
export function requireWithin(quota: QuotaName, amount: number, what: string, id: string): void {
  const { value } = quotas[quota];
  if (amount <= value) return;
  const limits = "https://docs.aws.amazon.com/singlesignon/latest/userguide/limits.html";
  const message = `You have exceeded AWS SSO limits. Cannot create ${what} more than ${value} for id ${id}. Please refer to ${limits}`;
  fail(ServiceQuotaExceededException, message);
}
