import type { ActionFacts, Catalog, ServiceFacts } from "../catalog.ts";
import { rcpServices } from "../decide/rcp-services.ts";
import { trustActions } from "../document/check-action.ts";
import { listOfBuckets } from "../request/list-of-buckets.ts";
import { compileGlob, globMatches, parseGlob } from "../pattern/glob.ts";

/** Every action of a catalogue under a number. */
export interface ActionTable {
  readonly catalog: Catalog;
  /** As AWS writes them. */
  readonly names: readonly string[];
  readonly lowerNames: readonly string[];
  /** The places among `templates` of what each action can work on. */
  readonly templatesOf: readonly (readonly number[])[];
  /** Actions with the same number work on the same. */
  readonly uses: Uint16Array;
  /** ARNs with `${Placeholder}`s; the first is `*`. */
  readonly templates: readonly string[];
  /** The class of each action in the evaluation logic: actions of one class differ only by who lists them. */
  readonly traits: Uint8Array;
  /** The numbers of the actions that a pattern matches. */
  matching(pattern: string): Int32Array;
}

/** Actions that the evaluation logic treats on their own. */
const special: ReadonlySet<string> = new Set([
  ...trustActions,
  "sts:getcalleridentity",
  "sts:getsessiontoken",
  "sts:getfederationtoken",
  "kms:retiregrant",
  listOfBuckets,
  "s3:getbucketpolicy",
  "s3:putbucketpolicy",
  "s3:deletebucketpolicy",
]);
/** The template of the one resource with a star for its name. */
export const listOfBucketsTemplate = "arn:${Partition}:s3:::${*}";
const specialServices: ReadonlySet<string> = new Set(["sts", "iam", "kms", "s3"]);

/** What the evaluation logic sees of an action (in lower case) besides the statements that list it. */
export function traitOf(action: string): string {
  const service = action.slice(0, action.indexOf(":"));
  const own = special.has(action) ? action : specialServices.has(service) ? service : "";
  return `${own}${rcpServices.has(service) ? "!" : ""}`;
}

const tables = new WeakMap<Catalog, ActionTable>();

/** The table of a catalogue, made once. */
export function actionTableOf(catalog: Catalog): ActionTable {
  const known = tables.get(catalog);
  if (known !== undefined) return known;
  const made = makeTable(catalog);
  tables.set(catalog, made);
  return made;
}

function makeTable(catalog: Catalog): ActionTable {
  const names: string[] = [];
  const templatesOf: (readonly number[])[] = [];
  const ranges = new Map<string, readonly [number, number]>();
  const templates = numbering(["*"]);
  for (const prefix of catalog.services()) {
    const service = catalog.service(prefix);
    if (service === undefined) continue;
    const start = names.length;
    const use = templateReader(service, templates.numberOf);
    for (const action of service.actions) {
      names.push(`${prefix}:${action.name}`);
      const full = `${prefix}:${action.name}`.toLowerCase();
      templatesOf.push(full === listOfBuckets ? [templates.numberOf(listOfBucketsTemplate)] : use(action));
    }
    ranges.set(prefix.toLowerCase(), [start, names.length]);
  }
  const lowerNames = names.map((name) => name.toLowerCase());
  const traits = numbering([""]);
  const uses = numbering([]);
  return {
    catalog,
    names,
    lowerNames,
    templatesOf,
    uses: Uint16Array.from(templatesOf, (list) => uses.numberOf(list.join())),
    templates: templates.texts,
    traits: Uint8Array.from(lowerNames, (name) => traits.numberOf(traitOf(name))),
    matching: actionMatcher(lowerNames, ranges),
  };
}

function numbering(texts: string[]): {
  readonly texts: readonly string[];
  readonly numberOf: (text: string) => number;
} {
  const numbers = new Map(texts.map((text, index) => [text, index]));
  const numberOf = (text: string): number => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, texts.length);
    return texts.push(text) - 1;
  };
  return { texts, numberOf };
}

/** An action without a required resource is also authorised on `*`; some types have several ARNs, listed with commas. */
function templateReader(
  { resourceTypes }: ServiceFacts,
  numberOf: (text: string) => number,
): (action: ActionFacts) => readonly number[] {
  const arns = new Map(resourceTypes.map(({ name, arn }) => [name, arn.split(/,\s*(?=arn:)/).flatMap(ownAndManaged)]));
  return (action) => {
    const texts = action.resourceTypes.flatMap(({ name }) => arns.get(name) ?? []);
    // The shortest is the most usual: a bucket's object before the object behind an access point.
    const found = texts.toSorted((one, other) => one.length - other.length).map(numberOf);
    const needsNone = found.length === 0 || !action.resourceTypes.some(({ required }) => required);
    return [...new Set(needsNone ? [...found, 0] : found)];
  };
}

/** AWS's own managed policies stand beside those of the account [IAM User Guide, access_policies_managed-vs-inline, 2025]. */
function ownAndManaged(arn: string): readonly string[] {
  return /:iam::\$\{Account\}:policy\//.test(arn) ? [arn, arn.replace("${Account}", "aws")] : [arn];
}

function actionMatcher(
  names: readonly string[],
  ranges: ReadonlyMap<string, readonly [number, number]>,
): (pattern: string) => Int32Array {
  const known = new Map<string, Int32Array>();
  const find = (pattern: string): Int32Array => {
    const colon = pattern.indexOf(":");
    const service = pattern.slice(0, Math.max(colon, 0));
    const everywhere = pattern === "*" || service === "*";
    const [start, end] = everywhere ? [0, names.length] : (ranges.get(service) ?? [0, 0]);
    const glob = compileGlob(parseGlob(pattern.slice(colon + 1)));
    const found: number[] = [];
    for (let index = start; index < end; index += 1) {
      const name = names[index] ?? "";
      if (globMatches(glob, name.slice(name.indexOf(":") + 1))) found.push(index);
    }
    return Int32Array.from(found);
  };
  return (pattern) => {
    const lower = pattern.toLowerCase();
    const matched = known.get(lower) ?? find(lower);
    known.set(lower, matched);
    return matched;
  };
}
