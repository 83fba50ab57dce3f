/** The exception classes the SDK packages export. */
export type FaultClass<M extends object = object> = new (options: { message: string; $metadata: object } & M) => Error;

/** Throws one of the SDK's own exceptions; the wire writes it with its code, status and members. */
export function fail<C extends new (options: never) => Error>(
  type: C,
  message: string,
  members: Omit<ConstructorParameters<C>[0], "message" | "$metadata"> | Record<string, never> = {},
): never {
  throw new (type as unknown as FaultClass)({ ...members, message, $metadata: {} });
}
