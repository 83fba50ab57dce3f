import type { Catalog } from "@castellan/catalog";
import { createProver, externalAccess, type ExternalAccess, parsePolicy, type ZoneOfTrust } from "@castellan/policy";

type ByDocument = Map<string, readonly ExternalAccess[]>;

/** How many zones of trust, and trust policies of each, are remembered. */
const rememberedZones = 8;
const rememberedDocuments = 50_000;
/** What was found before, by zone and document; a cache that never changes an answer. */
const memories = new WeakMap<Catalog, Map<string, ByDocument>>();

/** Tells what access from outside a zone a trust policy gives; one that was seen before is not analyzed again. */
export function accessByDocument(catalog: Catalog, zone: ZoneOfTrust): (document: string) => readonly ExternalAccess[] {
  const known = memoryOf(catalog, JSON.stringify(zone));
  const prover = createProver({ catalog });
  return (document) => {
    const before = known.get(document);
    if (before !== undefined) return before;
    const parsed = parsePolicy(document, { kind: "trust", accept: "meaningful" });
    const access = parsed.kind === "malformed" ? [] : externalAccess(parsed.policy, zone, prover);
    if (known.size >= rememberedDocuments) known.clear();
    known.set(document, access);
    return access;
  };
}

function memoryOf(catalog: Catalog, zone: string): ByDocument {
  const zones = memories.get(catalog) ?? new Map<string, ByDocument>();
  memories.set(catalog, zones);
  const known = zones.get(zone) ?? new Map<string, readonly ExternalAccess[]>();
  if (zones.size >= rememberedZones) zones.clear();
  zones.set(zone, known);
  return known;
}
