import { RegisterClientCommand, SSOOIDCClient, StartDeviceAuthorizationCommand } from "@aws-sdk/client-sso-oidc";
import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { launchChromium, skipWithoutChromium } from "../tools/chromium.mjs";
import { closing } from "./support/closing.ts";
import { guide, type GuidePlane, guidePlane } from "./support/guide-plane.ts";
import { lowContrasts, overflows } from "./support/legibility.ts";
import { chosenPassword, choosePassword, isAt, signIn } from "./support/person-at-browser.ts";

/** A folder to leave pictures of every page in, for people to look at. */
const pictures = process.env["SCREENSHOTS"];
const timeout = 60_000;

for (const javaScriptEnabled of [true, false]) {
  describe(
    `the portal in a browser, script ${javaScriptEnabled ? "on" : "off"}`,
    { skip: skipWithoutChromium() },
    () => {
      const opened = closing();
      let served: GuidePlane;
      let page: Page;
      let oidc: SSOOIDCClient;
      const complaints: string[] = [];

      before(async () => {
        served = await guidePlane();
        opened(served.close);
        oidc = new SSOOIDCClient({ region: guide.region, endpoint: served.endpoint });
        const browser = await launchChromium();
        opened(() => browser.close());
        const context = await browser.newContext({ javaScriptEnabled });
        opened(() => context.close());
        page = await context.newPage();
        page.setDefaultTimeout(5_000);
        page.on("console", (message) => complaints.push(message.text()));
        page.on("pageerror", (error) => complaints.push(String(error)));
      });

      /** Every page is legible in light and dark and on a phone, and is where it should be. */
      async function assertLegible(heading: string): Promise<void> {
        assert.ok(await isAt(page, heading), `at ${page.url()}: ${await page.locator("body").innerText()}`);
        for (const [width, colorScheme] of [
          [1100, "light"],
          [1100, "dark"],
          [320, "light"],
        ] as const) {
          await page.setViewportSize({ width, height: 760 });
          await page.emulateMedia({ colorScheme });
          const name = `${heading.replaceAll(/\W+/g, "-")}-${width}-${colorScheme}.png`;
          if (pictures !== undefined) await page.screenshot({ path: join(pictures, name), fullPage: true });
          assert.deepEqual(await lowContrasts(page), [], name);
          assert.deepEqual(await overflows(page), [], name);
        }
      }
      const bodyText = () => page.locator("body").innerText();
      const press = (name: string) => page.getByRole("button", { name, exact: true }).click();

      test(
        "a wrong password is refused, a one-time one leads to an own one and on to the accounts",
        { timeout },
        async () => {
          await page.goto(`${served.endpoint}/`);
          await assertLegible("Sign in");
          await signIn(page, guide.person, "wrong");
          assert.match(await page.getByRole("alert").innerText(), /user name or password is wrong/);
          await assertLegible("Sign in");
          await signIn(page, guide.person, served.oneTimePassword);
          await assertLegible("Choose a password");
          await choosePassword(page);
          await assertLegible("Your accounts");
          const roles = await page.locator("li strong").allInnerTexts();
          assert.deepEqual(roles, ["AdminAccess", "DeveloperAccess"]);
          await page.getByText("Use these with the AWS CLI").click();
          assert.match(await bodyText(), new RegExp(`export AWS_ENDPOINT_URL=${served.endpoint}`));
          await assertLegible("Your accounts");
        },
      );

      test("access keys of a role are shown", { timeout }, async () => {
        await press("Access keys for DeveloperAccess in Management");
        await assertLegible("DeveloperAccess");
        assert.match(await bodyText(), /export AWS_ACCESS_KEY_ID="ASIA[A-Z2-7]{16}"/);
        await page.getByRole("link", { name: "Your accounts" }).click();
        assert.ok(await isAt(page, "Your accounts"));
      });

      test("a device's code is typed in, looked at and allowed", { timeout }, async () => {
        const client = await oidc.send(
          new RegisterClientCommand({ clientName: "botocore-client-my-aws", clientType: "public" }),
        );
        const device = await oidc.send(
          new StartDeviceAuthorizationCommand({ ...client, startUrl: served.startUrl } as never),
        );
        await page.goto(device.verificationUri ?? "");
        await assertLegible("Authorize a device");
        await page.getByLabel("Code in your terminal").fill("zzzz-zzzz");
        await press("Go on");
        assert.match(await page.getByRole("alert").innerText(), /No sign-in waits for this code/);
        await page.getByLabel("Code in your terminal").fill((device.userCode ?? "").toLowerCase());
        await press("Go on");
        await assertLegible("Is this the code in your terminal?");
        await press("Allow access");
        await assertLegible("Access allowed");
      });

      test("consent is asked for and its answer is brought to the application", { timeout }, async () => {
        const asked: string[] = [];
        const application = createServer((request, response) => {
          asked.push(request.url ?? "");
          response.end("<h1>Thank you</h1>");
        });
        await new Promise<void>((resolve) => application.listen(0, "127.0.0.1", resolve));
        opened(() => application.close());
        const redirectUri = `http://127.0.0.1:${(application.address() as AddressInfo).port}/oauth/callback`;
        const client = await oidc.send(
          new RegisterClientCommand({
            clientName: "botocore-client-my-aws",
            clientType: "public",
            grantTypes: ["authorization_code"],
            redirectUris: ["http://127.0.0.1/oauth/callback"],
          }),
        );
        const words = {
          response_type: "code",
          client_id: client.clientId ?? "",
          redirect_uri: redirectUri,
          state: "s",
        };
        const query = new URLSearchParams({ ...words, code_challenge_method: "S256", code_challenge: "x".repeat(43) });
        await page.goto(`${served.endpoint}/authorize?${query}`);
        await assertLegible("Allow access?");
        await press("Allow access");
        assert.ok(await isAt(page, "Thank you"));
        await page.goto(`${served.endpoint}/authorize?${query}`);
        await press("Deny");
        const answers = asked
          .filter((url) => url.startsWith("/oauth/callback"))
          .map((url) => new URLSearchParams(url.split("?")[1]));
        assert.match(answers[0]?.get("code") ?? "", /^[\w-]{43}$/);
        assert.deepEqual(
          [...(answers[1] ?? [])],
          [
            ["error", "access_denied"],
            ["state", "s"],
          ],
        );
      });

      test("signing out ends it, and the chosen password opens it again", { timeout }, async () => {
        await page.goto(`${served.endpoint}/start`);
        await press("Sign out");
        await assertLegible("You are signed out");
        await page.getByRole("link", { name: "Sign in again" }).click();
        await signIn(page, guide.person, chosenPassword);
        assert.ok(await isAt(page, "Your accounts"));
      });

      test("the browser has nothing to complain of but the statuses of refusals", () => {
        assert.deepEqual(
          complaints.filter((text) => !/the server responded with a status of (401|404)/.test(text)),
          [],
        );
      });
    },
  );
}
