import type { Located } from "./source.ts";

/**
 * The text of `Action` or `Resource` over strings that all have the given form: a regular expression that sees at a
 * glance that nothing is wrong. The document is known to be JSON; what does not match is only looked at more closely.
 */
export function ordinaryElement(element: "Action" | "Resource", form: string): RegExp {
  const space = String.raw`[ \t\n\r]*`;
  const text = `"(?:${form})"`;
  return new RegExp(
    `"(?:Not)?${element}"${space}:${space}(?:\\[${space})?${text}(?:${space},${space}${text}){0,999}(?:${space}\\])?`,
    "y",
  );
}

/** Whether the element at this place of a text has the form. */
export function isOrdinary(text: string, at: Located, element: RegExp): boolean {
  element.lastIndex = at.start;
  return element.test(text) && element.lastIndex === at.end;
}
