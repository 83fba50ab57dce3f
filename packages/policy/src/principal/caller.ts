import { parseArn, type Arn } from "../pattern/arn.ts";
import type { DecisionFacts } from "../request/facts.ts";
import { lastPart } from "./principal-name.ts";

/** The kinds of principal that make requests. */
export type CallerKind =
  | "root"
  | "user"
  | "roleSession"
  | "federatedUser"
  | "service"
  | "identityProvider"
  | "anonymous"
  | "unknown";

/** Who makes a request. */
export interface Caller {
  readonly kind: CallerKind;
  /** As given: an ARN, a service name or `anonymous`. */
  readonly text: string;
  readonly partition: string | undefined;
  /** The account the principal belongs to; services, providers without ARN and anonymous callers have none. */
  readonly account: string | undefined;
  /** What `aws:PrincipalArn` holds: the role for a session. */
  readonly principalArn: string | undefined;
  /** User, role or federated-user name without path. */
  readonly name: string | undefined;
  /** Role session name. */
  readonly session: string | undefined;
  /** True when `principalArn` is known with its path. */
  readonly pathKnown: boolean;
  readonly serviceLinked: boolean;
}

/** The identity providers that have no ARN [IAM User Guide, reference_policies_elements_principal, 2025]. */
const builtInProviders: ReadonlySet<string> = new Set([
  "cognito-identity.amazonaws.com",
  "www.amazon.com",
  "graph.facebook.com",
  "accounts.google.com",
]);

type Reader = (arn: Arn, text: string, rest: string, facts: DecisionFacts) => Caller | undefined;

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ["iam:root", (arn, text) => named("root", text, arn, undefined)],
  ["iam:user", (arn, text, path) => named("user", text, arn, lastPart(path))],
  ["iam:role", (arn, text, path, facts) => role(text, arn, { name: lastPart(path), session: undefined }, facts, text)],
  ["sts:assumed-role", readSession],
  ["sts:federated-user", (arn, text, name) => named("federatedUser", text, arn, name)],
  ["iam:oidc-provider", (arn, text) => named("identityProvider", text, arn, undefined)],
  ["iam:saml-provider", (arn, text) => named("identityProvider", text, arn, undefined)],
]);

/** Tells what kind of principal a text names; `unknown` for a text that names none. */
export function readCaller(text: string, facts: DecisionFacts, action: string): Caller {
  if (text === "anonymous" || text === "*") return outsider("anonymous", text);
  const arn = parseArn(text);
  if (arn !== undefined) {
    const slash = arn.resource.indexOf("/");
    const type = slash === -1 ? arn.resource : arn.resource.slice(0, slash);
    return (
      readers.get(`${arn.service}:${type}`)?.(arn, text, arn.resource.slice(slash + 1), facts) ??
      outsider("unknown", text)
    );
  }
  if (builtInProviders.has(text) && action === "sts:assumerolewithwebidentity")
    return outsider("identityProvider", text);
  return outsider(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text) ? "service" : "unknown", text);
}

function outsider(kind: CallerKind, text: string): Caller {
  return {
    kind,
    text,
    partition: undefined,
    account: undefined,
    principalArn: undefined,
    name: undefined,
    session: undefined,
    pathKnown: false,
    serviceLinked: false,
  };
}

/** A principal whose ARN is its `aws:PrincipalArn`. */
function named(kind: CallerKind, text: string, { partition, accountId }: Arn, name: string | undefined): Caller {
  const principalArn = kind === "identityProvider" ? undefined : text;
  return {
    kind,
    text,
    partition,
    account: accountId,
    principalArn,
    name,
    session: undefined,
    pathKnown: true,
    serviceLinked: false,
  };
}

function readSession(arn: Arn, text: string, rest: string, facts: DecisionFacts): Caller | undefined {
  const slash = rest.indexOf("/");
  if (slash === -1) return undefined;
  return role(text, arn, { name: rest.slice(0, slash), session: rest.slice(slash + 1) }, facts, facts.roleArn);
}

function role(
  text: string,
  { partition, accountId }: Arn,
  { name, session }: Pick<Caller, "name" | "session">,
  facts: DecisionFacts,
  roleArn: string | undefined,
): Caller {
  return {
    kind: "roleSession",
    text,
    partition,
    account: accountId,
    principalArn: roleArn ?? `arn:${partition}:iam::${accountId}:role/${name}`,
    name,
    session,
    pathKnown: roleArn !== undefined,
    serviceLinked: facts.serviceLinkedRole ?? isServiceLinked(name ?? "", roleArn),
  };
}

/** Service-linked roles live under a path that IAM reserves; without the path their reserved names tell. */
function isServiceLinked(name: string, roleArn: string | undefined): boolean {
  return roleArn === undefined ? name.startsWith("AWSServiceRoleFor") : roleArn.includes(":role/aws-service-role/");
}
