import { InvalidInputException, NoSuchEntityException } from "@aws-sdk/client-iam";
import type { DecisionFacts } from "@castellan/policy";
import { fail } from "../../frame/fault.ts";
import type { Authorization, Call } from "../../frame/operation.ts";
import type { Transaction } from "../../frame/transaction.ts";
import {
  type IamGroup,
  iamGroups,
  type IamRole,
  iamRoles,
  type IamUser,
  iamUsers,
  nameKey,
  type PolicyHolder,
} from "../../records/iam.ts";
import { onGroup, onRole, onUser } from "../authorization.ts";

/** The ARN of a user, group or role, taken apart. */
export interface EntityArn {
  readonly arn: string;
  readonly accountId: string;
  readonly kind: "user" | "group" | "role";
  readonly name: string;
}

const entityArn = /^arn:aws:iam::(\d{12}):(user|group|role)\/(?:.*\/)?([^/]+)$/;

/** Takes the ARN of a user, group or role apart; undefined for any other text. */
function entityIn(arn: string): EntityArn | undefined {
  const [, accountId, kind, name] = entityArn.exec(arn) ?? [];
  if (accountId === undefined || name === undefined) return undefined;
  return { arn, accountId, kind: kind as EntityArn["kind"], name };
}

/** The user, group or role an ARN names, or InvalidInput in the words that users of AWS report. */
export const requireEntityArn = (arn: string): EntityArn =>
  entityIn(arn) ??
  fail(InvalidInputException, `Invalid Entity Arn: ${arn} does not clearly define entity type and name.`);

/** A user, group or role with its kind. */
export type Entity =
  | { readonly kind: "user"; readonly name: string; readonly record: IamUser }
  | { readonly kind: "group"; readonly name: string; readonly record: IamGroup }
  | { readonly kind: "role"; readonly name: string; readonly record: IamRole };

/** The user, group or role that has the ARN; undefined if there is none. */
export function findEntity(tx: Transaction, { arn, accountId, kind, name }: EntityArn): Entity | undefined {
  const key = nameKey(accountId, name);
  const here = <Holder extends PolicyHolder>(record: Holder | undefined): Holder | undefined =>
    record?.arn === arn ? record : undefined;
  switch (kind) {
    case "user": {
      const record = here(tx.get(iamUsers, key));
      return record && { kind, name: record.userName, record };
    }
    case "group": {
      const record = here(tx.get(iamGroups, key));
      return record && { kind, name: record.groupName, record };
    }
    case "role": {
      const record = here(tx.get(iamRoles, key));
      return record && { kind, name: record.roleName, record };
    }
  }
}

/** The user, group or role whose policies are asked about: one of the caller's account, or NoSuchEntity. */
export function sourceEntity({ tx, accountId }: Pick<Call<unknown>, "tx" | "accountId">, arn: string): Entity {
  const named = requireEntityArn(arn);
  const entity = named.accountId === accountId ? findEntity(tx, named) : undefined;
  return entity ?? fail(NoSuchEntityException, `The ${named.kind} with name ${named.name} cannot be found.`);
}

/** Asking about an entity is authorised on the entity [Service Authorization Reference, AWS IAM]. */
export function onSourceEntity(call: Pick<Call<unknown>, "tx" | "accountId">, arn: string): Authorization {
  const named = entityIn(arn);
  if (named?.accountId !== call.accountId) return { resource: arn };
  const on = { user: onUser, group: onGroup, role: onRole }[named.kind];
  return { ...on(call, named.name), resource: arn };
}

/** What the kernel should know of a user or role; nothing of a group or of an entity that does not exist. */
export function factsOf(entity: Entity | undefined): DecisionFacts {
  if (entity === undefined || entity.kind === "group") return {};
  const { record } = entity;
  const principalTags = Object.fromEntries(record.tags.map(({ key, value }) => [key, value]));
  return { principalId: entity.kind === "user" ? entity.record.userId : entity.record.roleId, principalTags };
}
