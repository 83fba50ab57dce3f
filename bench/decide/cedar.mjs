// The workload in Cedar, as far as Cedar can say it: variables, `?` and some operators cannot be written and are left out.
const list = (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

function like(subject, pattern) {
  if (pattern === "*") return "true";
  if (/[?]|\$\{/.test(pattern)) return undefined;
  return pattern.includes("*")
    ? `${subject} like ${JSON.stringify(pattern)}`
    : `${subject} == ${JSON.stringify(pattern)}`;
}

/** Terms joined in a balanced tree: a long flat chain overflows the stack of the engine. */
function joined(terms) {
  if (terms.length <= 1) return terms[0] ?? "false";
  const middle = terms.length >> 1;
  return `(${joined(terms.slice(0, middle))} || ${joined(terms.slice(middle))})`;
}

const operators = {
  StringEquals: (subject, value) => `${subject} == ${JSON.stringify(value)}`,
  StringLike: like,
  ArnLike: like,
  Bool: (subject, value) => `${subject} == ${JSON.stringify(value)}`,
  IpAddress: (subject, value) => `ip(${subject}).isInRange(ip(${JSON.stringify(value)}))`,
  NumericLessThan: (subject, value) => `decimal(${subject}).lessThan(decimal(${JSON.stringify(`${value}.0`)}))`,
};
const keyName = (key) => key.toLowerCase();

function condition(operator, key, values) {
  const make = operators[operator.replace("Not", "")];
  if (make === undefined) return undefined;
  const subject = `context[${JSON.stringify(keyName(key))}]`;
  const terms = list(values).map((value) => make(subject, String(value)));
  if (terms.includes(undefined)) return undefined;
  const has = `context has ${JSON.stringify(keyName(key))}`;
  return operator.includes("Not") ? `!(${has} && ${joined(terms)})` : `(${has} && ${joined(terms)})`;
}

/** What a statement asks of a request, or undefined when Cedar cannot say it. */
function expression({ Action, NotAction, Resource, NotResource, Condition }) {
  const actions = list(Action ?? NotAction).map((text) => like("context.action", text.toLowerCase()));
  const resources = list(Resource ?? NotResource).map((text) => like("context.resource", text));
  const conditions = Object.entries(Condition ?? {}).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => condition(operator, key, values)),
  );
  const parts = [
    `${Action === undefined ? "!" : ""}(${joined(actions)})`,
    `${Resource === undefined ? "!" : ""}(${joined(resources)})`,
    ...conditions,
  ];
  return [...actions, ...resources, ...conditions].includes(undefined) ? undefined : parts.join(" && ");
}

/** The Cedar policies of a principal: permits of its own policies, forbids of every deny, and forbids unless a limit allows. */
export function cedarText({ identity, limits }) {
  const own = identity.flatMap((text) => list(JSON.parse(text).Statement));
  const levels = limits.map((texts) => texts.flatMap((text) => list(JSON.parse(text).Statement)));
  const expressions = (statements, effect) =>
    statements
      .filter(({ Effect }) => Effect === effect)
      .map(expression)
      .filter((text) => text !== undefined);
  return [
    ...expressions(own, "Allow").map((text) => `permit(principal, action, resource) when { ${text} };`),
    ...expressions([...own, ...levels.flat()], "Deny").map(
      (text) => `forbid(principal, action, resource) when { ${text} };`,
    ),
    ...levels.map((level) => `forbid(principal, action, resource) unless { ${joined(expressions(level, "Allow"))} };`),
  ].join("\n");
}

/** A request in Cedar's form; the number is a decimal there. */
export function cedarCall(request, preparsedPolicySetId) {
  const context = { action: request.action.toLowerCase(), resource: request.resource };
  for (const key in request.context) {
    const value = request.context[key];
    context[keyName(key)] = key === "aws:MultiFactorAuthAge" ? `${value}.0` : value;
  }
  return { ...entities, context, preparsedPolicySetId };
}

const entities = {
  principal: { type: "Principal", id: "p" },
  action: { type: "Action", id: "a" },
  resource: { type: "Resource", id: "r" },
  entities: [],
  validateRequest: false,
};
