import { once, remembered } from "./once.ts";
import { policyIdOf } from "./policy-id.ts";
import type { TextReader } from "./reader.ts";

/** An AWS managed policy without its document. Dates are ISO instants; `path` begins and ends with `/`. */
export interface ManagedPolicySummary {
  readonly arn: string;
  readonly name: string;
  readonly path: string;
  /** Derived from the ARN by `policyIdOf`, not AWS's own id. */
  readonly policyId: string;
  readonly versionId: string;
  readonly createDate: string;
  readonly updateDate: string;
  readonly description?: string;
}

/** An AWS managed policy with the JSON text of its default version. */
export interface ManagedPolicy extends ManagedPolicySummary {
  readonly document: string;
}

/** Looks up AWS managed policies. */
export interface ManagedPolicyLookup {
  /** A policy by its exact name or ARN; an ARN of another partition answers with ARNs of that partition. */
  managedPolicy(nameOrArn: string): ManagedPolicy | undefined;
  /** Every policy without its document, by name. */
  managedPolicyIndex(): readonly ManagedPolicySummary[];
}

/** As stored: path, version, seconds of creation and of last update, place of the document in the blob. */
type Row = readonly [path: string, versionId: string, created: number, updated: number, offset: number, length: number];

const ARN = /^arn:(aws[a-z-]*):iam::aws:policy(\/(?:.*\/)?)([^/]+)$/;

/** Reads managed policies: the index once, then one document at a time. */
export function managedPolicyReader(read: TextReader): ManagedPolicyLookup {
  const rows = once(() => new Map(Object.entries(JSON.parse(read("managed-policies.json")) as Record<string, Row>)));
  const summaries = once(() => [...rows()].map(([name, row]) => summarize(name, row, "aws")));
  const documents = remembered((name) => {
    const [, , , , offset, length] = rows().get(name) ?? [];
    return read("managed-policies.blob", offset, length);
  });
  const managedPolicy = (nameOrArn: string): ManagedPolicy | undefined => {
    const wanted = parseName(nameOrArn);
    const row = rows().get(wanted.name);
    if (row === undefined || (wanted.path !== undefined && wanted.path !== row[0])) return undefined;
    return { ...summarize(wanted.name, row, wanted.partition), document: documents(wanted.name) };
  };
  return { managedPolicy, managedPolicyIndex: summaries };
}

function parseName(nameOrArn: string): { readonly partition: string; readonly path?: string; readonly name: string } {
  const [, partition, path, name] = ARN.exec(nameOrArn) ?? [];
  if (partition === undefined || path === undefined || name === undefined) return { partition: "aws", name: nameOrArn };
  return { partition, path, name };
}

function summarize(name: string, [path, versionId, created, updated]: Row, partition: string): ManagedPolicySummary {
  const arn = `arn:${partition}:iam::aws:policy${path}${name}`;
  return {
    arn,
    name,
    path,
    policyId: policyIdOf(arn),
    versionId,
    createDate: instant(created),
    updateDate: instant(updated),
  };
}

function instant(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
