import type { Organization } from "../records/organizations.ts";

type Owner = Pick<Organization, "id" | "managementAccountId">;

const arnOf = (kind: string, { id, managementAccountId }: Owner, rest: string): string =>
  `arn:aws:organizations::${managementAccountId}:${kind}/${id}/${rest}`;

/** The ARN of an account of the organization. */
export const accountArn = (organization: Owner, accountId: string): string => arnOf("account", organization, accountId);

/** The ARN of an organizational unit. */
export const unitArn = (organization: Owner, unitId: string): string => arnOf("ou", organization, unitId);

/** The ARN of the root. */
export const rootArn = (organization: Owner, rootId: string): string => arnOf("root", organization, rootId);

/** The ARN of a policy of the customer's. */
export const policyArn = (organization: Owner, type: string, policyId: string): string =>
  arnOf("policy", organization, `${type.toLowerCase()}/${policyId}`);
