/** Characters that XML text or an attribute cannot hold as they are; line breaks would be normalised away. */
const special = /[&<>"\r\n\u0085\u2028]|[^\t\n\r\u0020-\uFFFD]/;
const everySpecial = new RegExp(special, "g");

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const lineBreaks = "\r\n\u0085\u2028";

/** Text as it stands inside an element or an attribute. */
export function escapeXml(text: string): string {
  return special.test(text) ? text.replace(everySpecial, escapeCharacter) : text;
}

/** XML 1.0 has no way at all to write most control characters; they become U+FFFD. */
function escapeCharacter(character: string): string {
  if (lineBreaks.includes(character)) {
    return `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`;
  }
  return entities[character] ?? "\uFFFD";
}
