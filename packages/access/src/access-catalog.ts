/**
 * What this package must know of AWS, as an interface so that nothing here depends on where the facts come from.
 * `@castellan/catalog`'s `Catalog` has all of it.
 */
export interface AccessCatalog {
  /** An AWS managed policy by its exact name or ARN, with the JSON text of its default version. */
  managedPolicy(nameOrArn: string): CatalogPolicy | undefined;
  /** Every AWS managed policy, without its document. */
  managedPolicyIndex(): readonly { readonly name: string; readonly arn: string }[];
  /** Every service prefix. */
  services(): readonly string[];
  /** Every action of every service; `name` is without the service prefix. */
  actionSummaries(): readonly CatalogAction[];
}

/** An AWS managed policy. */
export interface CatalogPolicy {
  readonly name: string;
  readonly arn: string;
  readonly document: string;
}

/** An action and how AWS classes it: Read, List, Write, Tagging or Permissions management. */
export interface CatalogAction {
  readonly service: string;
  readonly name: string;
  readonly accessLevel: string;
}
