import { ValidationException } from "@aws-sdk/client-identitystore";
import { fail } from "../frame/fault.ts";
import type { Json } from "./attribute-paths.ts";

/** Names that neither users nor groups may have [Identity Store API Reference, CreateUser and CreateGroup]. */
const reservedNames: ReadonlySet<Json | undefined> = new Set(["Administrator", "AWSAdministrators"]);

/** Fails for a name AWS keeps for itself. */
export function refuseReserved(name: Json | undefined): void {
  if (!reservedNames.has(name)) return;
  fail(
    ValidationException,
    "`Administrator` and `AWSAdministrators` are reserved names and can't be used for users or groups",
  );
}
