// The questions about AWS managed policies, and the policies that all ordered pairs are made of.
import { bundlePolicy, catalogFolder } from "../../tools/bundle-policy.mjs";
import { fifteenQuestions } from "../../conformance/prove/fifteen-questions.ts";

const { openCatalogAt, parsePolicy, compilePolicy, createProver } = await bundlePolicy();
export const catalog = openCatalogAt(catalogFolder);
export const account = "123456789012";
const principal = `arn:aws:sts::${account}:assumed-role/Developer/mina`;

/** How many policies the pairs are made of. */
const chosen = 120;

/** A prover that has learnt nothing yet. */
export const newProver = () => createProver({ catalog });

function compile(text, name) {
  const parsed = parsePolicy(text, { kind: "identity", managed: true });
  if (parsed.kind !== "policy") throw new Error(`${name}: ${parsed.message}`);
  return compilePolicy(parsed.policy, name);
}

const compiled = new Map();

function managed(name) {
  if (!compiled.has(name)) compiled.set(name, compile(catalog.managedPolicy(name).document, name));
  return compiled.get(name);
}

function sideOf({ managed: names = [], statements }) {
  const own = statements && compile(JSON.stringify({ Version: "2012-10-17", Statement: statements }), "own");
  return { principal, policies: { identity: [...names.map(managed), ...(own ? [own] : [])] } };
}

/** The fifteen questions with the answers that are known. */
export const questions = fifteenQuestions.map(({ says, side, than, actions, answer }) => {
  const region = actions ? { actions } : {};
  const asked = { side: sideOf(side), region };
  return {
    says,
    answer,
    question: than ? { kind: "noMore", than: sideOf(than), ...asked } : { kind: "nothing", ...asked },
  };
});

/** Policies spread evenly over those that there are, in the order of their names: of all, or of those with conditions. */
export function spread(withConditions) {
  const names = catalog.managedPolicyIndex().map(({ name }) => name);
  const from = withConditions
    ? names.filter((name) => catalog.managedPolicy(name).document.includes('"Condition"'))
    : names;
  const step = Math.floor(from.length / chosen);
  return from
    .filter((_, index) => index % step === 0)
    .slice(0, chosen)
    .map((name) => sideOf({ managed: [name] }));
}
