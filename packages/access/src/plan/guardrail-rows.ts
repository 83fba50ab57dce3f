import { named, organizationLock, type StepRows } from "./step-row.ts";
import { targetText } from "./step-words.ts";

type Kinds =
  | "createServiceControlPolicy"
  | "updateServiceControlPolicy"
  | "tagServiceControlPolicy"
  | "attachServiceControlPolicy"
  | "detachServiceControlPolicy"
  | "deleteServiceControlPolicy";

const guardrail = named<{ policy: string }>("guardrail", (body) => body.policy);

/** Steps on service control policies. */
export const guardrailRows: StepRows<Kinds> = {
  createServiceControlPolicy: {
    phase: 13,
    change: "add",
    ...guardrail,
    key: (body) => [body.policy],
    text: (body) => `create guardrail ${body.policy}`,
    lock: organizationLock,
  },
  updateServiceControlPolicy: {
    phase: 13,
    change: "change",
    ...guardrail,
    key: (body) => [body.policy],
    text: (body) => `update guardrail ${body.policy}`,
    lock: organizationLock,
  },
  tagServiceControlPolicy: {
    phase: 13,
    change: "change",
    ...guardrail,
    key: (body) => [body.policy],
    text: (body) => `tag guardrail ${body.policy}`,
    lock: organizationLock,
  },
  attachServiceControlPolicy: {
    phase: 15,
    change: "change",
    ...guardrail,
    key: (body) => [body.policy, body.target.kind, targetText(body.target)],
    text: (body) => `attach guardrail ${body.policy} to ${targetText(body.target)}`,
    lock: organizationLock,
  },
  detachServiceControlPolicy: {
    phase: 106,
    change: "change",
    ...guardrail,
    key: (body) => [body.policy, body.target.kind, targetText(body.target)],
    text: (body) => `detach guardrail ${body.policy} from ${targetText(body.target)}`,
    lock: organizationLock,
  },
  deleteServiceControlPolicy: {
    phase: 107,
    change: "remove",
    ...guardrail,
    key: (body) => [body.policy],
    text: (body) => `delete guardrail ${body.policy}`,
    lock: organizationLock,
  },
};
