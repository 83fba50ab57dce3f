import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { skipWithoutAwsCli } from "../tools/awscli.mjs";
import { skipWithoutChromium } from "../tools/chromium.mjs";
import { skipWithoutTmux } from "../tools/tmux.mjs";
import { closing } from "./support/closing.ts";
import { guideConfig } from "./support/guide-config.ts";
import { guide, type GuidePlane, guidePlane } from "./support/guide-plane.ts";
import { type PersonAtBrowser, personAtBrowser } from "./support/person-at-browser.ts";
import { type ReaderHome, readerHome } from "./support/reader-home.ts";
import { openTerminal, type Terminal } from "./support/terminal.ts";

const skip = skipWithoutAwsCli() || skipWithoutChromium() || skipWithoutTmux();

describe("`aws configure sso` in a terminal", { skip }, () => {
  const opened = closing();
  let served: GuidePlane;
  let home: ReaderHome;
  let person: PersonAtBrowser;

  before(async () => {
    served = await guidePlane();
    opened(served.close);
    home = readerHome(served.endpoint);
    opened(home.remove);
    person = await personAtBrowser({ userName: guide.person, oneTimePassword: served.oneTimePassword });
    opened(person.close);
  });

  test("answered as the guide says, twice, it writes the guide's config", { timeout: 60_000 }, async () => {
    const patience = AbortSignal.timeout(45_000);
    const terminal = await openTerminal(home.path, home.environment, patience);
    opened(terminal.close);
    await terminal.answer(/^\$$/m, "aws configure sso");
    await terminal.answer(/^SSO session name \(Recommended\):$/m, "my-aws");
    await terminal.answer(/^SSO start URL \[None\]:$/m, served.startUrl);
    await terminal.answer(/^SSO region \[None\]:$/m, guide.region);
    await terminal.answer(/^SSO registration scopes \[sso:account:access\]:$/m, "sso:account:access");
    await person.answer(await home.openedAddress(patience), "Allow access");
    await chooseAccess(terminal, "DeveloperAccess", "dev");

    await terminal.clear();
    await terminal.answer(/^\$$/m, "aws configure sso");
    await terminal.answer(/^SSO session name \(Recommended\):$/m, "my-aws");
    await chooseAccess(terminal, "AdminAccess", "admin");
    assert.deepEqual(sections(home.read(".aws/config")), sections(guideConfig(served.startUrl)));

    const { stdout, stderr } = await home.type("aws sts get-caller-identity --profile dev --query Arn --output text");
    assert.match(stdout, /AWSReservedSSO_DeveloperAccess_/, stderr);
  });
});

/** From the choice of a role, the account being the only one, to the end of the command. */
async function chooseAccess(terminal: Terminal, roleName: string, profile: string): Promise<void> {
  await terminal.see(/Using the account ID 123456789012/);
  await terminal.see(/^> AdminAccess/m);
  if (roleName === "DeveloperAccess") await terminal.press("Down");
  await terminal.see(new RegExp(`^> ${roleName}`, "m"));
  await terminal.press("Enter");
  await terminal.answer(/^Default client Region \[[\w-]+\]:$/m, guide.region);
  await terminal.answer(/^CLI default output format \(json if not specified\) \[\w+\]:$/m, "json");
  await terminal.answer(new RegExp(`^Profile name \\[${roleName}-${guide.accountId}\\]:$`, "m"), profile);
  await terminal.see(new RegExp(`--profile ${profile}[\\s\\S]*^\\$$`, "m"));
}

/** The sections of a config file, each with its lines in order; the CLI puts them in an order of its own. */
const sections = (config: string): string[] =>
  config
    .split(/^(?=\[)/m)
    .map((section) => section.trim())
    .filter((section) => section !== "")
    .toSorted();
