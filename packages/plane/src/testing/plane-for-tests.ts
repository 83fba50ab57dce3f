import { inProcessHandler } from "@castellan/wire";
import { installedCatalog } from "@castellan/catalog/node";
import { arns } from "../frame/arns.ts";
import { createPlane, type Plane, type PlaneOptions } from "../create-plane.ts";
import { newAccessKeyId, newSecretAccessKey } from "../frame/ids.ts";
import { memoryJournal } from "../frame/memory-journal.ts";
import { accessKeys } from "../records/iam.ts";
import { newVaultKey } from "../security/vault.ts";

/** The management account of every plane that `testPlane` makes. */
export const testAccount = "111122223333";

type Credentials = { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken?: string };
type ClientClass<C> = new (configuration: {
  region: string;
  endpoint: string;
  credentials: Credentials;
  requestHandler: ReturnType<typeof inProcessHandler>;
  maxAttempts: number;
}) => C;

/** A plane in memory with SDK clients that talk to it in process. */
export interface TestPlane {
  readonly plane: Plane;
  /** A client signed by the root user of an account (the management account unless another is named), or by given credentials. */
  readonly clients: <C>(
    type: ClientClass<C>,
    who?: { readonly accountId?: string; readonly credentials?: Credentials },
  ) => C;
  readonly close: () => Promise<void>;
}

/** Makes a plane for one test; asynchronous requests are done as soon as `plane.idle()` resolves. */
export async function testPlane(options: Partial<PlaneOptions> = {}): Promise<TestPlane> {
  const plane = await createPlane({
    journal: memoryJournal(),
    vaultKey: newVaultKey(),
    catalog: installedCatalog(),
    auth: "enforce",
    accountId: testAccount,
    region: "eu-central-1",
    firstAdministrator: "administrator",
    onFault: (error) => {
      throw error;
    },
    ...options,
  });
  const requestHandler = inProcessHandler((request) => plane.answer(request));
  const roots = new Map<string, Credentials>();
  return {
    plane,
    clients: (type, who = {}) => {
      const credentials = who.credentials ?? rootCredentials(plane, roots, who.accountId ?? testAccount);
      return new type({
        region: "eu-central-1",
        endpoint: "http://plane.test",
        credentials,
        requestHandler,
        maxAttempts: 1,
      });
    },
    close: () => plane.close(),
  };
}

/** A root access key, put straight into the store: no operation makes one. */
function rootCredentials(plane: Plane, known: Map<string, Credentials>, accountId: string): Credentials {
  const before = known.get(accountId);
  if (before) return before;
  const { core } = plane;
  const [accessKeyId, secretAccessKey] = [newAccessKeyId("AKIA", accountId), newSecretAccessKey()];
  const caller = { kind: "root", accountId, arn: arns.root(accountId), userId: accountId } as const;
  void core.transact({ service: "castellan", operation: "TestRootKey", caller }, {}, ({ tx, vault, now }) => {
    tx.put(accessKeys, {
      accessKeyId,
      accountId,
      status: "Active",
      createDate: now,
      sealedSecret: vault.seal(secretAccessKey),
    });
  });
  known.set(accountId, { accessKeyId, secretAccessKey });
  return { accessKeyId, secretAccessKey };
}
