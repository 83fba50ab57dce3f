import type { WireRequest } from "../message.ts";
import { decodeLeniently } from "../form/parse-form.ts";
import { parseQuery } from "./parse-query.ts";

/** Which requests ask for a REST operation: `GET /analyzer/{analyzerName}` or `POST /token?aws_iam=t`. */
export interface RequestTemplate {
  readonly method: string;
  readonly segments: readonly Segment[];
  /** Query parameters that must be there with this value. */
  readonly query: readonly (readonly [name: string, value: string])[];
}

/** A part of a path between slashes. */
export type Segment =
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "label"; readonly name: string }
  | { readonly kind: "greedyLabel"; readonly name: string };

/** Reads a method and a URI template of an `http` trait. */
export function requestTemplate(method: string, uri: string): RequestTemplate {
  const [path = "", query = ""] = uri.split("?");
  const pairs = query.split("&").filter((pair) => pair !== "");
  return {
    method,
    segments: segmentsOf(path).map(parseSegment),
    query: pairs.map((pair) => {
      const [name = "", value = ""] = pair.split("=");
      return [name, value] as const;
    }),
  };
}

/** The labels of a request's path, still percent-encoded, or undefined when the template does not match it. */
export function matchTemplate(template: RequestTemplate, request: WireRequest): Record<string, string> | undefined {
  if (template.method !== request.method || !matchesQuery(template, request)) {
    return undefined;
  }
  return matchSegments(template.segments, segmentsOf(request.path));
}

/** How much a template asks for: of two that match one request, the one that asks for more is meant. */
export function specificity({ segments, query }: RequestTemplate): number {
  return segments.filter(({ kind }) => kind === "literal").length + query.length;
}

function matchesQuery({ query }: RequestTemplate, request: WireRequest): boolean {
  if (query.length === 0) {
    return true;
  }
  const sent = parseQuery(request.query, decodeLeniently);
  return query.every(([name, value]) => sent.get(name)?.includes(value));
}

function matchSegments(segments: readonly Segment[], parts: readonly string[]): Record<string, string> | undefined {
  const labels: Record<string, string> = {};
  let next = 0;
  for (const [index, segment] of segments.entries()) {
    const rest = segments.length - index - 1;
    const taken = segment.kind === "greedyLabel" ? parts.length - next - rest : 1;
    const text = parts.slice(next, next + taken).join("/");
    if (taken < 1 || text === "" || (segment.kind === "literal" && segment.text !== text)) {
      return undefined;
    }
    if (segment.kind !== "literal") {
      labels[segment.name] = text;
    }
    next += taken;
  }
  return next === parts.length ? labels : undefined;
}

function segmentsOf(path: string): string[] {
  const parts = path.split("/").slice(1);
  return parts.at(-1) === "" ? parts.slice(0, -1) : parts;
}

function parseSegment(text: string): Segment {
  const [, name, greedy] = /^\{([^}+]+)(\+?)\}$/.exec(text) ?? [];
  if (name === undefined) {
    return { kind: "literal", text };
  }
  return { kind: greedy ? "greedyLabel" : "label", name };
}
