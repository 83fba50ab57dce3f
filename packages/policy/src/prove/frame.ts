import { splitArnPattern } from "../pattern/arn-pattern.ts";
import { anyOne, anyRun, compileGlob, parseGlob, type Glob, type GlobPart } from "../pattern/glob.ts";
import type { Caller } from "../principal/caller.ts";
import { foreignAccount } from "./standpoint.ts";

/** Patterns for partition, service, region, account and the rest of an ARN. */
export type Fields = readonly [Glob, Glob, Glob, Glob, Glob];

/** The resources of one type in one account: the universe in which a resource is looked for. */
export interface Frame {
  /** Partition, service, region, account and the rest of the ARN; undefined for the resource `*`. */
  readonly fields: Fields | undefined;
  /** Texts for the fields that read well, with the names of placeholders in their place. */
  readonly natural: readonly string[];
  /** The account that owns the resource. */
  readonly owner: string;
  /** The ARN names the owner. */
  readonly namesOwner: boolean;
  /** The rest of the ARN is a name without a slash. */
  readonly slashless: boolean;
  /** The owner is the own account of all principals asked about, so a request need not name it. */
  readonly ownsItself: boolean;
  /** What is already known of resource atoms here, by their number. */
  readonly known: Map<number, boolean | undefined>;
}

/** Something that is not empty. */
const something: readonly GlobPart[] = [anyOne, anyRun];
const anyArn = "arn:${Partition}:${Service}:${Region}:${Account}:${Resource}";
/** The ways in which any well-formed ARN can name its owner, and `*`. */
export const everyTemplate: readonly string[] = [
  anyArn,
  anyArn.replace("${Region}", ""),
  anyArn.replace("${Account}", ""),
  anyArn.replace("${Region}", "").replace("${Account}", ""),
  "*",
];

/** Names of buckets have no slash [S3 User Guide, bucketnamingrules, 2025]; only objects have one in their ARN. */
const bucketTemplate = /:s3:::\$\{BucketName\}$/;

/** Who asks for resources, and whose they are. */
export interface FramePlace {
  readonly partition: string | undefined;
  readonly owner: string | undefined;
  readonly ownsItself: boolean;
}

/** The place of an owner's resources for the principals asked about. */
export function placeOf(owner: string | undefined, callers: readonly Caller[]): FramePlace {
  const ownsItself = owner !== undefined && callers.every(({ account }) => account === owner);
  return { partition: callers[0]?.partition, owner, ownsItself };
}

/** The frame of an ARN template of the catalogue. */
export function frameOf(
  template: string,
  { partition: own = "aws", owner = foreignAccount, ownsItself }: FramePlace,
): Frame {
  const shared = { owner, ownsItself, slashless: bucketTemplate.test(template), known: new Map<number, boolean>() };
  if (template === "*") return { ...shared, fields: undefined, natural: [], namesOwner: false };
  const [, partition = "", service = "", region = "", accountField = "", tail = ""] = splitArnPattern(template);
  const fields = [
    partition.includes("${") ? exact(own) : placeholders(partition),
    placeholders(service),
    placeholders(region),
    accountField.includes("${") ? exact(owner) : placeholders(accountField),
    tail === "${*}" ? exact("*") : placeholders(tail),
  ] as const;
  const natural = ["aws", service, region, accountField, tail].map(named);
  return { ...shared, fields, natural, namesOwner: accountField.includes("${") };
}

function exact(text: string): Glob {
  return { kind: "exact", text };
}

/** A template with something in place of every placeholder. */
function placeholders(template: string): Glob {
  const pieces = template.split(/\$\{[^}]*\}/);
  return compileGlob(pieces.flatMap((piece, index) => [...(index === 0 ? [] : something), ...parseGlob(piece)]));
}

/** A template with the name of each placeholder in its place: `${BucketName}` becomes `bucket-name`. */
function named(template: string): string {
  return template.replace(/\$\{([^}]*)\}/g, (_, name: string) =>
    name.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase(),
  );
}
