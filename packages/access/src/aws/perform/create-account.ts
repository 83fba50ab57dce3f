import type { CreateAccountStatus, Organizations } from "@aws-sdk/client-organizations";
import type { Tags } from "../../estate.ts";
import { everyPage, present, tagList } from "../reading.ts";
import { pollUntilDone, StepFailed, type Workbench } from "./performer.ts";

/** Makes an account, or waits for the one that an interrupted apply asked for; answers its id. */
export async function createAccount(
  bench: Workbench,
  wanted: { readonly account: string; readonly email: string; readonly tags: Tags },
): Promise<string> {
  const organizations = await bench.clients.organizations();
  const request = {
    AccountName: wanted.account,
    Email: wanted.email,
    Tags: tagList(wanted.tags),
    RoleName: bench.clients.target.memberRole ?? "OrganizationAccountAccessRole",
  };
  const running = await runningCreation(organizations, wanted.account);
  const status = running ?? (await organizations.createAccount(request)).CreateAccountStatus;
  return awaitAccount(bench, organizations, present(status, "the account's status"), wanted);
}

/** A creation of this account that an interrupted apply left running. */
async function runningCreation(
  organizations: Organizations,
  account: string,
): Promise<CreateAccountStatus | undefined> {
  const running = await everyPage(
    (NextToken) => organizations.listCreateAccountStatus({ States: ["IN_PROGRESS"], NextToken }),
    (page) => page.CreateAccountStatuses,
    (page) => page.NextToken,
  );
  return running.find((status) => status.AccountName === account);
}

async function awaitAccount(
  bench: Workbench,
  organizations: Organizations,
  first: CreateAccountStatus,
  wanted: { readonly account: string; readonly email: string },
): Promise<string> {
  const CreateAccountRequestId = present(first.Id, "the id of the account's creation");
  await bench.accepted(CreateAccountRequestId);
  let status = first;
  await pollUntilDone(bench, `creating account ${wanted.account}`, async () => {
    if (status.State === "IN_PROGRESS" || status.State === undefined) {
      const answer = await organizations.describeCreateAccountStatus({ CreateAccountRequestId });
      status = answer.CreateAccountStatus ?? status;
    }
    return status.FailureReason === "EMAIL_ALREADY_EXISTS"
      ? { state: "SUCCEEDED" }
      : { state: status.State, reason: status.FailureReason };
  });
  return status.AccountId ?? existingAccount(organizations, wanted);
}

/** The account that already has the address: ours, made by an apply that was interrupted, if the name is ours too. */
async function existingAccount(
  organizations: Organizations,
  wanted: { readonly account: string; readonly email: string },
): Promise<string> {
  const accounts = await everyPage(
    (NextToken) => organizations.listAccounts({ NextToken }),
    (page) => page.Accounts,
    (page) => page.NextToken,
  );
  const found = accounts.find(
    (account) => account.Email?.toLowerCase() === wanted.email.toLowerCase() && account.Name === wanted.account,
  );
  if (found?.Id === undefined) {
    throw new StepFailed(
      `creating account ${wanted.account} failed: EMAIL_ALREADY_EXISTS (${wanted.email} is another account's)`,
    );
  }
  return found.Id;
}
