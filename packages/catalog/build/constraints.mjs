// Reads the limits of operation inputs (lengths, ranges, patterns, enumerations, required members)
// out of the service models that the AWS CLI carries. Documentation text is left behind.
import { join } from "node:path";
import { openZip } from "./zip.mjs";

const SERVICES = [
  "iam",
  "sts",
  "organizations",
  "sso-admin",
  "identitystore",
  "sso-oidc",
  "sso",
  "account",
  "accessanalyzer",
  "cloudtrail",
  "budgets",
];
const MODEL = /^awscli\/v2\/([^/]+)\/dist\/awscli\/botocore\/data\/([^/]+)\/(\d{4}-\d\d-\d\d)\/service-2\.json$/;

/** The files made of the AWS CLI package in `directory`, by name, the CLI's version and the day of its models. */
export function constraintFiles(directory) {
  const zip = openZip(join(directory, "lib", "layer.zip"));
  try {
    const models = newestModels(zip.entries);
    const files = {};
    for (const service of SERVICES) {
      const model = models.get(service);
      if (model === undefined) throw new Error(`the AWS CLI has no model of ${service}`);
      files[`constraints/${service}.json`] = JSON.stringify(constraintsOf(JSON.parse(zip.read(model.path))));
    }
    const { version, date } = models.get("iam");
    return { files, version, date };
  } finally {
    zip.close();
  }
}

function newestModels(entries) {
  const models = new Map();
  for (const [path, { date }] of entries) {
    const [, version, service, apiVersion] = MODEL.exec(path) ?? [];
    if (service === undefined || apiVersion < (models.get(service)?.apiVersion ?? "")) continue;
    models.set(service, { path, version, apiVersion, date });
  }
  return models;
}

/** `{shapes, operations}` of one model: the shapes that inputs reach and that lead to a limit. */
export function constraintsOf(model) {
  const kept = limitedShapes(model.shapes, reachableFromInputs(model));
  const shapes = {};
  for (const name of [...kept].toSorted()) shapes[name] = writeShape(model.shapes[name], kept);
  const operations = {};
  for (const [name, operation] of Object.entries(model.operations)) {
    if (kept.has(operation.input?.shape)) operations[name] = operation.input.shape;
  }
  return { shapes, operations };
}

function reachableFromInputs({ shapes, operations }) {
  const seen = new Set();
  const open = Object.values(operations).flatMap((operation) => (operation.input ? [operation.input.shape] : []));
  while (open.length > 0) {
    const name = open.pop();
    if (seen.has(name)) continue;
    seen.add(name);
    open.push(...targetsOf(shapes[name]));
  }
  return seen;
}

function targetsOf(shape) {
  const targets = [...Object.values(shape.members ?? {}), shape.member, shape.key, shape.value];
  return targets.filter((target) => target !== undefined).map((target) => target.shape);
}

/** Grows from the shapes that have a limit themselves to the shapes that contain one. */
function limitedShapes(shapes, reachable) {
  const kept = new Set([...reachable].filter((name) => hasOwnLimit(shapes[name])));
  for (let before = -1; before !== kept.size;) {
    before = kept.size;
    for (const name of reachable) if (targetsOf(shapes[name]).some((target) => kept.has(target))) kept.add(name);
  }
  return kept;
}

function hasOwnLimit(shape) {
  const limits = [shape.min, shape.max, shape.pattern, shape.enum];
  return limits.some((limit) => limit !== undefined) || (shape.required ?? []).length > 0;
}

const WRITERS = {
  structure: (shape, kept) => ({
    type: "structure",
    members: keptMembers(shape.members, kept),
    required: shape.required ?? [],
  }),
  list: (shape, kept) => ({ type: "list", ...keptTarget("member", shape, kept), ...range(shape) }),
  map: (shape, kept) => ({
    type: "map",
    ...keptTarget("key", shape, kept),
    ...keptTarget("value", shape, kept),
    ...range(shape),
  }),
  string: (shape) => ({ type: "string", ...range(shape), ...given("pattern", shape), ...given("enum", shape) }),
  integer: (shape) => ({ type: "number", ...range(shape) }),
  long: (shape) => ({ type: "number", ...range(shape) }),
  double: (shape) => ({ type: "number", ...range(shape) }),
  float: (shape) => ({ type: "number", ...range(shape) }),
};

function writeShape(shape, kept) {
  const write = WRITERS[shape.type];
  if (write === undefined) throw new Error(`limits on a ${shape.type} are not known`);
  return write(shape, kept);
}

function keptMembers(members, kept) {
  const pairs = Object.entries(members).filter(([, member]) => kept.has(member.shape));
  return Object.fromEntries(pairs.map(([name, member]) => [name, member.shape]));
}

function keptTarget(role, shape, kept) {
  return kept.has(shape[role].shape) ? { [role]: shape[role].shape } : {};
}

function range(shape) {
  return { ...given("min", shape), ...given("max", shape) };
}

function given(name, shape) {
  return shape[name] === undefined ? {} : { [name]: shape[name] };
}
