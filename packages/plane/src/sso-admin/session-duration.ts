import type { PermissionSet } from "../records/identity-center.ts";

/** The session of a permission set that names none [sso-admin API, CreatePermissionSet]. */
export const defaultSessionDuration = "PT1H";

const secondsPer = { weeks: 604_800, days: 86_400, hours: 3600, minutes: 60, seconds: 1 } as const;

/** Seconds of an ISO 8601 duration, or undefined for one that is not of a fixed length (months, years) or not a duration. */
export function secondsOf(duration: string): number | undefined {
  const pattern =
    /^P(?:(?<weeks>\d+)W)?(?:(?<days>\d+)D)?(?:T(?:(?<hours>\d+)H)?(?:(?<minutes>\d+)M)?(?:(?<seconds>\d+)S)?)?$/;
  const groups = pattern.exec(duration)?.groups;
  if (!groups) return undefined;
  let total = 0;
  for (const [unit, seconds] of Object.entries(secondsPer)) total += Number(groups[unit] ?? 0) * seconds;
  return total;
}

/** How long a session of the set lasts, in seconds. */
export function sessionSecondsOf(set: PermissionSet): number {
  const seconds = secondsOf(set.sessionDuration);
  if (seconds === undefined)
    throw new Error(`permission set ${set.permissionSetArn} was stored with a session that is no duration`);
  return seconds;
}
