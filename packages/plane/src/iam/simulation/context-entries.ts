import { type ContextEntry, type ContextKeyTypeEnum, InvalidInputException } from "@aws-sdk/client-iam";
import { parseDate, parseIpRange, parseNumber, type RequestContext } from "@castellan/policy";
import { fail } from "../../frame/fault.ts";

type ScalarType = Exclude<ContextKeyTypeEnum, `${string}List`>;

const isOfType: Record<ScalarType, (value: string) => boolean> = {
  string: () => true,
  numeric: (value) => parseNumber(value) !== undefined,
  boolean: (value) => /^(true|false)$/i.test(value),
  ip: (value) => parseIpRange(value) !== undefined,
  binary: (value) => /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(value),
  date: (value) => parseDate(value) !== undefined,
};

/** The context of a simulation; InvalidInput if a value is not of the type its entry names. */
export function readContextEntries(entries: readonly ContextEntry[] = []): RequestContext {
  return Object.fromEntries(entries.map(readEntry));
}

function readEntry(entry: ContextEntry): [string, string | readonly string[]] {
  const { ContextKeyName: name, ContextKeyType: type, ContextKeyValues: values = [] } = entry;
  if (name === undefined || type === undefined) return fail(InvalidInputException, "Invalid context entry.");
  const isList = type.endsWith("List");
  const scalar = (isList ? type.slice(0, -"List".length) : type) as ScalarType;
  const wrong = values.find((value) => !isOfType[scalar](value));
  if (wrong !== undefined)
    fail(InvalidInputException, `Invalid value for context key ${name}: ${wrong} is not of type ${scalar}.`);
  if (isList) return [name, values];
  const [value, ...more] = values;
  if (value === undefined || more.length > 0)
    return fail(InvalidInputException, `Invalid values for context key ${name}: type ${type} takes one value.`);
  return [name, value];
}
