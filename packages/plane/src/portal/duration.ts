/** A length of time as people say it: `1 hour`, `1 hour 30 minutes`. */
export function hoursAndMinutes(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const parts = [counted(hours, "hour"), counted(minutes, "minute")].filter((part) => part !== undefined);
  return parts.length === 0 ? "less than a minute" : parts.join(" ");
}

const counted = (count: number, unit: string): string | undefined =>
  count === 0 ? undefined : `${count} ${unit}${count === 1 ? "" : "s"}`;
