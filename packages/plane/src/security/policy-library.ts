import type { Catalog } from "@castellan/catalog";
import { type CompiledPolicy, compilePolicy, parsePolicy, type PolicyKind } from "@castellan/policy";
import type { Collection } from "../frame/collection.ts";
import { type IamPolicy, iamPolicies } from "../records/iam.ts";

/** Reading as both a transaction and the store itself offer it. */
export interface Reader {
  get<Doc extends object>(collection: Collection<Doc>, key: string): Doc | undefined;
  list<Doc extends object, Index extends string>(
    collection: Collection<Doc, Index>,
    index?: Index,
    value?: string,
  ): Doc[];
}

/** Compiled policies by where they stand; a document is compiled when it is first decided with, and again when it changed. */
export class PolicyLibrary {
  private readonly compiled = new Map<string, { readonly document: string; readonly policy: CompiledPolicy }>();
  private readonly catalog: Catalog;

  constructor(catalog: Catalog) {
    this.catalog = catalog;
  }

  /** The compiled form of a document that was checked when it was stored; `id` is what explanations call it. */
  compile(kind: PolicyKind, id: string, document: string): CompiledPolicy {
    const key = `${kind} ${id}`;
    const known = this.compiled.get(key);
    if (known?.document === document) return known.policy;
    const parsed = parsePolicy(document, { kind });
    if (parsed.kind === "malformed") throw new Error(`stored policy ${id} is malformed: ${parsed.message}`);
    const policy = compilePolicy(parsed.policy, id);
    this.compiled.set(key, { document, policy });
    return policy;
  }

  /** A managed policy by its ARN, AWS's own or a customer's; undefined when there is none. */
  managed(reader: Reader, kind: PolicyKind, arn: string): CompiledPolicy | undefined {
    const document = this.documentOf(reader, arn);
    return document === undefined ? undefined : this.compile(kind, arn, document);
  }

  /** The default version's text of a managed policy. */
  documentOf(reader: Reader, arn: string): string | undefined {
    if (arn.startsWith("arn:aws:iam::aws:policy/")) return this.catalog.managedPolicy(arn)?.document;
    const [policy] = reader.list(iamPolicies, "arn", arn);
    return policy && defaultVersionOf(policy).document;
  }
}

/** The version in force of a customer managed policy. */
export function defaultVersionOf(policy: IamPolicy): IamPolicy["versions"][number] {
  const version = policy.versions.find(({ versionId }) => versionId === policy.defaultVersionId);
  if (!version) throw new Error(`policy ${policy.arn} has lost its default version`);
  return version;
}
