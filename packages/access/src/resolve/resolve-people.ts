import type { Group, User } from "../estate.ts";
import type { PersonSection } from "../file/sections/people.ts";
import type { Entry } from "../file/word.ts";
import { byName, type Resolving, sourceOf } from "./resolving.ts";

/** People who are here, by address. */
export function presentPeople({ content }: Pick<Resolving, "content">): readonly Entry<PersonSection>[] {
  return (content.people ?? []).filter(({ value }) => value.left === undefined);
}

/** The Identity Center users that the file asks for. */
export function resolveUsers(resolving: Resolving): readonly User[] {
  return presentPeople(resolving)
    .map(({ key, value }) => ({
      userName: key.text,
      ...namesOfPerson(key.text, value.name?.text),
      email: key.text,
      source: sourceOf(key.span, resolving.file),
    }))
    .toSorted(byName((user) => user.userName));
}

/** The groups that the file asks for, with the people who are in them and have not left. */
export function resolveGroups(resolving: Resolving): readonly Group[] {
  return resolving.content.groups
    .map(({ key, value }) => ({
      displayName: value.text,
      members: membersOf(key.text, resolving),
      source: sourceOf(key.span, resolving.file),
    }))
    .toSorted(byName((group) => group.displayName));
}

/** The addresses of the people in a group, by its key; sorted, each once. */
export function membersOf(group: string, resolving: Pick<Resolving, "content">): readonly string[] {
  const members = presentPeople(resolving).filter(({ value }) => (value.is ?? []).some((word) => word.text === group));
  return [...new Set(members.map(({ key }) => key.text))].toSorted();
}

/** Identity Center wants three names of everybody; where the file gives none they are made from the address. */
export function namesOfPerson(
  address: string,
  name: string | undefined,
): Pick<User, "displayName" | "givenName" | "familyName"> {
  const words =
    name?.split(/\s+/) ??
    (address.split("@")[0] ?? address)
      .split(/[._+-]+/)
      .filter((word) => word !== "")
      .map(capitalised);
  const [givenName = address, ...rest] = words;
  const familyName = rest.join(" ") === "" ? givenName : rest.join(" ");
  return { displayName: name ?? words.join(" "), givenName, familyName };
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
