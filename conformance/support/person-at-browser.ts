import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "../../tools/chromium.mjs";

/** A person at a Chromium without a window, who signs in when asked to. */
export interface PersonAtBrowser {
  readonly page: Page;
  /** Opens an address, signs in if need be, answers what is asked, and returns what the last page says. */
  readonly answer: (address: string, word: "Allow access" | "Deny" | "Cancel") => Promise<string>;
  readonly close: () => Promise<void>;
}

/** What a person signs in with; a one-time password is replaced by `chosenPassword`. */
export interface SignInWords {
  readonly userName: string;
  readonly oneTimePassword: string;
}

/** The password that people in these tests choose. */
export const chosenPassword = "Battery-staple-2";

/** Seats a person at a browser; script is off, since the portal has none. */
export async function personAtBrowser(words: SignInWords): Promise<PersonAtBrowser> {
  const browser = await launchChromium();
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  let password = words.oneTimePassword;
  return {
    page,
    answer: async (address, word) => {
      await page.goto(address);
      if (await isAt(page, "Sign in")) await signIn(page, words.userName, password);
      if (await isAt(page, "Choose a password")) password = await choosePassword(page);
      await page.getByRole("button", { name: word, exact: true }).click();
      return page.locator("body").innerText();
    },
    close: () => closeAll(browser),
  };
}

/** Whether the page's heading says this. */
export const isAt = async (page: Page, heading: string): Promise<boolean> =>
  (await page.getByRole("heading", { level: 1 }).allInnerTexts()).includes(heading);

/** Fills in the sign-in form. */
export async function signIn(page: Page, userName: string, password: string): Promise<void> {
  await page.getByLabel("User name").fill(userName);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Fills in the form of the first sign-in, and returns the password. */
export async function choosePassword(page: Page): Promise<string> {
  await page.getByLabel("New password", { exact: true }).fill(chosenPassword);
  await page.getByLabel("New password again").fill(chosenPassword);
  await page.getByRole("button", { name: "Save and go on" }).click();
  assert.ok(!(await isAt(page, "Choose a password")), await page.locator("body").innerText());
  return chosenPassword;
}

async function closeAll(browser: Browser): Promise<void> {
  for (const context of browser.contexts()) await context.close();
  await browser.close();
}
