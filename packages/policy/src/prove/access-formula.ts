import { conditionOperators } from "../condition/operators.ts";
import { trustActions } from "../document/check-action.ts";
import { whyNotApplicable } from "../decide/applicability.ts";
import type { Layer } from "../decide/decision.ts";
import { isPublicPolicy } from "../decide/s3-public-access.ts";
import { fieldGlob } from "../pattern/arn-pattern.ts";
import { parseGlob } from "../pattern/glob.ts";
import { accountGrant, directGrant, noGrant, parentGrant, type Grant } from "../principal/grant.ts";
import type { Query } from "../request/query.ts";
import type { AtomTable } from "./atom.ts";
import { resourceFormula, type BoundStatement } from "./bind-statement.ts";
import { all, always, fact, literal, never, not, some, type Formula } from "./formula.ts";
import type { Standpoint } from "./standpoint.ts";

/** The statements that speak of an action, by the layer they sit in; undefined for a layer without policies. */
export interface Speaking {
  readonly identity: readonly BoundStatement[];
  readonly resource: readonly BoundStatement[] | undefined;
  readonly boundary: readonly BoundStatement[] | undefined;
  readonly session: readonly BoundStatement[] | undefined;
  readonly scps: readonly (readonly BoundStatement[])[];
  readonly rcps: readonly (readonly BoundStatement[])[];
  readonly vpcEndpoint: readonly BoundStatement[] | undefined;
}

/** What the formula of an action is made in. */
interface Scene {
  readonly query: Query;
  readonly sameAccount: boolean;
  readonly standpoint: Standpoint;
  readonly speaking: Speaking;
  readonly atoms: AtomTable;
}

/** When a side is allowed an action, in its own account or across accounts: the evaluation logic as a formula. */
export function allowedFormula(
  standpoint: Standpoint,
  speaking: Speaking,
  action: string,
  sameAccount: boolean,
  atoms: AtomTable,
): Formula {
  const query = standpoint.queryOf(action, sameAccount);
  const scene = { query, sameAccount, standpoint, speaking: applicable(speaking, query), atoms };
  if (needsNoPermission(query)) return always;
  return all([
    callFormula(scene),
    not(denied(scene)),
    ...scene.speaking.scps.map((level) => granted(level)),
    scene.speaking.vpcEndpoint === undefined ? always : granted(scene.speaking.vpcEndpoint),
    grantFormula(scene),
    fact(!isBlockedAsPublic(scene)),
  ]);
}

/** The layers that speak about this caller. */
function applicable(speaking: Speaking, query: Query): Speaking {
  const applies = (layer: Layer): boolean => whyNotApplicable(layer, query) === undefined;
  const { caller, facts } = query;
  const reaches = ({ grant }: BoundStatement): boolean =>
    facts.gatewayEndpoint !== true || caller.kind === "root" || grant !== accountGrant;
  return {
    identity: applies("identity") ? speaking.identity : [],
    resource: applies("resource") ? speaking.resource : undefined,
    boundary: applies("boundary") ? speaking.boundary : undefined,
    session: applies("session") ? speaking.session : undefined,
    scps: applies("scp") ? speaking.scps : [],
    rcps: applies("rcp") ? speaking.rcps : [],
    vpcEndpoint: applies("vpcEndpoint") ? speaking.vpcEndpoint?.filter(reaches) : undefined,
  };
}

/** Calls that no policy can deny. */
function needsNoPermission({ caller, action, facts }: Query): boolean {
  const signed = caller.kind !== "anonymous" && caller.kind !== "identityProvider" && caller.kind !== "unknown";
  if (!signed || action === "sts:getcalleridentity") return signed;
  const temporary = caller.kind === "roleSession" || caller.kind === "federatedUser" || facts.sessionToken === true;
  return action === "sts:getsessiontoken" && !temporary;
}

/** What the credentials can call at all. */
function callFormula(scene: Scene): Formula {
  const { caller, action, service, facts } = scene.query;
  if (caller.kind === "unknown") return never;
  if (caller.kind === "root" && action === "sts:assumerole") return never;
  if (caller.kind === "federatedUser" && (service === "iam" || service === "sts")) return never;
  const needsLongTerm = action === "sts:getfederationtoken" || action === "sts:getsessiontoken";
  if (caller.kind === "roleSession" && needsLongTerm) return never;
  if (facts.sessionToken !== true) return always;
  if (service === "iam") return mfaPresent(scene);
  return fact(service !== "sts" || action === "sts:assumerole");
}

const mfaKey = "aws:multifactorauthpresent";

function mfaPresent({ standpoint, atoms }: Scene): Formula {
  const settled = standpoint.settledOf(mfaKey);
  if (settled !== undefined) return fact(settled.value === "true");
  const operator = conditionOperators.StringEquals;
  const tests = [{ parts: ["true"], open: [] }];
  return literal(
    atoms.intern({
      kind: "key",
      key: mfaKey,
      name: "aws:MultiFactorAuthPresent",
      operator,
      qualifier: undefined,
      ifExists: false,
      tests,
      open: [],
    }),
  );
}

/** Some statement with a grant allows. */
function granted(statements: readonly BoundStatement[], grant?: Grant): Formula {
  return some(
    statements.flatMap(({ statement, grant: own, matches }) =>
      statement.effect === "Allow" && own !== noGrant && (grant === undefined || own === grant) ? [matches] : [],
    ),
  );
}

/** Some statement of any layer denies. */
function denied(scene: Scene): Formula {
  const { identity, resource, boundary, session, scps, rcps, vpcEndpoint } = scene.speaking;
  const spared = mayRescueBucket(scene);
  const layers = [identity, spared ? [] : resource, boundary, session, ...scps, ...rcps, vpcEndpoint];
  return some(
    layers
      .flatMap((statements) => statements ?? [])
      .flatMap(({ statement, grant, matches }) => (statement.effect === "Deny" && grant !== noGrant ? [matches] : [])),
  );
}

const bucketPolicyActions: ReadonlySet<string> = new Set([
  "s3:getbucketpolicy",
  "s3:putbucketpolicy",
  "s3:deletebucketpolicy",
]);

/** The owner's root user can always repair a bucket policy. */
function mayRescueBucket({ query, sameAccount }: Scene): boolean {
  return query.caller.kind === "root" && sameAccount && bucketPolicyActions.has(query.action);
}

function isBlockedAsPublic({ query, sameAccount, standpoint }: Scene): boolean {
  const restricts = query.facts.blockPublicAccess?.restrictPublicBuckets === true;
  if (!restricts || query.service !== "s3" || sameAccount || query.caller.kind === "service") return false;
  const { resource } = standpoint.side.policies;
  return resource !== undefined && isPublicPolicy(resource.policy);
}

/** The paths on which a permission can come. */
function grantFormula(scene: Scene): Formula {
  const { query, sameAccount, speaking } = scene;
  const { kind } = query.caller;
  const resource = speaking.resource ?? [];
  if (kind === "anonymous" || kind === "service" || kind === "identityProvider") return granted(resource, directGrant);
  const session = speaking.session === undefined ? fact(kind !== "federatedUser") : granted(speaking.session);
  if (kind === "root") return all([session, rootFormula(scene)]);
  const boundary = speaking.boundary === undefined ? always : granted(speaking.boundary);
  const identity = granted(speaking.identity);
  if (!sameAccount) return all([granted(resource), identity, boundary, session]);
  const trustOnly = trustFormula(scene);
  const boundTrust = kind === "user" && query.service === "sts" ? some([not(trustOnly), boundary]) : always;
  return some([
    all([granted(resource, directGrant), boundTrust]),
    all([granted(resource, parentGrant), boundary, session]),
    all([identity, boundary, session, some([not(trustOnly), granted(resource, accountGrant)])]),
  ]);
}

function rootFormula(scene: Scene): Formula {
  const byPolicy = granted(scene.speaking.resource ?? []);
  return scene.sameAccount ? some([not(trustFormula(scene)), byPolicy]) : byPolicy;
}

const roleTrustActions: ReadonlySet<string> = new Set(trustActions);

/** The resource policy must allow even inside the account: a role's trust policy, a KMS key policy. */
function trustFormula({ query, standpoint, atoms }: Scene): Formula {
  const { resource } = standpoint.side.policies;
  if (resource?.kind === "trust") return always;
  if (roleTrustActions.has(query.action)) return resource === undefined ? isOfType("iam", "role/*", atoms) : always;
  return query.service === "kms" && !standpoint.keysDelegate ? isOfType("kms", "key/*", atoms) : never;
}

function isOfType(service: string, rest: string, atoms: AtomTable): Formula {
  const any = fieldGlob("*");
  const tail = { parts: parseGlob(rest), open: [] };
  return resourceFormula([{ kind: "arn", head: [any, fieldGlob(service), any, any], tail }], true, atoms);
}
