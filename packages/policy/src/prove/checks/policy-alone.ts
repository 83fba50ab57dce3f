import type { Policy, Statement } from "../../document/policy-node.ts";
import { compilePolicy } from "../../match/compile-policy.ts";
import type { CompiledPolicy } from "../../match/compiled-policy.ts";
import type { ProofSide, Region } from "../question.ts";
import { fullArn } from "./full-arn.ts";
import { isCovered, principalKeys, type PrincipalClass } from "./principal-class.ts";

/** Makes sides on which nothing but one policy speaks. */
export interface PoliciesAlone {
  /** What a policy by itself allows a class of principals, in one partition. */
  sideOf(policy: Policy, principals: PrincipalClass, partition: string): ProofSide;
}

/** Compiles the part of a policy that speaks to a class once for all classes it is the same for. */
export function policiesAlone(): PoliciesAlone {
  const compiled = new WeakMap<Policy, Map<string, CompiledPolicy>>();
  const partOf = (policy: Policy, principals: PrincipalClass): CompiledPolicy => {
    const parts = compiled.get(policy) ?? new Map<string, CompiledPolicy>();
    compiled.set(policy, parts);
    const statements = policy.statements.filter((statement) => isCovered(statement, principals));
    const signature = statements.map(({ index }) => index).join();
    const known = parts.get(signature);
    if (known !== undefined) return known;
    const made = compilePolicy({ ...policy, statements: statements.map(toEverybody) }, "the policy");
    parts.set(signature, made);
    return made;
  };
  return {
    sideOf: (policy, principals, partition) => ({
      principal: speaker(partition),
      policies: { resource: partOf(policy, principals) },
      ...(principals.facts.principalTags && { facts: { principalTags: principals.facts.principalTags } }),
    }),
  };
}

/** An identity provider has no account, no policies of its own and no call that needs no permission. */
const speaker = (partition: string): string => `arn:${partition}:iam::000000000000:saml-provider/any`;

function toEverybody({ principal: _, ...statement }: Statement): Statement {
  const { resource } = statement;
  if (resource === undefined) return statement;
  const patterns = resource.patterns.map((text) => ({ ...text, value: fullArn(text.value) }));
  return { ...statement, resource: { ...resource, patterns } };
}

/** The requests of a class of principals within a region. */
export function regionOf(principals: PrincipalClass, region: Region): Region {
  const { context, absent, conditions } = principals;
  return {
    ...region,
    context: { ...region.context, ...context },
    absent: [...absent, ...(region.absent ?? [])],
    free: principalKeys.filter((key) => !absent.includes(key) && !(key in context)),
    conditions: [...conditions, ...(region.conditions ?? [])],
  };
}
