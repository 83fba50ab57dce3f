import { randomInt } from "node:crypto";
import { operationsOf } from "../frame/operation.ts";
import { deviceAuthorizations } from "../records/sign-in.ts";
import { newToken, tokenHash } from "../security/vault.ts";
import { checkGrant, checkStartUrl, clientWithSecret, grantTypes } from "./clients.ts";

const operation = operationsOf("sso-oidc");

/** AWS's device codes live ten minutes and are polled once a second. */
const lifetimeSeconds = 600;
const intervalSeconds = 1;

/** Consonants only: no words, no letters that look alike. Eight of them make 34 bits, for ten minutes. */
const userCodeLetters = "BCDFGHJKLMNPQRSTVWXZ";

const newUserCode = (): string => {
  const four = () => Array.from({ length: 4 }, () => userCodeLetters[randomInt(userCodeLetters.length)]).join("");
  return `${four()}-${four()}`;
};

const startDeviceAuthorization = operation("StartDeviceAuthorization", {
  authentication: "none",
  run: ({ input: { clientId = "", clientSecret = "", startUrl = "" }, tx, now, publicUrl }) => {
    const client = clientWithSecret(tx, now, clientId, clientSecret);
    checkGrant(client, grantTypes.deviceCode);
    checkStartUrl(tx, startUrl);
    const deviceCode = newToken();
    const { userCode } = tx.put(deviceAuthorizations, {
      deviceCodeHash: tokenHash(deviceCode),
      userCode: newUserCode(),
      clientId,
      startUrl,
      scopes: client.scopes,
      state: "pending",
      createdAt: now,
      expiresAt: new Date(Date.parse(now) + lifetimeSeconds * 1000).toISOString(),
    });
    const verificationUri = `${publicUrl()}/device`;
    return {
      deviceCode,
      userCode,
      verificationUri,
      verificationUriComplete: `${verificationUri}?user_code=${userCode}`,
      expiresIn: lifetimeSeconds,
      interval: intervalSeconds,
    };
  },
});

/** Operations on device authorizations. */
export const deviceOperations = [startDeviceAuthorization];
