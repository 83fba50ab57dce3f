import type { Profile } from "./list-profiles.ts";

/** What all profiles of an organization share. */
export interface ProfileSettings {
  /** The name of the sso-session. */
  readonly session: string;
  /** The access portal's address. */
  readonly startUrl: string;
  /** Identity Center's home Region; also the profiles' default Region. */
  readonly region: string;
}

/** The access portal's address from what the file says: its first word (`d-9067abcdef`) or the whole address. */
export function portalUrl(portal: string): string {
  return portal.startsWith("https://") ? portal : `https://${portal}.awsapps.com/start`;
}

/** The text for `~/.aws/config`: one sso-session and one profile for each role whose account exists. Lines end in `\n`. */
export function printProfiles(profiles: readonly Profile[], settings: ProfileSettings): string {
  const session = [
    `[sso-session ${settings.session}]`,
    `sso_start_url = ${settings.startUrl}`,
    `sso_region = ${settings.region}`,
    "sso_registration_scopes = sso:account:access",
  ];
  const sections = [
    session,
    ...profiles.flatMap((profile) =>
      profile.accountId === undefined ? [] : [section(profile, profile.accountId, settings)],
    ),
  ];
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function section(profile: Profile, accountId: string, { session, region }: ProfileSettings): readonly string[] {
  return [
    `[profile ${profile.name}]`,
    `sso_session = ${session}`,
    `sso_account_id = ${accountId}`,
    `sso_role_name = ${profile.permissionSet}`,
    `region = ${region}`,
    "output = json",
  ];
}

/** Lines for a shell's start-up file: the daily profile by default, and an alias for each profile. */
export function printShellLines(profiles: readonly Profile[], daily: string | undefined): string {
  const chosen = daily === undefined ? [] : [`export AWS_PROFILE=${daily}`];
  return [...chosen, ...profiles.map(({ name }) => `alias aws-${name}='AWS_PROFILE=${name} aws'`), ""].join("\n");
}
