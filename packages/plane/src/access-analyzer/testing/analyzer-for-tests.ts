import type { TestContext } from "node:test";
import { AccessAnalyzer, type Criterion, type FindingSummaryV2 } from "@aws-sdk/client-accessanalyzer";
import { IAM } from "@aws-sdk/client-iam";
import { trustText } from "../../testing/iam-for-tests.ts";
import { testOrganization } from "../../testing/organization-for-tests.ts";

/** An account that the plane does not have. */
export const outsider = "777788889999";
/** A trust policy for an account. */
export const trusted = (account: string) => trustText({ AWS: account });

/** The role of the plane's first administrator is a finding of its own. */
export const isOurs = ({ resource = "" }: FindingSummaryV2): boolean => !resource.includes("AWSReservedSSO");
/** The name of the role that a finding is about. */
export const nameOf = ({ resource }: FindingSummaryV2): string | undefined => resource?.split("/").pop();

/** A plane with an analyzer called `outside`, and short words for what tests do with it; closed when the test ends. */
export async function testAnalyzer(context: TestContext, type: "ACCOUNT" | "ORGANIZATION" = "ACCOUNT") {
  const organization = await testOrganization(context);
  const analyzer = organization.clients(AccessAnalyzer);
  const iam = organization.clients(IAM);
  const { arn: analyzerArn = "" } = await analyzer.createAnalyzer({ analyzerName: "outside", type });
  const list = async (filter: Record<string, Criterion> = {}) =>
    ((await analyzer.listFindingsV2({ analyzerArn, filter })).findings ?? []).filter(isOurs);
  return {
    ...organization,
    analyzer,
    analyzerArn,
    iam,
    list,
    createRole: (RoleName: string, AssumeRolePolicyDocument: string) =>
      iam.createRole({ RoleName, AssumeRolePolicyDocument }),
    /** Status and resource name of every finding, by name. */
    states: async () => (await list()).map((finding) => `${nameOf(finding)} ${finding.status}`).sort(),
  };
}
