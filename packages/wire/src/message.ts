/** A request as it arrived, before anything is known about the service it is for. */
export interface WireRequest {
  readonly method: string;
  /** The path as sent, still percent-encoded. */
  readonly path: string;
  /** The raw query string, without the question mark. */
  readonly query: string;
  /** Header values by lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** The address the connection came from; absent in process. */
  readonly remoteAddress?: string;
}

/** An answer ready to be sent. */
export interface WireReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** A structure on its way in or out: values by member name. */
export type Members = Record<string, unknown>;

/** The body as text, read as UTF-8. */
export function bodyText(request: WireRequest): string {
  const { body } = request;
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString("utf8");
}

/** Sets an own property even for names such as `__proto__`, which come from outside. */
export function setMember(members: Members, name: string, value: unknown): void {
  if (name === "__proto__") {
    Object.defineProperty(members, name, { value, enumerable: true, writable: true, configurable: true });
  } else {
    members[name] = value;
  }
}
