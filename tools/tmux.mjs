// A terminal for the tests: tmux, which shows what a person would see and types what a person would type.
import { findProgram, skipIfMissing } from "./programs.mjs";

let known;

/** tmux as `{path}`, or `{missing: reason}`. */
export function tmux() {
  known ??= findProgram({ names: ["tmux"], variable: "TMUX_PATH", debianPackage: "tmux" });
  return known;
}

/** What to give a test as `skip`. */
export const skipWithoutTmux = () => skipIfMissing(tmux());
