import type { Member } from "../schema/shape.ts";

/** The places of an HTTP message to which a member can be bound, by the trait that binds it. */
export const bindingTraits = [
  "httpLabel",
  "httpQuery",
  "httpQueryParams",
  "httpHeader",
  "httpPrefixHeaders",
  "httpPayload",
  "httpResponseCode",
] as const;

/** The trait that binds a member outside the JSON body. */
export type BindingTrait = (typeof bindingTraits)[number];

/** Where a member is bound, or undefined for a member of the JSON body. */
export function bindingOf(member: Member): BindingTrait | undefined {
  return bindingTraits.find((trait) => member.traits[trait] !== undefined);
}

/** Whether a member lives outside the JSON body. */
export function isBound(member: Member): boolean {
  return bindingOf(member) !== undefined;
}
