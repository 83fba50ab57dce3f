import { ValidationException } from "@aws-sdk/client-identitystore";
import { fail } from "../frame/fault.ts";
import type { Json } from "./attribute-paths.ts";

/** Names that neither users nor groups may have [Identity Store API Reference, CreateUser and CreateGroup]. */
const reservedNames: readonly unknown[] = ["Administrator", "AWSAdministrators"];

/** Fails for a name AWS keeps for itself. */
export function refuseReserved(name: Json | undefined): void {
  if (reservedNames.includes(name)) fail(ValidationException, `${String(name)} is a reserved name and can't be used for users or groups`);
}
