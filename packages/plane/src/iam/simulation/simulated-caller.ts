import { InvalidInputException } from "@aws-sdk/client-iam";
import { parseArn, type RequestContext } from "@castellan/policy";
import { arns } from "../../frame/arns.ts";
import { fail } from "../../frame/fault.ts";
import { type EntityArn, requireEntityArn } from "./policy-source-entity.ts";

/** A request of a simulation as the kernel takes it. */
export interface SimulatedRequest {
  readonly principal: string;
  /** Owner of the resource, if the ARN does not say and the simulation does. */
  readonly resourceAccount?: string;
  /** Keys that the kernel would derive from a principal nobody has named; without values they are missing. */
  readonly hidden: RequestContext;
  /** Caller and resource are known to be in different accounts. */
  readonly crossAccount: boolean;
}

const identityKeys = { "aws:PrincipalArn": [], "aws:PrincipalType": [], "aws:userid": [], "aws:username": [] };

/** Who asks for a resource: the named user or role, or some member of the group's or the owner's account. */
export function simulatedRequest(
  caller: EntityArn | undefined,
  resource: string,
  { owner, accountId }: { readonly owner: string | undefined; readonly accountId: string },
): SimulatedRequest {
  const inArn = /^\d{12}$/.exec(parseArn(resource)?.accountId ?? "")?.[0];
  const resourceOwner = inArn ?? owner;
  const own = inArn === undefined && owner !== undefined ? { resourceAccount: owner } : {};
  const account = caller?.accountId ?? resourceOwner ?? accountId;
  const crossAccount = resourceOwner !== undefined && resourceOwner !== account;
  if (caller && caller.kind !== "group") return { principal: caller.arn, hidden: {}, crossAccount, ...own };
  const hidden = caller ? identityKeys : { ...identityKeys, "aws:PrincipalAccount": [] };
  return { principal: arns.role(account, "/", "unnamed"), hidden, crossAccount, ...own };
}

/** The account an owner's ARN names; the words of the refusal are those users of AWS report. */
export function readResourceOwner(arn: string | undefined): string | undefined {
  if (arn === undefined) return undefined;
  const account = /^arn:aws:iam::(\d{12}):root$/.exec(arn)?.[1];
  return account ?? fail(InvalidInputException, `'${arn}' is not a valid as a Resource Owner.`);
}

/** The named caller; a resource-based policy needs one, and none can be simulated for roles as resources. */
export function readCaller(
  callerArn: string | undefined,
  resourcePolicy: string | undefined,
  resources: readonly string[],
): EntityArn | undefined {
  if (resourcePolicy !== undefined && callerArn === undefined)
    fail(InvalidInputException, "CallerArn must be specified when a ResourcePolicy is provided.");
  if (resourcePolicy !== undefined && resources.some((arn) => /^arn:aws:iam::\d*:role\//.test(arn)))
    fail(InvalidInputException, "Simulation of resource-based policies is not supported for IAM roles.");
  return callerArn === undefined ? undefined : requireEntityArn(callerArn);
}
