import { SSOClient } from "@aws-sdk/client-sso";
import {
  CreateTokenCommand,
  type CreateTokenCommandOutput,
  RegisterClientCommand,
  SSOOIDCClient,
} from "@aws-sdk/client-sso-oidc";
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import type { Plane } from "../create-plane.ts";
import type { Journal } from "../frame/journal.ts";
import { memoryJournal } from "../frame/memory-journal.ts";
import type { Transaction } from "../frame/transaction.ts";
import { credentials, type DirectoryUser, directoryUsers, instances } from "../records/identity-center.ts";
import { hashGeneratedPassword, newOneTimePassword } from "../security/password.ts";
import { grantTypes, startUrlOf } from "../sso-oidc/clients.ts";
import { testPlane } from "./plane-for-tests.ts";
import { type PortalVisitor, portalVisitor } from "./portal-visitor.ts";

/** A registered application. */
export interface Application {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** A plane with a person who has a password and a role, a clock that can be moved, and what is needed to sign in. */
export interface SignInBench {
  readonly plane: Plane;
  readonly journal: Journal;
  readonly oidc: SSOOIDCClient;
  readonly sso: SSOClient;
  readonly person: DirectoryUser;
  readonly password: string;
  readonly startUrl: string;
  /** Moves the plane's clock on. */
  readonly wait: (seconds: number) => void;
  /** Changes the state as no operation does. */
  readonly change: (run: (tx: Transaction) => void) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Where the bench's applications are sent their codes. */
export const callback = "http://127.0.0.1:39001/oauth/callback";

/** The proof key of the bench's authorization requests. */
export const verifier = "verifier-".repeat(6);

/** The challenge that belongs to `verifier`. */
export const challenge = createHash("sha256").update(verifier).digest("base64url");

/** Makes a bench. */
export async function signInBench(): Promise<SignInBench> {
  let offset = 0;
  const journal = memoryJournal();
  const { plane, clients, close } = await testPlane({ journal, clock: () => new Date(Date.now() + offset) });
  const change: SignInBench["change"] = (run) => {
    const caller = { kind: "plane", accountId: "000000000000", arn: "castellan", userId: "castellan" } as const;
    return plane.core.transact({ service: "castellan", operation: "Test", caller }, {}, ({ tx }) => run(tx));
  };
  const [person] = plane.core.ledger.store.list(directoryUsers);
  const [instance] = plane.core.ledger.store.list(instances);
  assert.ok(person && instance);
  const password = "Correct-horse-1";
  const credential = {
    userId: person.userId,
    passwordHash: hashGeneratedPassword(password),
    oneTime: false,
    setAt: new Date().toISOString(),
    failedAttempts: 0,
  };
  await change((tx) => tx.put(credentials, credential));
  return {
    plane,
    journal,
    oidc: clients(SSOOIDCClient),
    sso: clients(SSOClient),
    person,
    password,
    startUrl: startUrlOf(instance.identityStoreId),
    wait: (seconds) => void (offset += seconds * 1000),
    change,
    close,
  };
}

/** Gives the bench's person a one-time password. */
export async function giveOneTimePassword({ change, person: { userId } }: SignInBench): Promise<string> {
  const password = newOneTimePassword();
  const facts = {
    passwordHash: hashGeneratedPassword(password),
    oneTime: true,
    setAt: new Date().toISOString(),
    failedAttempts: 0,
  };
  await change((tx) => tx.put(credentials, { userId, ...facts }));
  return password;
}

/** Registers an application as the AWS CLI does for a sign-in by authorization code. */
export async function registerApplication(
  { oidc, startUrl }: SignInBench,
  options: { readonly scopes?: string[]; readonly grants?: string[] } = {},
): Promise<Application> {
  const { clientId = "", clientSecret = "" } = await oidc.send(
    new RegisterClientCommand({
      clientName: "botocore-client-my-aws",
      clientType: "public",
      grantTypes: options.grants ?? [grantTypes.authorizationCode, grantTypes.refreshToken],
      redirectUris: ["http://127.0.0.1/oauth/callback"],
      issuerUrl: startUrl,
      scopes: options.scopes ?? ["sso:account:access"],
    }),
  );
  return { clientId, clientSecret };
}

/** A visitor who is signed in as the bench's person. */
export async function signedInVisitor({ plane, person, password }: SignInBench): Promise<PortalVisitor> {
  const visitor = portalVisitor(plane);
  const { status } = await visitor.post("/sign-in", { userName: person.userName, password, next: "/start" });
  assert.equal(status, 303);
  return visitor;
}

/** The address of an authorization request; `changes` replaces parameters, undefined leaves one out. */
export function authorizePath(
  { clientId }: Application,
  changes: Readonly<Record<string, string | undefined>> = {},
): string {
  const parameters = {
    response_type: "code",
    client_id: clientId,
    redirect_uri: callback,
    state: "state-1",
    code_challenge_method: "S256",
    scopes: "sso:account:access",
    code_challenge: challenge,
    ...changes,
  };
  const given = Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `/authorize?${new URLSearchParams(given).toString()}`;
}

/** Lets a signed-in visitor allow an application, and returns the code it is sent. */
export async function authorizationCodeFor(visitor: PortalVisitor, application: Application): Promise<string> {
  const { location = "" } = await visitor.post(authorizePath(application), { answer: "allow" });
  return new URL(location).searchParams.get("code") ?? "";
}

/** Exchanges a code for tokens. */
export function exchangeCode(
  { oidc }: SignInBench,
  application: Application,
  code: string,
): Promise<CreateTokenCommandOutput> {
  return oidc.send(
    new CreateTokenCommand({
      ...application,
      grantType: grantTypes.authorizationCode,
      code,
      codeVerifier: verifier,
      redirectUri: callback,
    }),
  );
}
