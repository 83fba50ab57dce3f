import { conditionOperators, parseDate, parseIpRange, parseNumber, type ConditionOperator } from "@castellan/policy";
import type { WorldKey } from "../small-world.ts";
import { arnExpression, expressionOf, ignoringCase, joined, literal, not } from "./smt-text.ts";

/** One condition of a statement: an operator with a key and what is listed for it. */
export interface KeyTest {
  readonly operator: ConditionOperator;
  readonly qualifier: string | undefined;
  readonly ifExists: boolean;
  readonly key: string;
  readonly listed: readonly string[];
}

/** A theory of single values: its variables, and what the operators of its family say of them. */
interface Theory {
  readonly declare: (name: string) => string;
  readonly empty: (name: string) => string;
  readonly matches: (name: string, operator: ConditionOperator, listed: string) => string;
}

const comparisons: readonly (readonly [RegExp, string])[] = [
  [/LessThanEquals$/, "<="],
  [/GreaterThanEquals$/, ">="],
  [/LessThan$/, "<"],
  [/GreaterThan$/, ">"],
  [/Equals$/, "="],
];

const strings: Theory = {
  declare: (name) => `(declare-const ${name} String)`,
  empty: (name) => `(= ${name} "")`,
  matches: (name, { name: operator }, listed) => {
    if (operator.startsWith("Arn")) return `(str.in_re ${name} ${arnExpression(listed)})`;
    if (operator.endsWith("IgnoreCase")) return `(str.in_re ${name} ${ignoringCase(listed)})`;
    return operator.endsWith("Like") ? `(str.in_re ${name} ${expressionOf(listed)})` : `(= ${name} ${literal(listed)})`;
  },
};

/** A text that reads as a number, is empty, or is neither. */
function numbers(read: (text: string) => number | undefined): Theory {
  return {
    declare: (name) =>
      `(declare-const ${name} Real)(declare-const ${name}_read Bool)(declare-const ${name}_empty Bool)` +
      `(assert (not (and ${name}_read ${name}_empty)))`,
    empty: (name) => `${name}_empty`,
    matches: (name, { name: operator }, listed) => {
      const value = read(listed);
      const sign = comparisons.find(([ending]) => ending.test(operator))?.[1] ?? "=";
      if (value === undefined) return "false";
      const number = value < 0 ? `(- ${-value})` : String(value);
      return `(and ${name}_read (${sign} ${name} ${number}))`;
    },
  };
}

const booleans: Theory = {
  declare: (name) => `(declare-const ${name} Bool)`,
  empty: () => "false",
  matches: (name, _, listed) => (listed === "true" ? name : not(name)),
};

const addresses: Theory = {
  declare: (name) => `(declare-const ${name} (_ BitVec 128))(declare-const ${name}_six Bool)`,
  empty: () => "false",
  matches: (name, _, listed) => {
    const range = parseIpRange(listed);
    if (range === undefined) return "false";
    const family = range.family === 6 ? `${name}_six` : not(`${name}_six`);
    const width = range.family === 6 ? 128 : 32;
    if (range.bits === 0) return family;
    const [high, low] = [width - 1, width - range.bits];
    const prefix = `(_ bv${range.address >> BigInt(low)} ${range.bits})`;
    return `(and ${family} (= ((_ extract ${high} ${low}) ${name}) ${prefix}))`;
  },
};

const theories: Readonly<Record<WorldKey["type"], Theory>> = {
  String: strings,
  ArrayOfString: strings,
  ARN: strings,
  ArrayOfARN: strings,
  Bool: booleans,
  ArrayOfBool: booleans,
  Numeric: numbers(parseNumber),
  Date: numbers(parseDate),
  IPAddress: addresses,
  unknown: strings,
};

/** A condition key as variables: whether it is there, and its values. */
export interface SmtKey {
  readonly declarations: string;
  readonly present: string;
  /** When the key is absent or has nothing in it. */
  readonly void: string;
  /** A formula for a condition on the key. */
  holds(test: KeyTest): string;
}

/** The variables of a key; a list has as many places as there are tests to tell its values apart. */
export function smtKey(name: string, type: WorldKey["type"], places: number): SmtKey {
  const theory = theories[type];
  const present = `${name}_present`;
  const isList = type.startsWith("Array");
  const values = Array.from({ length: isList ? places : 1 }, (_, place) => `${name}_${place}`);
  const within = (value: string): string => (isList ? `${value}_within` : present);
  const none = isList ? not(joined("or", values.map(within))) : theory.empty(`${name}_0`);
  const isVoid = `(or ${not(present)} ${none})`;
  const passes = (value: string, { operator, listed }: KeyTest): string => {
    const some = joined(
      "or",
      listed.map((each) => theory.matches(value, operator, each)),
    );
    return operator.negated ? not(some) : some;
  };
  const plain = (test: KeyTest): string => {
    const withoutValue = String(test.ifExists || test.operator.negated);
    return isList ? `(and ${isVoid} ${withoutValue})` : `(ite ${present} ${passes(`${name}_0`, test)} ${withoutValue})`;
  };
  const ofSet = (test: KeyTest): string => {
    const each = values.map((value) => ({ inside: within(value), passing: passes(value, test) }));
    if (test.qualifier === "ForAllValues")
      return `(or ${isVoid} ${joined(
        "and",
        each.map(({ inside, passing }) => `(=> ${inside} ${passing})`),
      )})`;
    const some = joined(
      "or",
      each.map(({ inside, passing }) => `(and ${inside} ${passing})`),
    );
    return `(ite ${isVoid} (and ${test.ifExists} ${not(present)}) ${some})`;
  };
  return {
    declarations: [
      `(declare-const ${present} Bool)`,
      ...values.map(theory.declare),
      ...(isList ? values.map((value) => `(declare-const ${within(value)} Bool)`) : []),
    ].join(""),
    present,
    void: isVoid,
    holds: (test) => {
      if (test.operator.name === "Null")
        return joined(
          "or",
          test.listed.map((each) => (each === "true" ? isVoid : not(isVoid))),
        );
      return test.qualifier === undefined ? plain(test) : ofSet(test);
    },
  };
}

/** Reads an operator as written. */
export function readOperator(written: string): Pick<KeyTest, "operator" | "qualifier" | "ifExists"> | undefined {
  const [, qualifier, name = "", suffix] = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/.exec(written) ?? [];
  const operator = Object.values(conditionOperators).find((each) => each.name === name);
  return operator && { operator, qualifier, ifExists: suffix !== undefined };
}
