import { faultOf, isFault, isNetworkFault } from "./aws-fault.ts";

/** Why a target could not be read or written, in the kinds that a person has to act on differently. */
export interface TargetFault {
  /** `signIn`: no or expired credentials; `refused`: not allowed; `unreachable`: no answer; `other`: AWS's own words. */
  readonly kind: "signIn" | "refused" | "unreachable" | "other";
  readonly message: string;
  readonly help?: string;
}

const signInFaults = [
  "CredentialsProviderError",
  "ExpiredToken",
  "InvalidClientTokenId",
  "UnrecognizedClient",
  "SignatureDoesNotMatch",
  "TokenRefreshRequired",
  "InvalidSignature",
  "MissingAuthenticationToken",
];
const refusals = ["AccessDenied", "UnauthorizedOperation", "AuthorizationError", "NotAuthorized"];

/** What an error from reading or applying means for the person. */
export function targetFault(error: unknown): TargetFault {
  const { name, message } = faultOf(error);
  if (isFault(error, ...signInFaults)) {
    return { kind: "signIn", message, help: "sign in first: `aws sso login`, or set AWS_PROFILE or AWS_ACCESS_KEY_ID" };
  }
  if (isFault(error, ...refusals)) {
    return { kind: "refused", message, help: "use credentials of an administrator of the management account" };
  }
  if (isNetworkFault(error)) return { kind: "unreachable", message: `no answer from the target (${message})` };
  return { kind: "other", message: name === "Error" ? message : `${name}: ${message}` };
}
