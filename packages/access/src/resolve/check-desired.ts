import {
  countCharacters,
  parsePolicy,
  type PolicyKind,
  policyLimits,
  type PolicyStore,
  type Span,
} from "@castellan/policy";
import { listProfiles, profileNaming } from "../profiles/list-profiles.ts";
import type { Reading } from "../file/reading.ts";
import { decideAdministrators } from "../questions/decide-administrators.ts";
import { openEstate } from "../questions/estate-view.ts";
import { boundaryDocument } from "../roles/boundary-policy.ts";
import { setPolicy } from "../roles/set-policy.ts";
import { readStatements, usedPolicy } from "../roles/used-policy.ts";
import type { DesiredAccess } from "./resolve-access-file.ts";
import type { Resolving } from "./resolving.ts";

/** Checks what an access file comes to: policies that AWS accepts, enough administrators, profile names that are unlike. */
export function checkDesired(desired: DesiredAccess, resolving: Resolving, reading: Reading): void {
  checkPolicyFiles(resolving, reading);
  checkPolicies(resolving, reading);
  checkProfiles(desired, resolving, reading);
  // Deciding who administers needs names that are known and policies that are whole.
  if (!reading.diagnostics.some(({ severity }) => severity === "error"))
    checkAdministrators(desired, resolving, reading);
}

function checkPolicyFiles(resolving: Resolving, reading: Reading): void {
  const uses = resolving.content.permissionSets.flatMap(({ value }) => value.use ?? []);
  for (const use of uses) {
    const found = use.kind === "named" ? usedPolicy(use.word.text, resolving) : undefined;
    if (use.kind !== "named" || found?.kind !== "file") continue;
    const text = resolving.readText(found.path);
    const { span } = use.word;
    if (text === undefined)
      reading.report("CST0110", `policy file \`${found.path}\` cannot be read`, {
        span,
        help: "the path is taken from the access file's folder",
      });
    else if (readStatements(text) === undefined)
      reading.report("CST0209", `\`${found.path}\` is not an IAM policy`, {
        span,
        help: "a JSON policy with `Statement`",
      });
  }
}

function checkPolicies(resolving: Resolving, reading: Reading): void {
  const iam = resolving.content.organization.method?.text === "iam-users";
  for (const { key, value } of resolving.content.permissionSets) {
    const { inlinePolicy } = setPolicy(value, resolving);
    const store = iam ? "managedPolicy" : "roleInlinePolicies";
    if (inlinePolicy !== undefined)
      checkDocument(
        { document: inlinePolicy, store, kind: "identity", owner: `permission set \`${key.text}\``, span: key.span },
        reading,
      );
  }
  for (const { key, value } of resolving.content.boundaries ?? []) {
    const document = boundaryDocument(key.text, value, resolving);
    checkDocument(
      { document, store: "managedPolicy", kind: "boundary", owner: `boundary \`${key.text}\``, span: key.span },
      reading,
    );
  }
}

interface WrittenPolicy {
  readonly document: string;
  readonly store: PolicyStore;
  readonly kind: PolicyKind;
  readonly owner: string;
  readonly span: Span;
}

function checkDocument({ document, store, kind, owner, span }: WrittenPolicy, reading: Reading): void {
  const limit = policyLimits[store];
  const length = countCharacters(document, limit);
  if (length > limit.maxCharacters) {
    reading.report("CST0208", `the policy of ${owner} has ${length} characters`, {
      span,
      help: `AWS allows ${limit.maxCharacters}; use fewer tasks, or wider patterns`,
    });
  }
  const parsed = parsePolicy(document, { kind });
  if (parsed.kind === "policy") return;
  const notes = parsed.diagnostics
    .slice(0, 3)
    .map(({ message, help }) => ({ message: help === undefined ? message : `${message}: ${help}` }));
  reading.report("CST0209", `AWS would refuse the policy of ${owner}: ${parsed.message}`, { span, notes });
}

function checkProfiles({ estate }: DesiredAccess, { content }: Resolving, reading: Reading): void {
  if (content.organization.method?.text === "iam-users") return;
  const { diagnostics } = listProfiles(estate, profileNaming(content));
  const at = content.profiles?.name?.span ?? content.profiles?.span ?? content.organization.span;
  reading.diagnostics.push(
    ...diagnostics.map((diagnostic) => (diagnostic.span === undefined ? { ...diagnostic, span: at } : diagnostic)),
  );
}

function checkAdministrators(
  { estate, administrators }: DesiredAccess,
  { content, catalog }: Resolving,
  reading: Reading,
): void {
  const people = decideAdministrators(openEstate(estate, catalog), administrators.atLeast);
  if (people.length >= administrators.atLeast) return;
  const message =
    people.length === 0 ? "nobody administers the organization" : `only \`${people[0]}\` administers the organization`;
  const span =
    content.people === undefined
      ? content.organization.span
      : (content.people[0]?.key.span ?? content.organization.span);
  const help =
    "put a second person into a group with AdministratorAccess in the management account, or say why one is enough: `sign-in: {sole-administrator: …}`";
  reading.report("CST0205", message, { span, help });
}
