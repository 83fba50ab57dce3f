import type { WireRequest } from "../message.ts";

/** The text that SigV4 signs in place of the request. */
export function canonicalRequest(
  request: WireRequest,
  service: string,
  signedHeaders: readonly string[],
  payloadHash: string,
): string {
  const names = [...signedHeaders].sort();
  const headers = names.map((name) => `${name}:${canonicalHeader(request.headers[name])}\n`).join("");
  const path = service === "s3" ? request.path : canonicalPath(request.path);
  const query = canonicalQuery(request.query);
  return `${request.method}\n${path}\n${query}\n${headers}\n${names.join(";")}\n${payloadHash}`;
}

function canonicalHeader(value: string | undefined): string {
  return value === undefined ? "" : value.trim().replace(/\s+/g, " ");
}

/** The path with dots and double slashes resolved and each segment encoded once more, as every service but S3 signs it. */
function canonicalPath(path: string): string {
  if (path === "/" || path === "") {
    return "/";
  }
  const segments: string[] = [];
  for (const segment of path.split("/")) {
    if (segment === "..") {
      segments.pop();
    } else if (segment !== "" && segment !== ".") {
      segments.push(encodeStrictly(segment));
    }
  }
  const end = segments.length > 0 && path.endsWith("/") ? "/" : "";
  return `/${segments.join("/")}${end}`;
}

/** The parameters, encoded strictly and sorted; the signature of a presigned URL is not part of what it signs. */
function canonicalQuery(query: string): string {
  if (query === "") {
    return "";
  }
  const pairs = query.split("&").filter((pair) => pair !== "" && !pair.startsWith("X-Amz-Signature="));
  return pairs
    .map(canonicalPair)
    .sort(comparePairs)
    .map((pair) => pair.join("="))
    .join("&");
}

function canonicalPair(pair: string): readonly [name: string, value: string] {
  const equals = pair.indexOf("=");
  const name = equals < 0 ? pair : pair.slice(0, equals);
  const value = equals < 0 ? "" : pair.slice(equals + 1);
  return [encodeStrictly(decode(name)), encodeStrictly(decode(value))];
}

function comparePairs(left: readonly [string, string], right: readonly [string, string]): number {
  return compareText(left[0], right[0]) || compareText(left[1], right[1]);
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Percent-encodes everything but letters, digits and `-._~`; text with half of a surrogate pair stays as it is. */
function encodeStrictly(text: string): string {
  try {
    const encoded = encodeURIComponent(text);
    return encoded.replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  } catch {
    return text;
  }
}
