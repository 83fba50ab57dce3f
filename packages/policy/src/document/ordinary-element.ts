import type { Located } from "./source.ts";

/** A character of a string that stands for itself, except for the characters named. */
const plainExcept = (characters: string): string => String.raw`[^${characters}"\\\0-\x1f\ud800-\udfff]*`;

/** The form of any string without escapes. */
export const ordinaryText = plainExcept("");

/** The form of `service:Action`, and of the star. */
export const ordinaryAction = String.raw`\*|[a-zA-Z0-9.-]+:${plainExcept(":")}`;

const field = plainExcept(":$");
const iamPath = String.raw`(?:role|policy|user|group|instance-profile|server-certificate)\/|\*"`;

/** The form of stars, and of ARNs of six fields and a plain service; IAM and S3 have no Region, and IAM has paths of its own. */
export const ordinaryResource = String.raw`\*|arn:(?:\*|aws(?:-[a-z]+)*):(?:(?!iam:|s3:)[a-z0-9-]+:${field}|s3:\*?|iam:(?=:${field}:(?:${iamPath}))):${field}:${ordinaryText}`;

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
