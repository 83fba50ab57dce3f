import type { Call, JobHandler } from "../frame/operation.ts";
import type { Transaction } from "../frame/transaction.ts";
import {
  type AccountAssignment,
  type AssignmentRequest,
  assignmentRequests,
  type Instance,
  instances,
  type PermissionSet,
  permissionSets,
  provisionings,
} from "../records/identity-center.ts";
import { assign, unassign } from "./assignment-record.ts";
import { idOf } from "./instance-access.ts";
import { closeRequest, type jobOf, type RequestJob } from "./requests.ts";
import { done, notFound, type Outcome, provision } from "./reserved-role.ts";

/** A request with what it is about, as things are when its turn comes. */
interface Task {
  readonly tx: Transaction;
  readonly now: string;
  readonly request: AssignmentRequest;
  readonly set: PermissionSet;
  readonly instance: Instance;
}

/** A job that does one kind of request. It never throws: what cannot be done is the request's failure. */
const job =
  (perform: (task: Task) => Outcome): JobHandler =>
  ({ tx, now }: Pick<Call<object>, "tx" | "now">, { requestId }: RequestJob) => {
    const request = tx.get(assignmentRequests, requestId);
    if (request?.status !== "IN_PROGRESS") return;
    const set = tx.get(permissionSets, request.permissionSetArn);
    const instance = set && tx.get(instances, set.instanceArn);
    const missing = () => notFound(`Could not find PermissionSet with id ${idOf(request.permissionSetArn)}`);
    closeRequest(tx, request, instance ? perform({ tx, now, request, set, instance }) : missing());
  };

const assignmentOf = ({
  permissionSetArn,
  accountId = "",
  principalType = "USER",
  principalId = "",
}: AssignmentRequest): AccountAssignment => ({
  permissionSetArn,
  accountId,
  principalType,
  principalId,
});

/** Provisions one account, or all that have the set already; of several that fail the first tells its reason. */
function provisionTargets({ tx, now, request, set, instance }: Task): Outcome {
  const { accountId } = request;
  const present = tx.list(provisionings, "permissionSet", set.permissionSetArn);
  const targets =
    accountId === undefined ? present : present.filter((provisioning) => provisioning.accountId === accountId);
  if (accountId !== undefined && targets.length === 0) {
    return notFound(`Permission set provision not found in AWS account ${accountId}.`);
  }
  const outcomes = targets.map((target) => provision(tx, now, instance, set, target.accountId));
  return outcomes.find(({ kind }) => kind === "failed") ?? done;
}

/** What sso-admin does after having answered. */
export const requestJobs: Readonly<Record<(typeof jobOf)[AssignmentRequest["kind"]], JobHandler>> = {
  FinishAccountAssignmentCreation: job(({ tx, now, request, set, instance }) =>
    assign(tx, now, instance, set, assignmentOf(request)),
  ),
  FinishAccountAssignmentDeletion: job(({ tx, request, instance }) => unassign(tx, instance, assignmentOf(request))),
  FinishPermissionSetProvisioning: job(provisionTargets),
};
