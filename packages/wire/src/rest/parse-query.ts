import { decodeFormText } from "../form/parse-form.ts";

/** The parameters of a raw query string, decoded; a name may come several times. */
export function parseQuery(query: string, decode: (text: string) => string = decodeFormText): Map<string, string[]> {
  const parameters = new Map<string, string[]>();
  for (const pair of query.split("&")) {
    if (pair !== "") {
      const equals = pair.indexOf("=");
      const name = decode(equals < 0 ? pair : pair.slice(0, equals));
      const values = parameters.get(name) ?? [];
      values.push(equals < 0 ? "" : decode(pair.slice(equals + 1)));
      parameters.set(name, values);
    }
  }
  return parameters;
}
