import { WireFault } from "@castellan/wire";
import type { Caller } from "../frame/caller.ts";

/** The user a call is about: the one named, else the caller; undefined for the root user. */
export function userNameOrCaller(caller: Caller, userName: string | undefined): string | undefined {
  if (userName !== undefined) return userName;
  if (caller.kind === "root") return undefined;
  if (caller.kind === "iamUser") return caller.userName;
  throw new WireFault("ValidationError", 400, "Must specify userName when calling with non-User credentials");
}
