import type { Account, OrganizationalUnit, PolicyTarget, ServiceControlPolicy } from "../estate.ts";
import { everywhere, pathsTo, unitNames } from "../file/checks/check-accounts.ts";
import type { Word } from "../file/word.ts";
import {
  controlPolicyDocument,
  controlPolicyName,
  findGuardrail,
  parseGuardrailPhrase,
} from "../guardrails/guardrail-policy.ts";
import { byName, ownedTags, plainTags, type Resolving, sourceOf } from "./resolving.ts";

/** The accounts that the file asks for. */
export function resolveAccounts({ content, file }: Resolving): readonly Account[] {
  return content.accounts
    .map(({ key, value }) => ({
      name: key.text,
      ...(value.id === undefined ? {} : { id: value.id.text }),
      ...(value.email === undefined ? {} : { email: value.email.text }),
      unit: value.unit === undefined ? "/" : `/${value.unit.text}`,
      tags: plainTags(value.tags),
      source: sourceOf(key.span, file),
    }))
    .toSorted(byName((account) => account.name));
}

/** The organizational units that accounts of the file live in, parents first. */
export function resolveUnits({ content, file }: Resolving): readonly OrganizationalUnit[] {
  const units = new Map<string, OrganizationalUnit>();
  for (const { value } of content.accounts) {
    for (const path of pathsTo(value.unit?.text)) {
      if (value.unit !== undefined && !units.has(path))
        units.set(path, { path: `/${path}`, source: sourceOf(value.unit.span, file) });
    }
  }
  return [...units.values()].toSorted(byName((unit) => unit.path));
}

/** The service control policies that the file's guardrails become; one for each phrase, with all its targets. */
export function resolveGuardrails(resolving: Resolving): readonly ServiceControlPolicy[] {
  const { content } = resolving;
  const policies = new Map<string, ServiceControlPolicy>();
  for (const { key, value } of content.guardrails ?? []) {
    const target = targetOf(key.text, content);
    for (const word of target === undefined ? [] : value) {
      const policy = controlPolicy(word, resolving);
      if (policy === undefined || target === undefined) continue;
      const targets = [...(policies.get(policy.name)?.targets ?? []), target];
      policies.set(policy.name, { ...(policies.get(policy.name) ?? policy), targets });
    }
  }
  return [...policies.values()].toSorted(byName((policy) => policy.name));
}

function targetOf(place: string, content: Resolving["content"]): PolicyTarget | undefined {
  if (place === everywhere) return { kind: "root" };
  const unit = unitNames(content).get(place);
  if (unit !== undefined) return { kind: "unit", path: `/${unit}` };
  return content.accounts.some(({ key }) => key.text === place) ? { kind: "account", name: place } : undefined;
}

function controlPolicy(word: Word, { owner, file }: Resolving): ServiceControlPolicy | undefined {
  const phrase = parseGuardrailPhrase(word.text);
  const guardrail = findGuardrail(phrase.name);
  if (guardrail === undefined) return undefined;
  return {
    name: controlPolicyName(phrase),
    description: guardrail.doc,
    document: controlPolicyDocument(guardrail, phrase.words),
    targets: [],
    tags: ownedTags(undefined, owner),
    source: sourceOf(word.span, file),
  };
}
