// The reference: a plain JavaScript loop that answers yes or no and remembers, per policy, the statements that match an action.
const list = (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);
const escape = (text) => text.replace(/[.+^$(){}|[\]\\]/g, "\\$&");
const globRegExp = (text, flags) =>
  new RegExp(`^${escape(text).replaceAll("*", ".*").replaceAll("?", ".")}$`, `s${flags}`);

/** A matcher of a text with wildcards and variables. */
function matcher(pattern) {
  if (pattern === "*") return () => true;
  if (pattern.includes("${"))
    return (text, context) => {
      const filled = pattern.replace(/\$\{([^}]+)\}/g, (_, key) => context.get(key.toLowerCase()) ?? "\0");
      return globRegExp(filled, "").test(text);
    };
  if (!/[*?]/.test(pattern)) return (text) => text === pattern;
  const expression = globRegExp(pattern, "");
  return (text) => expression.test(text);
}

const address = (text) => text.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
function inRange(range) {
  const [base, bits = "32"] = range.split("/");
  const size = 2 ** (32 - Number(bits));
  const network = Math.floor(address(base) / size);
  return (text) => Math.floor(address(text) / size) === network;
}

const same = (value) => (text) => text === value;
const sameIgnoringCase = (value) => (text) => text.toLowerCase() === value.toLowerCase();
const compare = (read, holds) => (value) => (text) => holds(read(text), read(value));
const orders = {
  Equals: (a, b) => a === b,
  LessThan: (a, b) => a < b,
  LessThanEquals: (a, b) => a <= b,
  GreaterThan: (a, b) => a > b,
  GreaterThanEquals: (a, b) => a >= b,
};
const tests = {
  StringEquals: (value) => (value.includes("${") ? matcher(value) : same(value)),
  StringEqualsIgnoreCase: sameIgnoringCase,
  StringLike: matcher,
  ArnEquals: matcher,
  ArnLike: matcher,
  Bool: sameIgnoringCase,
  BinaryEquals: same,
  IpAddress: inRange,
};
for (const [name, holds] of Object.entries(orders)) {
  tests[`Numeric${name}`] = compare(Number, holds);
  tests[`Date${name}`] = compare(Date.parse, holds);
}

function compileCondition(operator, key, values) {
  const [, qualifier, name, ifExists] = /^(?:(\w+):)?(\w+?)(IfExists)?$/.exec(operator);
  const negated = name.includes("Not");
  const lower = key.toLowerCase();
  if (name === "Null") return (context) => list(values).some((value) => String(value) === String(!context.has(lower)));
  const test = list(values).map((value) => tests[name.replace("Not", "")](String(value)));
  const any = (actual, context) => test.some((holds) => holds(actual, context)) !== negated;
  return (context) => {
    const actual = context.get(lower);
    if (qualifier !== undefined) {
      const each = list(actual);
      return qualifier === "ForAllValues"
        ? each.every((one) => any(one, context))
        : each.some((one) => any(one, context));
    }
    return actual === undefined ? negated || ifExists !== undefined : any(actual, context);
  };
}

function compileStatement({ Effect, Action, NotAction, Resource, NotResource, Condition }) {
  const actions = list(Action ?? NotAction).map((text) => globRegExp(text, "i"));
  const resources = list(Resource ?? NotResource).map(matcher);
  return {
    deny: Effect === "Deny",
    speaksOf: (action) => actions.some((expression) => expression.test(action)) === (Action !== undefined),
    covers: (resource, context) => resources.some((match) => match(resource, context)) === (Resource !== undefined),
    conditions: Object.entries(Condition ?? {}).flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, values]) => compileCondition(operator, key, values)),
    ),
  };
}

/** Compiles a policy document. */
export function compileIndexed(text) {
  return { statements: list(JSON.parse(text).Statement).map(compileStatement), byAction: new Map() };
}

const silent = 0;
const allowed = 1;
const denied = 2;

function judge(policies, action, resource, context) {
  let verdict = silent;
  for (const policy of policies) {
    let candidates = policy.byAction.get(action);
    if (candidates === undefined) {
      candidates = policy.statements.filter((statement) => statement.speaksOf(action));
      policy.byAction.set(action, candidates);
    }
    for (const statement of candidates) {
      if (!statement.deny && verdict === allowed) continue;
      if (!statement.covers(resource, context) || !statement.conditions.every((holds) => holds(context))) continue;
      if (statement.deny) return denied;
      verdict = allowed;
    }
  }
  return verdict;
}

/** Whether all layers allow. */
export function allowsIndexed({ identity, boundary, scps }, { action, resource, context: given }) {
  const context = new Map();
  for (const key in given) context.set(key.toLowerCase(), given[key]);
  for (const level of scps) if (judge(level, action, resource, context) !== allowed) return false;
  if (boundary !== undefined && judge([boundary], action, resource, context) !== allowed) return false;
  return judge(identity, action, resource, context) === allowed;
}
