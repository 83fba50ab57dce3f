// Every engine in the same form: prepare the policies, then answer request after request with true or false.
import { loadPeer } from "../../tools/peers.mjs";
import { policyModule } from "../../tools/bundle-policy.mjs";
import { cedarCall, cedarText } from "./cedar.mjs";
import { allowsIndexed, compileIndexed } from "./indexed.mjs";
import { account } from "./synthetic.mjs";

const kindOf = (id) =>
  id.startsWith("boundary-") ? "boundary" : /^(root|unit)-|^FullAWS/.test(id) ? "scp" : "identity";

/** The policies of each principal, each policy compiled once. */
function compileAll({ policies, principals }, compile) {
  const made = new Map();
  const get = (id) => {
    if (!made.has(id)) made.set(id, compile(policies[id], id));
    return made.get(id);
  };
  return principals.map(({ identity, boundary, scps }) => ({
    identity: identity.map(get),
    ...(boundary !== undefined && { boundary: get(boundary) }),
    scps: scps.map((level) => level.map(get)),
  }));
}

async function kernel() {
  const policy = await import(policyModule);
  const compile = (text, id) => {
    const parsed = policy.parsePolicy(text, { kind: kindOf(id) });
    if (parsed.kind === "malformed") throw new Error(`${id}: ${parsed.message}`);
    return policy.compilePolicy(parsed.policy, id);
  };
  return { ...policy, compileAll: (workload) => compileAll(workload, compile) };
}

const inputOf = (workload, compiled, { principal, action, resource, context }) => ({
  principal: workload.principals[principal].arn,
  request: { action, resource, context },
  policies: compiled[principal],
});

/** Our own functions give a decision with the ids of the statements that decide. */
const ours = (name) => async (workload) => {
  const module = await kernel();
  const decisionOf = { decide: (input) => module.decide(input), explain: (input) => module.explain(input).decision };
  return {
    prepare() {
      const compiled = module.compileAll(workload);
      const answer = decisionOf[name];
      return (request) => answer(inputOf(workload, compiled, request)).outcome === "Allowed";
    },
  };
};

const indexed = async (workload) => ({
  prepare() {
    const compiled = compileAll(workload, compileIndexed);
    return (request) => allowsIndexed(compiled[request.principal], request);
  },
});

/** The floor: every answer is there already, under the request and its context in lower case. */
const memoised = async (workload) => ({
  prepare() {
    const compiled = compileAll(workload, compileIndexed);
    const answers = new Map();
    return (request) => {
      let key = `${request.principal}\n${request.action}\n${request.resource}`;
      for (const name in request.context) key += `\n${name.toLowerCase()}=${request.context[name]}`;
      let answer = answers.get(key);
      if (answer === undefined) answers.set(key, (answer = allowsIndexed(compiled[request.principal], request)));
      return answer;
    };
  },
});

const simulate = async (workload) => {
  const { runSimulation } = await loadPeer("@cloud-copilot/iam-simulate");
  return {
    prepare() {
      const compiled = compileAll(workload, (text, id) => ({ name: id, policy: JSON.parse(text) }));
      return async ({ principal, action, resource, context }) => {
        const { identity, boundary, scps } = compiled[principal];
        const result = await runSimulation(
          {
            request: {
              principal: workload.principals[principal].arn,
              action,
              resource: { resource, accountId: account },
              contextVariables: context,
            },
            identityPolicies: identity,
            serviceControlPolicies: scps.map((policies, level) => ({ orgIdentifier: `level-${level}`, policies })),
            resourceControlPolicies: [],
            ...(boundary && { permissionBoundaryPolicies: [boundary] }),
          },
          {},
        );
        return result.resultType === "error" ? undefined : result.overallResult === "Allowed";
      };
    },
  };
};

const cedar = async (workload, sample) => {
  const { preparsePolicySet, statefulIsAuthorized } = await loadPeer(
    "@cedar-policy/cedar-wasm",
    "@cedar-policy/cedar-wasm/nodejs",
  );
  return {
    prepare() {
      for (const principal of new Set(sample.map((request) => request.principal))) {
        const { identity, boundary, scps } = workload.principals[principal];
        const textOf = (ids) => ids.map((id) => workload.policies[id]);
        const limits = [...(boundary === undefined ? [] : [textOf([boundary])]), ...scps.map(textOf)];
        const staticPolicies = cedarText({ identity: textOf(identity), limits });
        const parsed = preparsePolicySet(String(principal), { staticPolicies });
        if (parsed.type === "failure") throw new Error(JSON.stringify(parsed.errors[0]));
      }
      return (request) => {
        const answer = statefulIsAuthorized(cedarCall(request, String(request.principal)));
        if (answer.type === "failure") throw new Error(JSON.stringify(answer.errors[0]));
        return answer.response.decision === "allow";
      };
    },
  };
};

/** The engines by name; `every` takes each n-th request only. */
export const engines = {
  "castellan decide": { load: ours("decide"), every: 1 },
  "castellan explain": { load: ours("explain"), every: 1 },
  "plain JS, indexed": { load: indexed, every: 1 },
  "all answers memoised": { load: memoised, every: 1 },
  "cedar-wasm preparsed": { load: cedar, every: 10, peer: "@cedar-policy/cedar-wasm", path: "/nodejs" },
  "iam-simulate": { load: simulate, every: 40, peer: "@cloud-copilot/iam-simulate", path: "" },
};
