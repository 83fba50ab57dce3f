import {
  type CompiledPolicy,
  parseArn,
  parsePrincipalName,
  type PrincipalEntry,
  type PrincipalName,
} from "@castellan/policy";
import {
  everything,
  kindsOf,
  type Naming,
  namingOf,
  type StandIn,
  standpoint,
  type Standpoint,
} from "./standpoints.ts";

/**
 * From where policies of resources are compared: as every principal that they name, as any other of an account that they
 * name and of one that they do not, as a service, and as nobody in particular; each with identity policies that allow
 * everything and with none, for resources of every account.
 */
export function resourceStandpoints(policies: readonly CompiledPolicy[]): readonly Standpoint[] {
  const naming = namingOf(policies);
  const [own, foreign] = naming.unnamed;
  const homes = [own, ...naming.named, foreign];
  const anybody = naming.partitions.flatMap((partition) =>
    homes.flatMap((home) => kindsOf(naming).map((kind) => kind(partition, home, naming))),
  );
  const principals = distinct([fixed("anonymous"), ...anybody, ...namedPrincipals(policies, naming)]);
  const arounds = [{ identity: everything }, {}];
  return principals.flatMap((principal) => {
    const { home = own } = principal;
    const region = { resourceAccounts: [...new Set([home, own, ...naming.namedAsOwners])] };
    return arounds.map((around) => standpoint(principal, { around, region }));
  });
}

function distinct(principals: readonly StandIn[]): readonly StandIn[] {
  return [...new Map(principals.map((one) => [JSON.stringify([one.principal, one.facts]), one])).values()];
}

/** Everybody whom a principal element names, and a service that none does. */
function namedPrincipals(policies: readonly CompiledPolicy[], naming: Naming): readonly StandIn[] {
  const entries = policies.flatMap(({ policy }) => policy.statements.flatMap((one) => one.principal?.entries ?? []));
  const services = valuesOf(entries, "Service").filter((name) => name !== "*");
  const named = valuesOf(entries, "AWS").flatMap((text) => {
    const name = parsePrincipalName(text);
    return name === undefined ? [] : [bearerOf(name, naming)];
  });
  return [...named, ...["unnamed-service.amazonaws.com", ...services].map((name) => fixed(name))];
}

/** Who acts under a name. */
function bearerOf(name: PrincipalName, { unnamed: [own] }: Naming): StandIn {
  switch (name.kind) {
    case "account":
      return fixed(`arn:aws:iam::${name.account}:root`);
    case "user":
    case "session":
    case "federatedUser":
      return fixed(name.arn);
    case "role": {
      const principal = name.arn.replace(/:iam:.*$/, `:sts::${name.account}:assumed-role/${name.name}/session`);
      return { ...fixed(principal), facts: { roleArn: name.arn } };
    }
    case "uniqueId": {
      const role = `arn:aws:sts::${own}:assumed-role/named-by-id/session`;
      const principal = name.id.startsWith("AROA") ? role : `arn:aws:iam::${own}:user/named-by-id`;
      return { ...fixed(principal), facts: { principalId: name.id } };
    }
  }
}

function valuesOf(entries: readonly PrincipalEntry[], type: PrincipalEntry["type"]): readonly string[] {
  return entries.filter((entry) => entry.type === type).map(({ value }) => value);
}

function fixed(principal: string): StandIn {
  const home = parseArn(principal)?.accountId;
  return { principal, ...(home !== undefined && home !== "" && { home }), free: [], conditions: [] };
}
