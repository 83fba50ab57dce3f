import {
  type CompiledPolicy,
  type Condition,
  contextKeysOf,
  type DecisionFacts,
  type DecisionPolicies,
  type Region,
  type Statement,
} from "@castellan/policy";
import { ownPolicy } from "./own-policy.ts";

/** A principal that stands for all of its kind, with what is asked about its requests. */
export interface Standpoint {
  readonly principal: string;
  readonly facts?: DecisionFacts;
  /** The policies of the layers that are not compared. */
  readonly around: DecisionPolicies;
  readonly region: Region;
}

/** A principal, with what of it may be anything that such a principal has. */
export interface StandIn {
  readonly principal: string;
  /** Its account, where it has one. */
  readonly home?: string;
  readonly facts?: DecisionFacts;
  readonly free: readonly string[];
  readonly conditions: readonly Condition[];
}

/** What policies tell apart, and the accounts that they name. */
export interface Naming {
  /** Whether a context key of this form is referred to. */
  readonly tells: (pattern: RegExp) => boolean;
  readonly partitions: readonly string[];
  /** Every account that is named anywhere, and those of them that resources and conditions name. */
  readonly named: readonly string[];
  readonly namedAsOwners: readonly string[];
  /** Two accounts that nobody names. */
  readonly unnamed: readonly [string, string];
}

/** A policy that allows everything, for a layer that is not compared. */
export const everything = [ownPolicy({ Effect: "Allow", Action: "*", Resource: "*" }, "identity")];

const tellsPrincipals = /^aws:(principal(arn|account|type)|userid|username)$/;
const tellsOwners = /^aws:(resource|principal)(account|org)/;

/**
 * From where policies of principals are compared: as a role session, and as an IAM user where the policies tell one from
 * the other; in every account that the policies name where they tell accounts apart, and in one that they do not name.
 * The policies of resources leave every decision to the account of whoever asks, in whatever account they are.
 */
export function principalStandpoints(policies: readonly CompiledPolicy[]): readonly Standpoint[] {
  const naming = namingOf(policies);
  const { tells, partitions, named, unnamed } = naming;
  const [own, foreign] = unnamed;
  const resourceAccounts = [own, ...named, ...(tells(tellsOwners) ? [foreign] : [])];
  const homes = tells(/^aws:principal(arn|account)$/) ? [own, ...named] : [own];
  return partitions.flatMap((partition) =>
    homes.flatMap((home) =>
      kindsOf(naming).map((kind) => {
        const around = { resource: trusting(`arn:${partition}:iam::${home}:root`) };
        return standpoint(kind(partition, home, naming), { around, region: { resourceAccounts } });
      }),
    ),
  );
}

/** Sessions of roles stand for IAM users too, unless the policies tell one from the other. */
export function kindsOf({ tells }: Naming): readonly (typeof anySession)[] {
  return tells(tellsPrincipals) ? [anySession, anyUser] : [anySession];
}

/** A principal's standpoint, with what else is known. */
export function standpoint(
  { principal, facts, free, conditions }: StandIn,
  { around, region }: Pick<Standpoint, "around" | "region">,
): Standpoint {
  const open = { ...(free.length > 0 && { free }), ...(conditions.length > 0 && { conditions }) };
  return { principal, ...(facts && { facts }), around, region: { ...region, ...open } };
}

/** Any session of any role of an account. */
export function anySession(partition: string, home: string, naming: Naming): StandIn {
  const principal = `arn:${partition}:sts::${home}:assumed-role/somebody/session`;
  return { home, ...standIn(principal, `arn:${partition}:iam::${home}:role/*`, ["aws:userid"], naming) };
}

/** Any IAM user of an account. */
export function anyUser(partition: string, home: string, naming: Naming): StandIn {
  const principal = `arn:${partition}:iam::${home}:user/somebody`;
  return {
    home,
    ...standIn(principal, `arn:${partition}:iam::${home}:user/*`, ["aws:userid", "aws:username"], naming),
  };
}

function standIn(principal: string, arns: string, keys: readonly string[], { tells }: Naming): StandIn {
  const told = keys.filter((key) => tells(new RegExp(`^${key}$`)));
  if (!tells(/^aws:principalarn$/)) return { principal, free: told, conditions: [] };
  const statement = {
    Effect: "Allow",
    Action: "*",
    Resource: "*",
    Condition: { ArnLike: { "aws:PrincipalArn": arns } },
  };
  const conditions = ownPolicy(statement, "identity").policy.statements.flatMap((one) => one.conditions);
  return { principal, free: [...told, "aws:PrincipalArn"], conditions };
}

function trusting(account: string): CompiledPolicy {
  return ownPolicy({ Effect: "Allow", Principal: { AWS: account }, Action: "*", Resource: "*" }, "resource");
}

/** What the policies tell apart. */
export function namingOf(policies: readonly CompiledPolicy[]): Naming {
  const keys = new Set(policies.flatMap(({ policy }) => contextKeysOf(policy)).map((key) => key.toLowerCase()));
  const texts = policies.map(({ policy }) => policy.source.text);
  const allOf = (pattern: RegExp): readonly string[] => [
    ...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, found = ""]) => found))),
  ];
  const account = /(?<!\d)(\d{12})(?!\d)/g;
  const named = allOf(account);
  const owners = policies.flatMap(({ policy }) => policy.statements.flatMap(ownerTexts)).join(" ");
  return {
    tells: (pattern) => [...keys].some((key) => pattern.test(key)),
    partitions: [...new Set(["aws", ...allOf(/\barn:(aws[a-z-]*):/g)])],
    named,
    namedAsOwners: named.filter((id) => owners.includes(id)),
    unnamed: unnamedAccounts(named),
  };
}

/** Where a statement can name the owner of a resource. */
function ownerTexts({ resource, conditions }: Statement): readonly string[] {
  return [...(resource?.patterns ?? []), ...conditions.flatMap(({ values }) => values)].map(({ value }) => value);
}

/** Two accounts that are not among these: those of AWS's documents first. */
function unnamedAccounts(named: readonly string[]): readonly [string, string] {
  const others = Array.from({ length: named.length + 2 }, (_, index) => String(100_000_000_001 + index));
  const [one = "", other = ""] = ["123456789012", "111122223333", ...others].filter((id) => !named.includes(id));
  return [one, other];
}
