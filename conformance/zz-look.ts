import { RegisterClientCommand, SSOOIDCClient, StartDeviceAuthorizationCommand } from "@aws-sdk/client-sso-oidc";
import { launchChromium } from "../tools/chromium.mjs";
import { guide, guidePlane } from "./support/guide-plane.ts";
const served = await guidePlane();
const oidc = new SSOOIDCClient({ region: guide.region, endpoint: served.endpoint });
const browser = await launchChromium();
const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1100, height: 760 } });
const page = await context.newPage();
page.on("console", (m) => console.log("console", m.type(), m.text()));
const shot = async (name: string) => {
  await page.setViewportSize({ width: 1100, height: 760 });
  await page.emulateMedia({ colorScheme: "light" });
  await page.screenshot({ path: `/tmp/shots/${name}-light.png`, fullPage: true });
  await page.emulateMedia({ colorScheme: "dark" });
  await page.screenshot({ path: `/tmp/shots/${name}-dark.png`, fullPage: true });
  await page.setViewportSize({ width: 360, height: 700 });
  await page.emulateMedia({ colorScheme: "light" });
  await page.screenshot({ path: `/tmp/shots/${name}-phone.png`, fullPage: true });
};
await page.goto(served.endpoint + "/");
await shot("sign-in");
await page.getByLabel("User name").fill(guide.person);
await page.getByLabel("Password").fill("wrong");
await page.getByRole("button", { name: "Sign in" }).click();
await shot("wrong");
await page.getByLabel("Password").fill(served.oneTimePassword);
await page.getByRole("button", { name: "Sign in" }).click();
await shot("new-password");
await page.getByLabel("New password", { exact: true }).fill("Battery-staple-2");
await page.getByLabel("New password again").fill("Battery-staple-2");
await page.getByRole("button", { name: "Save and go on" }).click();
await page.getByText("Use these with the AWS CLI").click();
await shot("accounts");
await page.getByRole("button", { name: "Access keys for DeveloperAccess" }).click();
await shot("keys");
const client = await oidc.send(
  new RegisterClientCommand({ clientName: "botocore-client-my-aws", clientType: "public" }),
);
const device = await oidc.send(
  new StartDeviceAuthorizationCommand({
    clientId: client.clientId,
    clientSecret: client.clientSecret,
    startUrl: served.startUrl,
  }),
);
await page.goto(device.verificationUri!);
await shot("device");
await page.goto(device.verificationUriComplete!);
await shot("approve");
await page.getByRole("button", { name: "Allow access" }).click();
await shot("approved");
const app = await oidc.send(
  new RegisterClientCommand({
    clientName: "botocore-client-my-aws",
    clientType: "public",
    grantTypes: ["authorization_code"],
    redirectUris: ["http://127.0.0.1/oauth/callback"],
    scopes: ["sso:account:access"],
  }),
);
await page.goto(
  `${served.endpoint}/authorize?${new URLSearchParams({ response_type: "code", client_id: app.clientId!, redirect_uri: "http://127.0.0.1:1/oauth/callback", code_challenge_method: "S256", code_challenge: "x".repeat(43), scopes: "sso:account:access", state: "s" })}`,
);
await shot("consent");
await page.getByRole("button", { name: "Sign out" }).click();
await shot("signed-out");
await browser.close();
await served.close();
