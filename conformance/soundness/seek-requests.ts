import { compileGlob, globMatches, parseGlob, type AuthorizationRequest, type ContextValue } from "@castellan/policy";
import type { Random } from "../../tools/random.mjs";
import { edgesOf, fits, samplesOf, valueOf } from "./edge-values.ts";
import type { StatementText } from "./random-document.ts";
import type { QuestionText, RegionText } from "./random-question.ts";
import { foreign, own, worldActions, worldKeys, type WorldKey } from "./small-world.ts";

/** Makes requests of a question's region that lie at the edges of what its policies say. */
export interface RequestSeeker {
  /** Undefined when there is no request for the action that was drawn. */
  next(): AuthorizationRequest | undefined;
}

const examples: readonly string[] = [
  "arn:aws:s3:::other/y",
  "arn:aws:s3:::other",
  ...[own, foreign].flatMap((account) => [
    `arn:aws:sqs:eu-west-1:${account}:z`,
    `arn:aws:iam::${account}:role/Z`,
    `arn:aws:kms:us-east-1:${account}:key/z`,
    `arn:aws:ec2:us-east-1:${account}:instance/z`,
    `arn:aws:logs:us-east-1:${account}:log-group:z:log-stream:z`,
  ]),
  "arn:aws:ec2:us-east-1::image/z",
];

/** A seeker for a question. */
export function createSeeker(random: Random, question: QuestionText): RequestSeeker {
  const statements = statementsOf(question);
  const words = ["a", "alice", "home", "Deploy", "q"];
  const patterns = statements.flatMap(({ Resource = [], NotResource = [] }) => [...Resource, ...NotResource]);
  const { resources: within = [] } = question.region;
  const listed = [...new Set([...patterns, ...(within === "any" ? [] : within)])];
  const resources = [...new Set([...examples, ...listed.flatMap((text) => samplesOf(random, completed(text), words))])];
  const owners = question.region.resourceAccounts ?? [own];
  const actions = actionsOf(question.region).flatMap((action) => {
    const found = resourcesFor(action, resources, question.region);
    return found.length === 0 ? [] : [{ action, resources: found }];
  });
  const keys = keysOf(random, question, statements, words);
  const mayOmitOwner = [question.side, question.than].every((side) => side?.principal.includes(`:${own}:`) ?? true);
  return {
    next: () => {
      if (actions.length === 0) return undefined;
      const { action, resources: possible } = random.pick(actions);
      const resource = random.pick(possible);
      const owner = accountNamed(resource) ?? random.pick(owners);
      const silent = mayOmitOwner && owner === own && random.chance(0.5);
      return {
        action,
        resource,
        ...(silent || accountNamed(resource) !== undefined ? {} : { resourceAccount: owner }),
        context: { ...contextOf(random, keys), ...question.region.context },
      };
    },
  };
}

function statementsOf({ side, than, region }: QuestionText): readonly StatementText[] {
  const documents = [side, than].flatMap((each) => Object.values(each?.layers ?? {}).flat());
  const gate = region.condition && { Effect: "Allow" as const, Condition: region.condition };
  return [...documents.flatMap(({ Statement }) => Statement), ...(gate ? [gate] : [])];
}

function completed(pattern: string): string {
  const fields = pattern.split(":").length;
  return pattern.startsWith("arn:") && fields < 6 ? `${pattern}${":*".repeat(6 - fields)}` : pattern;
}

/** The actions of a region, each matched as a text against its patterns. */
export function actionsOf({ actions = ["*"], notActions = [] }: RegionText): readonly string[] {
  const matches = (patterns: readonly string[], name: string): boolean =>
    patterns.some((pattern) => globMatches(compileGlob(parseGlob(pattern.toLowerCase())), name.toLowerCase()));
  return Object.keys(worldActions).filter((name) => matches(actions, name) && !matches(notActions, name));
}

/** The texts that are an ARN of a type that the action works on, in one of the accounts; `*` for an action of none. */
export function resourcesFor(
  action: string,
  texts: readonly string[],
  { resources, resourceAccounts: owners = [own] }: RegionText,
): readonly string[] {
  if (resources === "any") return ["*", ...texts].filter((text) => text === "*" || isInAccount(text, owners));
  const templates = worldActions[action] ?? [];
  if (templates.length === 0) return ["*"];
  const forms = templates.map((template) => formOf(template, owners));
  return texts.filter((text) => forms.some((form) => form.test(text)));
}

function isInAccount(text: string, owners: readonly string[]): boolean {
  const account = /^arn:aws:[^:]+:[^:]*:([^:]*):[^]+$/.exec(text)?.[1];
  return account === "" || owners.some((owner) => owner === account);
}

const forms = new Map<string, RegExp>();

function formOf(template: string, owners: readonly string[]): RegExp {
  const name = `${template} ${owners.join()}`;
  const known = forms.get(name);
  if (known !== undefined) return known;
  const bucket = template.endsWith(":::${BucketName}");
  const source = template
    .replace("${Partition}", "aws")
    .replace("${Region}", "[^:]+")
    .replace("${Account}", `(?:${owners.join("|")})`)
    .replace(/\$\{[^}]*\}/g, bucket ? "[^/]+" : "[^]+");
  const form = new RegExp(`^${source}$`, "u");
  forms.set(name, form);
  return form;
}

function accountNamed(resource: string): string | undefined {
  return /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(resource)?.[1];
}

type KeyTexts = readonly { readonly key: string; readonly facts: WorldKey; readonly texts: readonly string[] }[];

/** The keys that requests may give, with texts at the edges of the values that are listed for them. */
function keysOf(
  random: Random,
  { side, than, region }: QuestionText,
  statements: readonly StatementText[],
  words: readonly string[],
): KeyTexts {
  const barred = new Set([...(region.absent ?? []), ...Object.keys(region.context ?? {})]);
  if ([side, than].some((each) => each?.facts?.principalTags !== undefined)) barred.add("aws:PrincipalTag/team");
  if (/^(sns|anonymous)/.test(side.principal)) barred.add("aws:PrincipalOrgID");
  const values = new Map<string, string[]>();
  for (const [key, listed] of statements.flatMap(({ Condition = {} }) =>
    Object.values(Condition).flatMap(Object.entries),
  ))
    values.set(key, [...(values.get(key) ?? []), ...(listed as readonly string[])]);
  const mentioned = JSON.stringify(statements);
  return Object.entries(worldKeys).flatMap(([key, facts]) => {
    if (facts.settled === true || barred.has(key)) return [];
    if (facts.always !== true && !mentioned.includes(key)) return [];
    const edges = [...facts.listed.slice(0, 2), ...(values.get(key) ?? [])].flatMap((text) =>
      edgesOf(random, text, words),
    );
    const texts = [...new Set([...edges, "", "x", "alice", "true"])].filter((text) => fits(facts.type, text));
    return [{ key, facts, texts }];
  });
}

function contextOf(random: Random, keys: KeyTexts): Record<string, ContextValue> {
  const context: Record<string, ContextValue> = {};
  for (const { key, facts, texts } of keys) {
    const value = valueOf(random, facts, texts);
    if (value !== undefined) context[key] = value;
  }
  return context;
}
