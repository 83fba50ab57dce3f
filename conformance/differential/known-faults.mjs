// Known faults of the peer: a disagreement is theirs when the question has what the fault needs.
const statementsOf = ({ identity, resource, boundary, scp }) =>
  [...identity, resource, boundary, scp].filter((policy) => policy !== undefined).flatMap((policy) => policy.Statement);
const conditionsOf = (question) =>
  statementsOf(question).flatMap(({ Condition }) =>
    Object.entries(Condition ?? {}).map(([operator, keys]) => [operator, ...Object.entries(keys)[0]]),
  );
const policiesOf = ({ identity, resource, boundary, scp }) => [...identity, resource, boundary, scp];
const text = (value) => JSON.stringify(value);
const isIpv6 = ({ request }) => request.context["aws:SourceIp"]?.includes("::") === true;

/** The faults by name. */
export const knownFaults = {
  "ignores Version": (question) =>
    policiesOf(question).some((policy) => policy?.Version === "2008-10-17" && text(policy).includes("${")),
  "a variable without value matches nothing, also negated and in NotResource": (question) =>
    question.request.context["aws:username"] === undefined && text(statementsOf(question)).includes("${aws:username}"),
  "IfExists lost behind set operators": (question) =>
    conditionsOf(question).some(([operator]) => /^For.*IfExists$/.test(operator)),
  "dates given as seconds read as milliseconds": (question) =>
    conditionsOf(question).some(
      ([operator, , values]) => operator.startsWith("Date") && text(values).includes("1767225600"),
    ),
  "NotIpAddress false for an address of the other family": (question) =>
    isIpv6(question) && conditionsOf(question).some(([operator]) => operator.startsWith("NotIpAddress")),
  "context keys that the action does not list are dropped": (question) =>
    conditionsOf(question).some(([, key]) => key === "aws:TagKeys"),
  "session ARN or wildcard grants blocked by a silent session policy or boundary": (question) =>
    question.principal.includes(":assumed-role/") && question.resource !== undefined && question.boundary !== undefined,
};
