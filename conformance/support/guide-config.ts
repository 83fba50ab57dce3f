import { guide } from "./guide-plane.ts";

/** A profile of the guide's config file. */
export interface GuideProfile {
  readonly name: string;
  readonly accountId: string;
  readonly roleName: string;
}

/** The two profiles that the guide ends with for a single account. */
export const guideProfiles: readonly GuideProfile[] = [
  { name: "dev", accountId: guide.accountId, roleName: "DeveloperAccess" },
  { name: "admin", accountId: guide.accountId, roleName: "AdminAccess" },
];

/** `~/.aws/config` as the guide prints it under "Expected AWS CLI config", with the plane's own start URL. */
export function guideConfig(startUrl: string, profiles: readonly GuideProfile[] = guideProfiles): string {
  const session = `[sso-session my-aws]
sso_start_url = ${startUrl}
sso_region = ${guide.region}
sso_registration_scopes = sso:account:access
`;
  return session + profiles.map(section).join("");
}

const section = ({ name, accountId, roleName }: GuideProfile): string => `[profile ${name}]
sso_session = my-aws
sso_account_id = ${accountId}
sso_role_name = ${roleName}
region = ${guide.region}
output = json
`;
