import type { Catalog } from "../../catalog.ts";
import { groupBy } from "../../group-by.ts";
import type { GlobPart } from "../../pattern/glob.ts";
import { fieldParts, partsMeet, templateParts } from "./arn-globs.ts";

/** The form of the ARNs of one type of resource. */
export interface ArnType {
  readonly name: string;
  readonly service: string;
  /** Empty, literal text or a placeholder. */
  readonly region: string;
  readonly account: string;
  readonly resource: readonly GlobPart[];
}

/**
 * ARNs that AWS uses in its own managed policies beside those of the Service Authorization Reference [AWS managed
 * policies, 2026]: resources of AWS, without an account, and paths of services whose resources are the paths of requests.
 */
const furtherArns: readonly string[] = [
  "arn:${Partition}:apigateway:${Region}::/tags",
  "arn:${Partition}:apigateway:${Region}::/tags/${Arn}",
  "arn:${Partition}:apigateway:${Region}::/v2/${Path}",
  "arn:${Partition}:aps:${Region}:${Account}:/workspaces",
  "arn:${Partition}:cloudformation:${Region}:aws:transform/${Name}",
  "arn:${Partition}:cloudformation:${Region}:${Account}:transform/${Name}",
  "arn:${Partition}:grafana:${Region}:${Account}:/workspaces",
  "arn:${Partition}:resource-explorer-2:${Region}::view/AWSServiceView${Name}",
  "arn:${Partition}:ssm:${Region}::automation-definition/${Name}",
  "arn:${Partition}:ssm:${Region}::document/${Name}",
  "arn:${Partition}:ssm:${Region}::parameter/aws/service/${Name}",
  "arn:${Partition}:waf::${Account}:changetoken/${Token}",
  "arn:${Partition}:waf-regional:${Region}:${Account}:changetoken/${Token}",
];

const known = new WeakMap<Catalog, ReadonlyMap<string, readonly ArnType[]>>();

/** The resource types whose ARNs name this service; `arn:aws:s3:…` also belongs to other services than `s3`. */
export function arnTypesOf(catalog: Catalog, service: string): readonly ArnType[] {
  const made = known.get(catalog) ?? arnTypesByService(catalog);
  known.set(catalog, made);
  return made.get(service) ?? [];
}

/** The types that an ARN with this resource part can be of. */
export function typesMatching(types: readonly ArnType[], resource: string): readonly ArnType[] {
  const parts = fieldParts(resource);
  return types.filter((type) => partsMeet(parts, type.resource));
}

function arnTypesByService(catalog: Catalog): ReadonlyMap<string, readonly ArnType[]> {
  const listed = catalog
    .services()
    .flatMap((prefix) =>
      (catalog.service(prefix)?.resourceTypes ?? []).map(({ name, arn }) => arnType(prefix, name, arn)),
    );
  return groupBy([...listed, ...furtherArns.map((arn) => arnType("", arn, arn))], ({ service }) => service);
}

/** Reads a catalogue's ARN, whose placeholders hold no colons. A service left open is the one that lists the type. */
function arnType(prefix: string, name: string, arn: string): ArnType {
  const [, , service = "", region = "", account = "", ...resource] = arn.split(":");
  const parts = templateParts(resource.join(":"));
  return { name, service: service.includes("${") ? prefix : service, region, account, resource: parts };
}
