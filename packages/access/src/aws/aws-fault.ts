/** What an SDK exception says, read without trusting its shape. */
export interface AwsFault {
  readonly name: string;
  readonly message: string;
  readonly status?: number;
  readonly retryAfterMilliseconds?: number;
}

/** The fault in whatever was thrown. */
export function faultOf(error: unknown): AwsFault {
  if (!isRecord(error)) return { name: "Error", message: String(error) };
  const metadata = isRecord(error["$metadata"]) ? error["$metadata"] : {};
  const status = metadata["httpStatusCode"];
  const seconds = error["RetryAfterSeconds"];
  return {
    name: textOf(error["name"]) ?? textOf(error["code"]) ?? "Error",
    message: textOf(error["message"]) ?? textOf(error["Message"]) ?? "no message",
    ...(typeof status === "number" ? { status } : {}),
    ...(typeof seconds === "number" ? { retryAfterMilliseconds: seconds * 1000 } : {}),
  };
}

/** True when the fault has one of these names; `XException`, `XFault` and `X` are the same name. */
export function isFault(error: unknown, ...names: readonly string[]): boolean {
  const name = shortName(faultOf(error).name);
  return names.some((candidate) => shortName(candidate) === name);
}

/** Faults that go away by waiting: throttling, others writing at the same time, the service's own trouble. */
export function isPassing(error: unknown): boolean {
  const { status } = faultOf(error);
  return isFault(error, ...passingFaults) || (status !== undefined && status >= 500) || isNetworkFault(error);
}

/** True when the thing is there already, or something else stands in the way of writing it now. */
export function isConflict(error: unknown): boolean {
  return isFault(error, ...conflictFaults);
}

/** True when what the call speaks of does not exist. */
export function isMissing(error: unknown): boolean {
  return isFault(error, "ResourceNotFound", "NoSuchEntity", "PolicyNotAttached", "PolicyNotFound");
}

const passingFaults = [
  "Throttling",
  "ThrottlingException",
  "ThrottledException",
  "RequestThrottled",
  "TooManyRequests",
  "RequestLimitExceeded",
  "ConcurrentModification",
  "EntityTemporarilyUnmodifiable",
  "FinalizingOrganization",
  "PolicyChangesInProgress",
  "ServiceUnavailable",
  "InternalServer",
  "InternalFailure",
  "ServiceFailure",
  "TimeoutError",
];

const conflictFaults = [
  "Conflict",
  "EntityAlreadyExists",
  "AlreadyInOrganization",
  "DuplicateAccount",
  "DuplicateOrganizationalUnit",
  "DuplicatePolicy",
  "DuplicatePolicyAttachment",
  "PolicyTypeAlreadyEnabled",
];

const networkCodes = new Set(["ECONNRESET", "ECONNREFUSED", "EPIPE", "ETIMEDOUT", "EAI_AGAIN"]);

/** True when no answer came: the target is unreachable or hung up. */
export function isNetworkFault(error: unknown): boolean {
  return isRecord(error) && networkCodes.has(textOf(error["code"]) ?? "");
}

function shortName(name: string): string {
  return name.replace(/(Exception|Fault)$/, "");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
