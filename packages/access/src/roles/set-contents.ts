import type { PermissionSetSection, Use } from "../file/sections/permission-sets.ts";
import type { Word } from "../file/word.ts";
import { findRole } from "./role-catalogue.ts";
import type { Role } from "./role.ts";

/** What a permission set comes to: its role, if it has one, with what the file adds. */
export interface SetContents {
  readonly role?: Role;
  readonly use: readonly Use[];
  readonly never: readonly Word[];
  readonly sessionMinutes: number;
}

/** A session where neither the file nor the role says: AWS's own default, one hour. */
const defaultSession = 60;

/** Puts a permission set together. What comes from the role comes first, and stands where the file names the role. */
export function setContents(section: PermissionSetSection): SetContents {
  const named = section.role;
  const role = named === undefined ? undefined : findRole(named.text);
  const wordsOf = (texts: readonly string[] = []): readonly Word[] =>
    named === undefined ? [] : texts.map((text) => ({ ...named, text }));
  return {
    ...(role === undefined ? {} : { role }),
    use: [...wordsOf(role?.use).map((word) => ({ kind: "named" as const, word })), ...(section.use ?? [])],
    never: [...wordsOf(role?.never), ...(section.never ?? [])],
    sessionMinutes: section.session?.minutes ?? (role === undefined ? defaultSession : role.sessionHours * 60),
  };
}
