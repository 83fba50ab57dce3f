/** Seconds in an ISO 8601 duration of hours, minutes and seconds; undefined when it is something else. */
export function durationSeconds(text: string): number | undefined {
  const match = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(text);
  if (match === null || text === "PT") return undefined;
  const [, hours = "0", minutes = "0", seconds = "0"] = match;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/** True when two durations are equally long: `PT1H` and `PT60M` are. */
export function sameDuration(left: string, right: string): boolean {
  return left === right || (durationSeconds(left) ?? left) === (durationSeconds(right) ?? right);
}
