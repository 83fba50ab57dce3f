// A question about identity policies for Z3: actions are put into classes outside the solver, the resource is an ARN of
// the account in five fields, or `*`. Conditions are told apart by their text alone, which asks less of the solver.
import { account, catalog } from "./sides.mjs";

const names = catalog.actionSummaries().map(({ service, name }) => `${service}:${name}`.toLowerCase());
const fields = ["partition", "service", "region", "account", "tail"];

const literal = (text) =>
  `"${text.replace(/[^\x20-\x7e]|[\\"]/gu, (each) => `\\u{${each.codePointAt(0).toString(16)}}`)}"`;
const joined = (word, parts) => (parts.length === 0 ? String(word === "and") : `(${word} ${parts.join(" ")})`);

function matcher(pattern) {
  const source = pattern
    .toLowerCase()
    .replace(/[.+^${}()|[\]\\/]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`);
}

function expression(glob) {
  const pieces = glob.split(/([*?])/).filter((piece) => piece !== "");
  const parts = pieces.map((piece) =>
    piece === "*" ? "re.all" : piece === "?" ? "re.allchar" : `(str.to_re ${literal(piece)})`,
  );
  return parts.length === 1 ? parts[0] : joined("re.++", parts);
}

function field(name, glob) {
  if (glob === "*") return [];
  return [/[*?]/.test(glob) ? `(str.in_re ${name} ${expression(glob)})` : `(= ${name} ${literal(glob)})`];
}

function resource(pattern) {
  if (pattern === "*") return "true";
  const [, ...parts] = pattern.split(":");
  const tail = parts.slice(4).join(":") || "*";
  const globs = [0, 1, 2, 3].map((index) => parts[index] ?? "*");
  const demands = [...globs, tail].flatMap((glob, index) => field(fields[index], glob));
  return joined("and", ["(not star)", ...demands]);
}

function statementOf({ effect, action, resource: element, conditions }, atoms) {
  const listed = joined(
    "or",
    element.patterns.map(({ value }) => resource(value)),
  );
  const held = conditions.map(({ operator, key, values }) => {
    const text = `${operator.value} ${key.value} ${values
      .map(({ value }) => value)
      .toSorted()
      .join(" ")}`;
    if (!atoms.has(text)) atoms.set(text, `c${atoms.size}`);
    return atoms.get(text);
  });
  const patterns = action.patterns.map(({ value }) => matcher(value));
  const hit = names.map((name) => patterns.some((pattern) => pattern.test(name)) !== action.negated);
  return { effect, hit, formula: joined("and", [element.negated ? `(not ${listed})` : listed, ...held]) };
}

/** The formula of a side for one action: an allow and no deny. */
function allowed(statements, action) {
  const of = (effect) =>
    joined(
      "or",
      statements.filter((each) => each.effect === effect && each.hit[action]).map(({ formula }) => formula),
    );
  return `(and ${of("Allow")} (not ${of("Deny")}))`;
}

/** The script of a question: satisfiable when some request answers it with no. */
export function smtClasses({ side, than, region }) {
  const atoms = new Map();
  const read = ({ policies }) =>
    policies.identity.flatMap(({ policy }) => policy.statements.map((each) => statementOf(each, atoms)));
  const [mine, other] = [read(side), than && read(than)];
  const asked = region.actions?.map(matcher);
  const classes = new Set();
  const seen = new Set();
  for (const [action, name] of names.entries()) {
    if (asked && !asked.some((pattern) => pattern.test(name))) continue;
    const signature = [...mine, ...(other ?? [])].map(({ hit }) => (hit[action] ? 1 : 0)).join("");
    if (seen.has(signature)) continue;
    seen.add(signature);
    const formula = allowed(mine, action);
    if (!formula.startsWith("(and false"))
      classes.add(other ? `(and ${formula} (not ${allowed(other, action)}))` : formula);
  }
  return [
    "(declare-const star Bool)(declare-const action Int)",
    ...fields.map((name) => `(declare-const ${name} String)`),
    ...[...atoms.values()].map((name) => `(declare-const ${name} Bool)`),
    `(assert (= partition "aws"))(assert (or (= account "") (= account "${account}")))(assert (not (= tail "")))`,
    `(assert ${joined(
      "or",
      [...classes].map((formula, index) => `(and (= action ${index}) ${formula})`),
    )})`,
  ].join("\n");
}
