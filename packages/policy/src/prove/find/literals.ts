import type { IpRange } from "../../condition/ip-range.ts";
import type { ConditionOperator } from "../../condition/operators.ts";
import type { SetQualifier } from "../../document/policy-node.ts";
import type { ArnPattern } from "../../pattern/arn-pattern.ts";
import type { Glob } from "../../pattern/glob.ts";

/** How a number or a date stands to the listed one. */
export type Order = "equals" | "lessThan" | "lessThanEquals" | "greaterThan" | "greaterThanEquals";

/** What one listed value says of one text: the families of condition operators, as data. */
export type TextPattern =
  /** `*` and `?`, or an exact text. */
  | { readonly kind: "glob"; readonly glob: Glob }
  /** The text in lower case is this text, which is in lower case. */
  | { readonly kind: "ignoreCase"; readonly text: string }
  /** An ARN that matches field by field, or any ARN. */
  | { readonly kind: "arn"; readonly pattern: ArnPattern | "any" }
  | { readonly kind: "number"; readonly order: Order; readonly value: number }
  /** Milliseconds since 1970. */
  | { readonly kind: "date"; readonly order: Order; readonly value: number }
  /** An address or range of addresses inside the range. */
  | { readonly kind: "ip"; readonly range: IpRange }
  /** A single IP address, whatever it is; no operator says so, but it is what a key such as `aws:SourceIp` holds. */
  | { readonly kind: "address" }
  | { readonly kind: "boolean"; readonly value: boolean }
  /** The text without the padding `=` at its end is this text, which has none. */
  | { readonly kind: "binary"; readonly text: string }
  /** A listed value that nothing matches. */
  | { readonly kind: "never" };

/** Some listed pattern matches the text (`holds`), or none does. */
export interface TextLiteral {
  readonly any: readonly TextPattern[];
  readonly holds: boolean;
}

/** What a text should be like besides satisfying its literals. */
export interface Wanted {
  readonly nonEmpty?: boolean;
  /** Texts to take when one of them will do, the best first. */
  readonly prefer?: readonly string[];
}

/** A condition of a statement that is to hold, or not to hold. */
export interface KeyLiteral {
  readonly operator: ConditionOperator;
  readonly qualifier?: SetQualifier;
  readonly ifExists: boolean;
  /** The listed values, variables replaced. */
  readonly tests: readonly TextPattern[];
  readonly holds: boolean;
}

/** What the value of a context key may be. */
export interface KeyShape {
  readonly absent: boolean;
  /** One text, also the empty one. */
  readonly single: boolean;
  /** A list of texts, also the empty one. */
  readonly list: boolean;
  /** What every text of the value is known to satisfy. */
  readonly alsoLiterals?: readonly TextLiteral[];
  /** Texts to take when one of them will do, the best first. */
  readonly prefer?: readonly string[];
}
