/** ARNs as the plane writes them; one partition. */
export const arns = {
  root: (accountId: string): string => `arn:aws:iam::${accountId}:root`,
  user: (accountId: string, path: string, name: string): string => `arn:aws:iam::${accountId}:user${path}${name}`,
  group: (accountId: string, path: string, name: string): string => `arn:aws:iam::${accountId}:group${path}${name}`,
  role: (accountId: string, path: string, name: string): string => `arn:aws:iam::${accountId}:role${path}${name}`,
  policy: (accountId: string, path: string, name: string): string => `arn:aws:iam::${accountId}:policy${path}${name}`,
  instanceProfile: (accountId: string, path: string, name: string): string =>
    `arn:aws:iam::${accountId}:instance-profile${path}${name}`,
  assumedRole: (accountId: string, roleName: string, session: string): string =>
    `arn:aws:sts::${accountId}:assumed-role/${roleName}/${session}`,
  organization: (managementAccountId: string, organizationId: string): string =>
    `arn:aws:organizations::${managementAccountId}:organization/${organizationId}`,
} as const;
