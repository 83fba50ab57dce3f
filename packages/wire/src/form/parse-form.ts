import { WireFault } from "../faults/wire-fault.ts";
import { bodyText, type WireRequest } from "../message.ts";

/** A form field and the fields below it: `Tags.member.1.Key` is four nodes. */
export interface FormNode {
  text: string | undefined;
  readonly children: Map<string, FormNode>;
}

/** The form text of a request: its body, or its query string where it has no body. */
export function formText(request: WireRequest): string {
  return request.body.byteLength > 0 ? bodyText(request) : request.query;
}

/** Reads form text into a tree along the dots of the field names. */
export function parseForm(text: string): FormNode {
  const root = createNode();
  for (const pair of text.split("&")) {
    const equals = pair.indexOf("=");
    const name = equals < 0 ? pair : pair.slice(0, equals);
    if (name !== "") {
      nodeAt(root, decodeFormText(name)).text = equals < 0 ? "" : decodeFormText(pair.slice(equals + 1));
    }
  }
  return root;
}

/** One top-level field of form text, found without reading the rest. */
export function formField(text: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|&)${name}=([^&]*)`).exec(text);
  return found?.[1] === undefined ? undefined : decodeLeniently(found[1]);
}

/** Decodes as `decodeFormText` does, but leaves what is encoded wrongly as it is: enough to tell what a request is for. */
export function decodeLeniently(text: string): string {
  try {
    return decodeFormText(text);
  } catch {
    return text;
  }
}

/** Decodes a name or value of a form, where a plus sign is a space. */
export function decodeFormText(text: string): string {
  if (!text.includes("%") && !text.includes("+")) {
    return text;
  }
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    throw new WireFault("MalformedQueryString", 400, "The query string contains a syntax error.");
  }
}

function nodeAt(root: FormNode, path: string): FormNode {
  let node = root;
  for (const key of path.split(".")) {
    const child = node.children.get(key) ?? createNode();
    node.children.set(key, child);
    node = child;
  }
  return node;
}

function createNode(): FormNode {
  return { text: undefined, children: new Map() };
}
