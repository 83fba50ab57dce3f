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
  readonly partition?: string;
  /** The account the principal belongs to; services, providers without ARN and anonymous callers have none. */
  readonly account?: string;
  /** What `aws:PrincipalArn` holds: the role for a session. */
  readonly principalArn?: string;
  /** User, role or federated-user name without path. */
  readonly name?: string;
  /** Role session name. */
  readonly session?: string;
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

type Reader = (arn: Arn, text: string, name: string, facts: DecisionFacts) => Caller | undefined;

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ["iam:root", (arn, text) => ({ ...base("root", arn, text), principalArn: text, pathKnown: true })],
  [
    "iam:user",
    (arn, text, path) => ({ ...base("user", arn, text), principalArn: text, name: lastPart(path), pathKnown: true }),
  ],
  ["iam:role", (arn, text, path, facts) => role(arn, text, lastPart(path), { ...facts, roleArn: text })],
  ["sts:assumed-role", readSession],
  [
    "sts:federated-user",
    (arn, text, name) => ({ ...base("federatedUser", arn, text), principalArn: text, name, pathKnown: true }),
  ],
  ["iam:oidc-provider", (arn, text) => base("identityProvider", arn, text)],
  ["iam:saml-provider", (arn, text) => base("identityProvider", arn, text)],
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
  return { kind, text, pathKnown: false, serviceLinked: false };
}

function base(kind: CallerKind, arn: Arn, text: string): Caller {
  return { kind, text, partition: arn.partition, account: arn.accountId, pathKnown: false, serviceLinked: false };
}

function readSession(arn: Arn, text: string, rest: string, facts: DecisionFacts): Caller | undefined {
  const slash = rest.indexOf("/");
  return slash === -1 ? undefined : role(arn, text, rest.slice(0, slash), facts, rest.slice(slash + 1));
}

function role(arn: Arn, text: string, name: string, facts: DecisionFacts, session?: string): Caller {
  const principalArn = facts.roleArn ?? `arn:${arn.partition}:iam::${arn.accountId}:role/${name}`;
  return {
    kind: "roleSession",
    text,
    partition: arn.partition,
    account: arn.accountId,
    principalArn,
    name,
    ...(session !== undefined && { session }),
    pathKnown: facts.roleArn !== undefined,
    serviceLinked: facts.serviceLinkedRole ?? isServiceLinked(name, facts.roleArn),
  };
}

/** Service-linked roles live under a path that IAM reserves; without the path their reserved names tell. */
function isServiceLinked(name: string, roleArn: string | undefined): boolean {
  return roleArn === undefined ? name.startsWith("AWSServiceRoleFor") : roleArn.includes(":role/aws-service-role/");
}
