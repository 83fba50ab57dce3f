import type { CallerKind } from "../principal/caller.ts";
import type { Query } from "../request/query.ts";
import type { Layer } from "./decision.ts";
import { bitOf, scpBits } from "./outlook.ts";
import { rcpServices } from "./rcp-services.ts";

const everything: readonly Layer[] = ["scp", "rcp", "vpcEndpoint", "resource", "identity", "boundary", "session"];
const outside: readonly Layer[] = ["rcp", "vpcEndpoint", "resource"];

/** The layers that can speak about each kind of caller. */
const layersOf: Readonly<Record<CallerKind, ReadonlySet<Layer>>> = {
  root: new Set<Layer>(["scp", ...outside]),
  user: new Set(everything.filter((layer) => layer !== "session")),
  roleSession: new Set(everything),
  federatedUser: new Set(everything),
  service: new Set(outside),
  identityProvider: new Set(outside),
  anonymous: new Set(outside),
  unknown: new Set(outside),
};

const nouns: Readonly<Record<CallerKind, string>> = {
  root: "the root user",
  user: "an IAM user",
  roleSession: "a role session",
  federatedUser: "a federated user",
  service: "an AWS service",
  identityProvider: "an identity provider",
  anonymous: "an anonymous caller",
  unknown: "an unknown principal",
};

const exemptions: Readonly<Partial<Record<Layer, (query: Query) => string | undefined>>> = {
  scp: scpExemption,
  rcp: rcpExemption,
};

/** Why a layer says nothing about this request although policies are there; undefined when it applies. */
export function whyNotApplicable(layer: Layer, query: Query): string | undefined {
  const { kind } = query.caller;
  const assumedRoot = layer === "session" && kind === "root" && query.facts.assumedRoot === true;
  if (!assumedRoot && !layersOf[kind].has(layer)) return `does not apply to ${nouns[kind]}`;
  return exemptions[layer]?.(query);
}

function scpExemption({ caller, facts }: Query): string | undefined {
  if (facts.managementAccount === true) return "does not bind the management account";
  return caller.serviceLinked ? "does not bind service-linked roles" : undefined;
}

function rcpExemption(query: Query): string | undefined {
  const { caller, facts, action, service } = query;
  if (caller.serviceLinked) return "does not bind service-linked roles";
  if (facts.resourceManagementAccount ?? (facts.managementAccount === true && caller.account === query.resourceAccount))
    return "does not bind the management account";
  if (!rcpServices.has(service)) return `does not bind ${service}`;
  if (action === "kms:retiregrant") return "does not bind kms:RetireGrant";
  return facts.awsManagedKey === true ? "does not bind keys that AWS manages" : undefined;
}

/** The parts that say something about this request; levels of service control policies count as one layer. */
export function applicableParts(query: Query, parts: number): number {
  let applicable = 0;
  for (const layer of flatLayers)
    if ((parts & bitOf[layer]) !== 0 && whyNotApplicable(layer, query) === undefined) applicable |= bitOf[layer];
  return (parts & scpBits) !== 0 && whyNotApplicable("scp", query) === undefined ? applicable | scpBits : applicable;
}

const flatLayers = ["rcp", "vpcEndpoint", "resource", "identity", "boundary", "session"] as const;
