import { parseAuthorization, type SignedRequest, verifySignature, WireFault, type WireRequest } from "@castellan/wire";
import { arns } from "../frame/arns.ts";
import type { Caller, SessionClaims } from "../frame/caller.ts";
import { accessKeys, iamRoles, iamUsers, nameKey } from "../records/iam.ts";
import { directoryUsers } from "../records/identity-center.ts";
import type { Reader } from "./policy-library.ts";
import type { Vault } from "./vault.ts";

/** Who signed a request, and for which Region. */
export interface Authenticated {
  readonly caller: Caller;
  readonly region: string;
}

const invalidToken = () =>
  new WireFault("InvalidClientTokenId", 403, "The security token included in the request is invalid.");
const expiredToken = () => new WireFault("ExpiredToken", 403, "The security token included in the request is expired");
const remembered = 10_000;

/** Recognises callers by their SigV4 signatures. */
export class Authenticator {
  private readonly sessions = new Map<string, SessionClaims>();
  private readonly secrets = new Map<string, { readonly sealed: string; readonly secret: string }>();
  private readonly reader: Reader;
  private readonly vault: Vault;
  private readonly clock: () => Date;

  constructor(reader: Reader, vault: Vault, clock: () => Date) {
    this.reader = reader;
    this.vault = vault;
    this.clock = clock;
  }

  /** The caller of a signed request; throws the fault its service answers when the signature is not good. */
  authenticate(request: WireRequest, signingName: string): Authenticated {
    const signed = parseAuthorization(request);
    if (signed.kind === "refused") throw signed.fault;
    const { caller, secret } = this.holderOf(signed);
    const verified = verifySignature(request, signed, secret, this.clock(), [signingName]);
    if (verified.kind === "refused") throw verified.fault;
    return { caller, region: verified.region };
  }

  /** As `authenticate` for planes that take any credentials: whose they are if they are ours, else the account's root user. */
  authenticateOpenly(request: WireRequest, defaultAccount: string): Authenticated {
    const signed = parseAuthorization(request);
    if (signed.kind === "refused") return { caller: rootOf(defaultAccount), region: "us-east-1" };
    const account = /^\d{12}$/.test(signed.accessKeyId) ? signed.accessKeyId : defaultAccount;
    try {
      return { caller: this.holderOf(signed).caller, region: signed.scope.region };
    } catch (error) {
      if (!(error instanceof WireFault)) throw error;
      return { caller: rootOf(account), region: signed.scope.region };
    }
  }

  private holderOf(signed: SignedRequest): { caller: Caller; secret: string } {
    return signed.sessionToken === undefined ? this.keyHolder(signed) : this.sessionHolder(signed, signed.sessionToken);
  }

  private keyHolder({ accessKeyId }: SignedRequest): { caller: Caller; secret: string } {
    const key = this.reader.get(accessKeys, accessKeyId);
    if (key?.status !== "Active") throw invalidToken();
    const secret = this.unseal(accessKeyId, key.sealedSecret);
    if (key.userName === undefined) return { caller: { ...rootOf(key.accountId), accessKeyId }, secret };
    const user = this.reader.get(iamUsers, nameKey(key.accountId, key.userName));
    if (!user) throw invalidToken();
    const { accountId, arn, userId, userName } = user;
    return { caller: { kind: "iamUser", accountId, arn, userId, userName, accessKeyId }, secret };
  }

  private sessionHolder({ accessKeyId }: SignedRequest, token: string): { caller: Caller; secret: string } {
    const session = this.claimsOf(token);
    if (session?.accessKeyId !== accessKeyId) throw invalidToken();
    if (session.expiresAt * 1000 <= this.clock().getTime()) throw expiredToken();
    if (!this.isLive(session)) throw invalidToken();
    const { accountId, roleName, roleId, sessionName } = session;
    const arn = arns.assumedRole(accountId, roleName, sessionName);
    return {
      caller: { kind: "assumedRole", accountId, arn, userId: `${roleId}:${sessionName}`, accessKeyId, session },
      secret: session.secretAccessKey,
    };
  }

  /** A session ends with its role, and with the person it was given to. */
  private isLive(session: SessionClaims): boolean {
    const role = this.reader.get(iamRoles, nameKey(session.accountId, session.roleName));
    if (role?.roleId !== session.roleId) return false;
    if (session.personId === undefined) return true;
    return this.reader.list(directoryUsers, "id", session.personId).some((user) => user.enabled);
  }

  private claimsOf(token: string): SessionClaims | undefined {
    const known = this.sessions.get(token);
    if (known) return known;
    const text = this.vault.open(token);
    if (text === undefined) return undefined;
    const claims = JSON.parse(text) as SessionClaims;
    if (this.sessions.size >= remembered) this.sessions.clear();
    this.sessions.set(token, claims);
    return claims;
  }

  private unseal(accessKeyId: string, sealed: string): string {
    const known = this.secrets.get(accessKeyId);
    if (known?.sealed === sealed) return known.secret;
    const secret = this.vault.open(sealed);
    if (secret === undefined) throw new Error("an access key was sealed with another vault key");
    if (this.secrets.size >= remembered) this.secrets.clear();
    this.secrets.set(accessKeyId, { sealed, secret });
    return secret;
  }
}

const rootOf = (accountId: string) =>
  ({ kind: "root", accountId, arn: arns.root(accountId), userId: accountId }) as const;
