/** The items of a header that holds a list: separated by commas, quoted where they hold one, dates with their own comma. */
export function splitHeader(header: string | undefined, dates: boolean): string[] | undefined {
  if (header === undefined) {
    return undefined;
  }
  const item = dates ? /\s*([^,]+,[^,]+)\s*(?:,|$)/g : /\s*("(?:[^"\\]|\\.)*"|[^,]*?)\s*(?:,|$)/g;
  const items = [...header.matchAll(item)].filter(({ index }) => index < header.length).map(([, text]) => text ?? "");
  return items.map(unquote);
}

/** An item of such a header, quoted where it needs to be. */
export function quoteHeaderItem(text: string): string {
  return /[",]/.test(text) ? `"${text.replace(/["\\]/g, "\\$&")}"` : text;
}

function unquote(text: string): string {
  return text.startsWith('"') && text.endsWith('"') && text.length > 1
    ? text.slice(1, -1).replace(/\\(.)/g, "$1")
    : text;
}
