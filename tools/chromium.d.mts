import type { Browser } from "playwright-core";

/** Chromium as found, or why there is none. */
export function chromium(): { readonly path: string } | { readonly missing: string };

/** What to give a test as `skip`; throws in CI when the browser is missing. */
export function skipWithoutChromium(): string | false;

/** Starts Chromium without a window. */
export function launchChromium(): Promise<Browser>;
