const numeral = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

/** The number a text writes, or undefined when it is not an integer or decimal. */
export function parseNumber(text: string): number | undefined {
  return numeral.test(text) ? Number(text) : undefined;
}
