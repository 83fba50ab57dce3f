// The workload: policies, principals and requests, the same on every run.
import { createRandom } from "../../tools/random.mjs";
import { account, readServices, resourceFor, syntheticPolicy } from "./synthetic.mjs";

const seed = 20_260_926;
const counts = { synthetic: 1_000, boundaries: 20, principals: 500, requests: 10_000 };
const everything = { Effect: "Allow", Action: "*", Resource: "*" };
const document = (...Statement) => ({ Version: "2012-10-17", Statement });

/** Builds the workload from the catalogue. */
export function buildWorkload(catalog) {
  const random = createRandom(seed);
  const services = readServices(catalog);
  const policies = {};
  const synthetic = Array.from({ length: counts.synthetic }, (_, index) => {
    policies[`synthetic-${index}`] = JSON.stringify(syntheticPolicy(services, seed + index));
    return `synthetic-${index}`;
  });
  const managed = catalog.managedPolicyIndex().map(({ name }) => {
    policies[name] = catalog.managedPolicy(name).document;
    return name;
  });
  const boundaries = addBoundaries(random, services, policies);
  const levels = addScps(random, services, policies);
  const principals = Array.from({ length: counts.principals }, (_, index) => ({
    arn: `arn:aws:iam::${account}:user/person-${index}`,
    identity: random.some(random.chance(0.6) ? synthetic : [...synthetic, ...managed], random.between(1, 10)),
    ...(random.chance(0.8) && { boundary: random.pick(boundaries) }),
    scps: levels.map((level) => random.pick(level)),
  }));
  const makeRequest = requestMaker(random, services, policies, principals);
  return { policies, principals, requests: Array.from({ length: counts.requests }, (_, index) => makeRequest(index)) };
}

function addBoundaries(random, services, policies) {
  return Array.from({ length: counts.boundaries }, (_, index) => {
    const allowed = random.some(services, 200).map(({ prefix }) => `${prefix}:*`);
    const rest = { Effect: "Deny", Action: ["organizations:*", "account:*"], Resource: "*" };
    const Action = random.chance(0.5) ? "*" : [...new Set(allowed)];
    policies[`boundary-${index}`] = JSON.stringify(document({ ...everything, Action }, rest));
    return `boundary-${index}`;
  });
}

/** Two levels; each principal has FullAWSAccess and one of two guard rails at both. */
function addScps(random, services, policies) {
  policies.FullAWSAccess = JSON.stringify(document(everything));
  return ["root", "unit"].map((level) =>
    [0, 1, 2, 3].map((index) => {
      const Action = random.some(services, 5).map(({ prefix }) => `${prefix}:Delete*`);
      const Condition = { StringNotEquals: { "aws:RequestedRegion": ["eu-west-1", "us-east-1"] } };
      const guard = [
        { Effect: "Deny", Action, Resource: "*" },
        { Effect: "Deny", NotAction: ["iam:*", "organizations:*", "support:*"], Resource: "*", Condition },
      ];
      policies[`${level}-${index}`] = JSON.stringify(document(...guard));
      return ["FullAWSAccess", `${level}-${index}`];
    }),
  );
}

/** Seven of ten requests are for an action that an attached statement names, the others for any. */
function requestMaker(random, services, policies, principals) {
  const byAction = new Map();
  for (const { prefix, actions } of services)
    for (const action of actions) byAction.set(`${prefix}:${action.name}`, action);
  const all = [...byAction.keys()];
  const named = Object.fromEntries(
    Object.entries(policies).map(([id, text]) => [id, grantsOf(text).filter(({ action }) => byAction.has(action))]),
  );
  return (index) => {
    const principal = index % principals.length;
    const grants = named[random.pick(principals[principal].identity)];
    const built = grants.length > 0 && random.chance(0.7) ? random.pick(grants) : undefined;
    const action = built?.action ?? random.pick(all);
    const resource = built && fitting(random, built.resource, byAction.get(action));
    return {
      principal,
      action,
      resource: resource ?? resourceFor(random, byAction.get(action)),
      context: contextFor(random, principals[principal].arn),
    };
  };
}

function grantsOf(text) {
  const list = (value) => (Array.isArray(value) ? value : [value ?? "*"]);
  return list(JSON.parse(text).Statement)
    .filter(({ Effect, Action }) => Effect === "Allow" && Action !== undefined)
    .flatMap(({ Action, Resource }) => list(Action).map((action) => ({ action, resource: list(Resource)[0] })));
}

/** The statement's own resource with its stars filled in, when the action has such resources. */
function fitting(random, resource, { bare, templates }) {
  if (bare || resource === "*" || /[?$]/.test(resource)) return undefined;
  const shape = (template) =>
    new RegExp(`^${template.replace(/[.*+?^()|[\]\\]/g, "\\$&").replace(/\$\{\w+\}/g, "[^:/*]+")}$`);
  const [, , , region, owner] = resource.split(":");
  let filled = resource;
  if (region === "*") filled = filled.replace(":*:", ":eu-west-1:");
  if (owner === "*") filled = filled.replace(":*:", `:${account}:`);
  filled = filled.replaceAll("*", random.pick(["alpha", "beta", "zeta"]));
  const ours = ["", account].includes(filled.split(":")[4]);
  return ours && templates.some((template) => shape(template).test(filled)) ? filled : undefined;
}

function contextFor(random, arn) {
  const team = random.pick(["alpha", "beta", "gamma", "delta", "omega"]);
  return {
    "aws:PrincipalArn": arn,
    "aws:username": arn.slice(arn.indexOf("/") + 1),
    "aws:PrincipalTag/team": team,
    "aws:PrincipalTag/stage": random.pick(["prod-1", "test"]),
    "aws:RequestedRegion": random.pick(["eu-west-1", "eu-west-1", "eu-west-1", "ap-south-1"]),
    "aws:SecureTransport": "true",
    "aws:SourceIp": random.pick(["10.1.2.3", "203.0.113.7", "198.51.100.1"]),
    "aws:CurrentTime": "2026-11-23T08:00:00Z",
    "aws:MultiFactorAuthAge": random.pick(["60", "7200"]),
  };
}
