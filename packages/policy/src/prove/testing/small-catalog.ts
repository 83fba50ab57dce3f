import type { Catalog, ConditionKeyFacts, ServiceFacts } from "../../catalog.ts";

/** Actions by service with the ARNs they work on, none for `*`. */
export type SmallCatalog = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** A catalogue of a few actions; keys have the types given and are texts or lists otherwise. */
export function smallCatalog(
  actions: SmallCatalog,
  keyTypes: Readonly<Record<string, ConditionKeyFacts["type"]>> = {},
): Catalog {
  const services = new Map(Object.entries(actions).map(([prefix, byName]) => [prefix, serviceOf(prefix, byName)]));
  const types = new Map(Object.entries(keyTypes).map(([key, type]) => [key.toLowerCase(), { key, type }]));
  return {
    services: () => [...services.keys()],
    service: (prefix) => services.get(prefix),
    action: (name) =>
      services
        .get(name.split(":")[0] ?? "")
        ?.actions.find((action) => action.name.toLowerCase() === name.split(":")[1]?.toLowerCase()),
    actionSummaries: () => [...services.values()].flatMap((service) => service.actions),
    conditionKey: (name) => types.get(name.toLowerCase()),
    globalConditionKeys: () => [...types.values()],
  };
}

function serviceOf(prefix: string, byName: Readonly<Record<string, readonly string[]>>): ServiceFacts {
  const arns = [...new Set(Object.values(byName).flat())];
  return {
    prefix,
    name: prefix,
    resourceControlPolicies: false,
    actions: Object.entries(byName).map(([name, uses]) => ({
      service: prefix,
      name,
      accessLevel: "Read",
      resourceTypes: uses.map((arn) => ({ name: arn, required: true, conditionKeys: [] })),
      conditionKeys: [],
      dependentActions: [],
    })),
    resourceTypes: arns.map((arn) => ({ name: arn, arn, conditionKeys: [] })),
    conditionKeys: [],
  };
}

const anywhere = [
  "arn:${Partition}:s3:::${BucketOrObject}",
  "arn:${Partition}:sqs:${Region}:${Account}:${QueueName}",
  "arn:${Partition}:iam::${Account}:role/${RoleName}",
  "arn:${Partition}:kms:${Region}:${Account}:key/${KeyId}",
];

const names = [
  "s3:GetObject",
  "s3:PutObject",
  "sqs:SendMessage",
  "sts:AssumeRole",
  "sts:GetCallerIdentity",
  "kms:Decrypt",
  "iam:PassRole",
];

function withResources(resources: readonly string[]): Catalog {
  const services: Record<string, Record<string, readonly string[]>> = {};
  for (const name of names) {
    const [service = "", action = ""] = name.split(":");
    (services[service] ??= {})[action] = resources;
  }
  return smallCatalog(services);
}

/** The actions of generated policies, each on every ARN of generated requests. */
export const arnCatalog: Catalog = withResources(anywhere);
/** The same actions without resources. */
export const starCatalog: Catalog = withResources([]);
