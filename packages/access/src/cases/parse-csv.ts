/** The rows of a comma-separated text (RFC 4180): quotes around cells with commas, quotes or line breaks. */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/gy;
  const body = text.replace(/^\uFEFF/, "");
  while (cells.lastIndex < body.length || row.length > 0) {
    const found = cells.exec(body);
    if (found === null) throw new SyntaxError(`row ${rows.length + 1}: a quote stands where none may`);
    const [, quoted, plain = "", end] = found;
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ",") {
      if (cells.lastIndex < body.length) continue;
      row.push("");
    }
    if (row.some((cell) => cell !== "")) rows.push(row);
    row = [];
  }
  return rows;
}
