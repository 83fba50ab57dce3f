/// <reference lib="dom" />
import type { Page } from "playwright-core";

/** Texts whose contrast with what is behind them is below 4.5 to 1 [WCAG 2.2, 1.4.3]. */
export async function lowContrasts(page: Page): Promise<string[]> {
  // tsx wraps named functions in a function of its own, which a page does not have.
  await page.evaluate("globalThis.__name = (named) => named");
  return page.evaluate(() => {
    const channels = (color: string) => (color.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (color: string) => {
      const [r = 0, g = 0, b = 0] = channels(color).map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ground = (element: Element | null): string => {
      if (element === null) return "rgb(255, 255, 255)";
      const color = getComputedStyle(element).backgroundColor;
      return (channels(color)[3] ?? 1) === 0 ? ground(element.parentElement) : color;
    };
    const holders = [...document.querySelectorAll("body *")].filter((element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== ""),
    );
    return holders
      .map((element) => {
        const [a, b] = [luminance(getComputedStyle(element).color), luminance(ground(element))];
        return { text: element.textContent ?? "", ratio: (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) };
      })
      .filter(({ ratio }) => ratio < 4.5)
      .map(({ text, ratio }) => `${ratio.toFixed(2)}: ${text}`);
  });
}

/** Elements that stick out of the page to the right, so that the page would have to be scrolled sideways. */
export function overflows(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll("body *")].filter(
      (element) => element.getBoundingClientRect().right > clientWidth,
    );
    return wide.map((element) => `${element.tagName} ${(element.textContent ?? "").slice(0, 40)}`);
  });
}
