import { conditionKeyReader, type ConditionKeyLookup } from "./condition-key-reader.ts";
import { constraintServiceIds, type ServiceConstraints } from "./constraints.ts";
import { managedPolicyReader, type ManagedPolicyLookup } from "./managed-policies.ts";
import { once, remembered } from "./once.ts";
import type { CatalogReader, TextReader } from "./reader.ts";
import type { ServiceLookup } from "./service-facts.ts";
import { serviceReader } from "./service-reader.ts";

/** A package that facts were taken from; `date` (`2026-09-26`) is the day the facts are of. */
export interface CatalogSource {
  readonly package: string;
  readonly version: string;
  readonly license: string;
  readonly date: string;
  readonly facts: string;
}

/** What AWS is. Everything is read when first asked for and then kept. */
export interface Catalog extends ServiceLookup, ConditionKeyLookup, ManagedPolicyLookup {
  /** Where the facts come from. */
  sources(): readonly CatalogSource[];
  /** The limits on the inputs of a service, by the name of its folder in AWS's models, such as `sso-admin`. */
  constraintsOf(serviceId: string): ServiceConstraints | undefined;
}

/** Opens the catalogue whose data files `read` gives. Reads nothing yet. */
export function openCatalog(read: CatalogReader): Catalog {
  const decoder = new TextDecoder();
  const readText: TextReader = (file, offset, length) => decoder.decode(read(file, offset, length));
  const services = serviceReader(readText);
  const sources = once(() => (JSON.parse(readText("meta.json")) as { sources: readonly CatalogSource[] }).sources);
  const constraints = remembered((id) => JSON.parse(readText(`constraints/${id}.json`)) as ServiceConstraints);
  return {
    ...services.lookup,
    ...managedPolicyReader(readText),
    ...conditionKeyReader(services),
    sources,
    constraintsOf: (id) => (constraintServiceIds.some((known) => known === id) ? constraints(id) : undefined),
  };
}
