import type { Edit } from "../diagnostic.ts";
import { spanOf, type Located, type Source } from "../document/source.ts";

/** The edit that puts another text in the place of a part of the document. */
export function replaceWith(source: Source, part: Located, text: string): Edit {
  return { span: spanOf(source, part), text };
}

/** The edit that changes what a string says, escaped as JSON demands. */
export function rewrite(source: Source, part: Located, value: string): Edit {
  return replaceWith(source, part, JSON.stringify(value));
}
