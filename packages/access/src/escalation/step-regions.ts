import type { Catalog, Region, RequestContext } from "@castellan/policy";
import type { Actor } from "./actor.ts";
import type { EscalationSet } from "./escalation-set.ts";

/** What a request of a path is about: its region, the side that asks, and whether it has to be about the same object as others. */
export interface StepRegion {
  readonly action: string;
  readonly side: keyof Actor["sides"];
  readonly region: Region;
  /** Requests of a path with the same word here are about one object. */
  readonly object: string;
  /** The request carries one of these besides. */
  readonly oneOf?: readonly RequestContext[];
}

const administratorAccess = "arn:aws:iam::aws:policy/AdministratorAccess";
type IamObject = "user" | "group" | "role" | "policy";

/** The actions of IAM that change an object, by the object. */
const iamObjects: Readonly<Record<IamObject, string>> = {
  user:
    "PutUserPolicy AttachUserPolicy DeleteUserPolicy DetachUserPolicy PutUserPermissionsBoundary DeleteUserPermissionsBoundary " +
    "CreateAccessKey DeleteAccessKey CreateLoginProfile UpdateLoginProfile CreateServiceSpecificCredential",
  group: "PutGroupPolicy AttachGroupPolicy AddUserToGroup",
  role:
    "PutRolePolicy AttachRolePolicy DeleteRolePolicy DetachRolePolicy PutRolePermissionsBoundary DeleteRolePermissionsBoundary " +
    "UpdateAssumeRolePolicy CreateRole PassRole",
  policy: "CreatePolicyVersion SetDefaultPolicyVersion",
};

const objectOf: ReadonlyMap<string, IamObject> = new Map(
  (["user", "group", "role", "policy"] as const).flatMap((object) =>
    iamObjects[object].split(" ").map((name) => [`iam:${name}`, object] as const),
  ),
);

/** Types of resource that count where the catalogue's required ones do not say it: alternatives, or what makes the path. */
const typesThatCount: Readonly<Record<string, readonly string[]>> = {
  "bedrock-agentcore:StartCodeInterpreterSession": ["code-interpreter-custom"],
  "bedrock-agentcore:InvokeCodeInterpreter": ["code-interpreter-custom"],
  "bedrock-agentcore:StartBrowserSession": ["browser-custom"],
  "ssm:SendCommand": ["document", "instance"],
  "ssm:StartSession": ["instance"],
  "batch:SubmitJob": ["job-definition", "job-queue"],
  "s3:GetObject": ["object"],
};

/** The regions in which an action of a set has to have an allowed request; undefined where the caller has no such object. */
export function stepRegions(
  action: string,
  set: EscalationSet,
  actor: Actor,
  catalog: Catalog,
): readonly StepRegion[] | undefined {
  const object = objectOf.get(action);
  if (object !== undefined) return iamStep(action, object, set, actor);
  if (/^sts:AssumeRo(?:le|ot)$/.test(action)) return [assumeStep(action, set, actor)];
  const carried = set.needs.find((need) => need.kind === "context" && need.action === action);
  return resourceTypes(action, catalog).map(({ name, arn }) => ({
    action,
    ...(carried?.kind === "context" ? { oneOf: carried.oneOf } : {}),
    side: "calling",
    region: arn === undefined ? { actions: [action] } : { actions: [action], resources: [arn] },
    object: arn === undefined ? action : `${action.slice(0, action.indexOf(":"))} ${name}`,
  }));
}

/** The steps of which one has to be open: one for each context that the request may carry. */
export function alternatives(step: StepRegion): readonly StepRegion[] {
  const { oneOf = [{}], ...plain } = step;
  return oneOf.map((context) => ({
    ...plain,
    region: { ...step.region, context: { ...step.region.context, ...context } },
  }));
}

/** The step in a Region of AWS, so that a request reads as one that could be made; IAM and what has no Region stay as they are. */
export function inRegion(step: StepRegion, home: string): StepRegion {
  const { resources, context } = step.region;
  if (resources === "any" || resources?.some((arn) => /^arn:aws:[^:]*::/.test(arn))) return step;
  const here = resources?.map((arn) => arn.replace(/^(arn:aws:[^:]*):\*:/, `$1:${home}:`));
  const region = {
    ...step.region,
    context: { ...context, "aws:RequestedRegion": home },
    ...(here && { resources: here }),
  };
  return { ...step, region };
}

function iamStep(
  action: string,
  object: IamObject,
  set: EscalationSet,
  actor: Actor,
): readonly StepRegion[] | undefined {
  const resources = set.subject === "own" ? ownResources(action, object, set, actor) : [anyOf(object, actor)];
  if (resources.length === 0) return undefined;
  const region: Region = { actions: [action], resources, ...contextOf(action, set) };
  return [{ action, side: set.subject === "own" ? "calling" : "others", region, object }];
}

function ownResources(
  action: string,
  object: IamObject,
  set: EscalationSet,
  { own, accountId }: Actor,
): readonly string[] {
  if (action === "iam:AddUserToGroup") return own.user.length === 0 ? [] : [`arn:aws:iam::${accountId}:group/*`];
  return set.id === "own-boundary-version" ? own.boundary : own[object];
}

function anyOf(object: IamObject, { accountId }: Actor): string {
  return `arn:aws:iam::${accountId}:${object}/*`;
}

/** Keys that make the request one that leads on: a strong policy, a service, a target without permissions boundary. */
function contextOf(action: string, { needs, subject }: EscalationSet): Pick<Region, "context" | "absent"> {
  if (action === "iam:PassRole") {
    const role = needs.find((need) => need.kind === "passableRole");
    return role === undefined ? {} : { context: { "iam:PassedToService": role.service } };
  }
  if (/PutU?\w*PermissionsBoundary$/.test(action))
    return { context: { "iam:PermissionsBoundary": administratorAccess } };
  const attached = action.startsWith("iam:Attach") ? { context: { "iam:PolicyARN": administratorAccess } } : {};
  return subject === "another" && unbounded.has(action)
    ? { ...attached, absent: ["iam:PermissionsBoundary"] }
    : attached;
}

const unbounded = new Set(
  ["PutUserPolicy", "AttachUserPolicy", "PutRolePolicy", "AttachRolePolicy", "CreateRole"].map((name) => `iam:${name}`),
);

/** In member accounts stands the role that Organizations made, and a root user; elsewhere any role of the account. */
function assumeStep(action: string, set: EscalationSet, { accountId, memberAccount }: Actor): StepRegion {
  const step = { action, side: "assuming", object: "role" } as const;
  const away = set.needs.some((need) => need.kind === "home");
  if (!away) return { ...step, region: { actions: [action], resources: [`arn:aws:iam::${accountId}:role/*`] } };
  const role = set.id === "member-account-role" ? "role/OrganizationAccountAccessRole" : "role/*";
  const resource = `arn:aws:iam::${memberAccount}:${action === "sts:AssumeRoot" ? "root" : role}`;
  return { ...step, region: { actions: [action], resources: [resource], resourceAccounts: [memberAccount] } };
}

interface CountedType {
  readonly name: string;
  readonly arn?: string;
}

/** The types of resource an action has to be allowed on, with their ARNs as patterns. */
function resourceTypes(action: string, catalog: Catalog): readonly CountedType[] {
  const uses = catalog.action(action)?.resourceTypes ?? [];
  const required = uses.filter((use) => use.required).map(({ name }) => name);
  const names = typesThatCount[action] ?? required;
  const service = catalog.service(action.slice(0, action.indexOf(":")));
  const types = names.flatMap((name) => service?.resourceTypes.filter((type) => type.name === name) ?? []);
  if (types.length === 0) return [{ name: action }];
  return types.map(({ name, arn }) => ({ name, arn: arnPattern(arn) }));
}

function arnPattern(arn: string): string {
  return arn.replace("${Partition}", "aws").replaceAll(/\$\{[^}]*\}/g, "*");
}
