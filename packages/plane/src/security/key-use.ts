import type { Call } from "../frame/operation.ts";
import { accessKeyUses } from "../records/iam.ts";

/** How stale the recorded last use of a key may be: a read must not become a write each time. */
const graceMs = 15 * 60 * 1000;

/** Records the use of a long-term key, as `GetAccessKeyLastUsed` shows it. */
export function recordKeyUse({ caller, tx, now }: Call<unknown>, serviceName: string, region: string): void {
  if (caller.kind !== "iamUser" && caller.kind !== "root") return;
  const { accessKeyId } = caller;
  if (accessKeyId === undefined) return;
  const last = tx.get(accessKeyUses, accessKeyId);
  const fresh = last !== undefined && Date.parse(now) - Date.parse(last.date) < graceMs;
  if (fresh && last.serviceName === serviceName && last.region === region) return;
  tx.put(accessKeyUses, { accessKeyId, date: now, serviceName, region });
}
