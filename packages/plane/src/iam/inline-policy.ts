import { LimitExceededException, NoSuchEntityException, type PolicyDetail } from "@aws-sdk/client-iam";
import { quotas } from "@castellan/catalog";
import { fail } from "../frame/fault.ts";
import type { Transaction } from "../frame/transaction.ts";
import type { PolicyHolder } from "../records/iam.ts";
import { iamPage, type PageRequest, sortedBy } from "./page.ts";
import { checkDocument, encodeDocument, sizeOf } from "./policy-document.ts";
import type { HolderKind } from "./policy-holder.ts";

/** Writes a policy into a holder, in place of the one of that name. */
export function putInlinePolicy<Holder extends PolicyHolder>(
  tx: Transaction,
  kind: HolderKind<Holder>,
  holder: Holder,
  { PolicyName: name, PolicyDocument: document }: { readonly PolicyName: string; readonly PolicyDocument: string },
): object {
  checkDocument(document, "identity");
  const inlinePolicies = { ...holder.inlinePolicies, [nameIn(holder, name) ?? name]: document };
  const size = Object.values(inlinePolicies).reduce((total, text) => total + sizeOf(text), 0);
  const { value: limit } = quotas[kind.inlineQuota];
  if (size > limit) {
    fail(
      LimitExceededException,
      `Maximum policy size of ${limit} bytes exceeded for ${kind.word} ${kind.nameOf(holder)}`,
    );
  }
  tx.put(kind.collection, { ...holder, inlinePolicies });
  return {};
}

/** A policy written into a holder, or NoSuchEntity. */
export function inlinePolicyNamed<Holder extends PolicyHolder>(
  kind: HolderKind<Holder>,
  holder: Holder,
  name: string,
): { readonly PolicyName: string; readonly PolicyDocument: string } {
  const known = nameIn(holder, name);
  const document = known === undefined ? undefined : holder.inlinePolicies[known];
  if (known === undefined || document === undefined) return noPolicy(kind, name);
  return { PolicyName: known, PolicyDocument: encodeDocument(document) };
}

/** Takes a policy out of a holder, or NoSuchEntity. */
export function deleteInlinePolicy<Holder extends PolicyHolder>(
  tx: Transaction,
  kind: HolderKind<Holder>,
  holder: Holder,
  name: string,
): object {
  const known = nameIn(holder, name) ?? noPolicy(kind, name);
  const { [known]: _, ...inlinePolicies } = holder.inlinePolicies;
  tx.put(kind.collection, { ...holder, inlinePolicies });
  return {};
}

/** One page of the names of the policies written into a holder. */
export function inlinePolicyPage(holder: PolicyHolder, request: PageRequest) {
  const keyOf = (name: string) => name.toLowerCase();
  const { items, paging } = iamPage(sortedBy(Object.keys(holder.inlinePolicies), keyOf), request, keyOf);
  return { PolicyNames: [...items], ...paging };
}

/** The policies written into a holder, with their documents. */
export const describeInlinePolicies = (holder: PolicyHolder): PolicyDetail[] =>
  Object.entries(holder.inlinePolicies).map(([name, document]) => ({
    PolicyName: name,
    PolicyDocument: encodeDocument(document),
  }));

/** The name a policy was written under, found without regard to letter case. */
const nameIn = (holder: PolicyHolder, name: string): string | undefined =>
  Object.keys(holder.inlinePolicies).find((known) => known.toLowerCase() === name.toLowerCase());

const noPolicy = (kind: { readonly word: string }, name: string): never =>
  fail(NoSuchEntityException, `The ${kind.word} policy with name ${name} cannot be found.`);
