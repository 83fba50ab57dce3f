import { type EstateView, nearName, openEstate } from "@castellan/access";
import { installedCatalog } from "@castellan/catalog/node";
import { goodAccessFile } from "../access-file/open-access-file.ts";
import type { Invocation } from "../command-tree.ts";
import { CommandFailure, exitCodes } from "../exit-codes.ts";

/** The policies of a permission set of the access file, and its boundary; nothing of the accounts where it is assigned. */
export function readPermissionSet(name: string, invocation: Invocation): ReturnType<EstateView["documentsOf"]> {
  const { loaded, name: file } = goodAccessFile(invocation);
  const { estate } = loaded.desired;
  const names = estate.permissionSets.map((set) => set.name);
  if (!names.includes(name)) throw unknownSet(name, names, file);
  const account = estate.assignments.find(({ permissionSet }) => permissionSet === name)?.account;
  const documents = openEstate(estate, installedCatalog()).documentsOf({
    kind: "permissionSet",
    permissionSet: name,
    principal: { kind: "group", name: "" },
    account: account ?? estate.organization.managementAccount,
  });
  const [missing] = documents.missing;
  if (missing !== undefined) throw new CommandFailure(exitCodes.input, `\`${name}\` cannot be compared: ${missing}`);
  return documents;
}

function unknownSet(name: string, names: readonly string[], file: string): CommandFailure {
  const near = nearName(name, names);
  return new CommandFailure(
    exitCodes.input,
    `\`${file}\` has no permission set \`${name}\``,
    near === undefined ? `it has ${names.join(", ")}` : `did you mean \`set:${near}\`?`,
  );
}
