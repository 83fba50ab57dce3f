const calendar = /^([+-]?\d{1,9})-(\d{1,2})(?:-(\d{1,2}))?$/;
const clock = /^(?:(\d{1,2})(?::(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?)?(z|[+-]\d{2}(?::?\d{2})?)?$/;
const year = /^[+-]?\d{1,4}$/;
const epoch = /^-?\d{1,19}(\.\d+)?$/;
/** Largest epoch value that IAM stores: a signed 64-bit integer. */
const largestEpoch = 9_223_372_036_854_775_807n;

/**
 * The moment a text writes, in milliseconds since 1970: the W3C profile of ISO 8601 (year, year-month, date, date
 * and time) or epoch seconds. Four digits are a year.
 */
export function parseDate(text: string): number | undefined {
  const lower = text.toLowerCase();
  if (/^\d{4}$/.test(lower)) return utc(Number(lower), 1, 1);
  if (epoch.test(lower)) return epochMilliseconds(lower);
  const split = lower.indexOf("t");
  const day = parseDay(split === -1 ? lower : lower.slice(0, split));
  const time = split === -1 ? 0 : parseTime(lower.slice(split + 1));
  return day === undefined || time === undefined ? undefined : day + time;
}

/** Whether a text is a date to IAM. */
export function isDate(text: string): boolean {
  return parseDate(text) !== undefined;
}

function epochMilliseconds(text: string): number | undefined {
  if (BigInt(text.split(".")[0] ?? "0") > largestEpoch) return undefined;
  return Number(text) * 1000;
}

function parseDay(text: string): number | undefined {
  if (year.test(text)) return utc(Number(text), 1, 1);
  const [, years, months, days = "1"] = calendar.exec(text) ?? [];
  if (years === undefined) return undefined;
  return utc(Number(years), Number(months), Number(days));
}

function utc(years: number, months: number, days: number): number | undefined {
  if (months < 1 || months > 12 || days < 1 || days > 31) return undefined;
  // The Date constructor reads years 0 to 99 as 1900 to 1999; setUTCFullYear does not.
  return new Date(0).setUTCFullYear(years, months - 1, days);
}

function parseTime(text: string): number | undefined {
  const parts = clock.exec(text);
  if (parts === null) return undefined;
  const [, hours = "0", minutes = "0", seconds = "0", fraction = "0", zone = "z"] = parts;
  if (Number(hours) > 24 || Number(minutes) > 59 || Number(seconds) > 60) return undefined;
  const offset = zoneOffset(zone);
  const milliseconds = Number(`0.${fraction}`) * 1000;
  return offset === undefined
    ? undefined
    : ((Number(hours) * 60 + Number(minutes) - offset) * 60 + Number(seconds)) * 1000 + milliseconds;
}

/** Minutes east of Greenwich. */
function zoneOffset(zone: string): number | undefined {
  if (zone === "z") return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(":", "") || "0");
  if (hours > 23 || minutes > 59) return undefined;
  return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}
