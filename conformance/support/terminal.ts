import { execFile } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { tmux } from "../../tools/tmux.mjs";

const run = promisify(execFile);

/** A terminal with a shell in it, as a person sees and uses it. */
export interface Terminal {
  /** Waits until the screen shows this, then types the line and presses Enter. */
  readonly answer: (prompt: RegExp, line: string) => Promise<void>;
  /** Waits until the screen shows this. */
  readonly see: (shown: RegExp) => Promise<string>;
  readonly press: (key: "Enter" | "Down" | "Up") => Promise<void>;
  /** Clears the screen of a waiting shell, so that what was shown before is not taken for something new. */
  readonly clear: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens a terminal; whatever waits in it ends with `signal`. */
export async function openTerminal(
  cwd: string,
  environment: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Terminal> {
  const found = tmux();
  if ("missing" in found) throw new Error(found.missing);
  const server = `castellan-${process.pid}-${Date.now()}`;
  const command = (...words: string[]) =>
    run(found.path, ["-L", server, "-f", "/dev/null", ...words], { env: { ...environment, PS1: "$ " }, cwd });
  await command("new-session", "-d", "-x", "160", "-y", "50", "/bin/bash", "--norc", "--noprofile");
  await command("set-option", "-g", "history-limit", "0");
  const screen = async () => (await command("capture-pane", "-p", "-J")).stdout.replace(/ +$/gm, "");
  const see = async (shown: RegExp): Promise<string> => {
    for (;;) {
      const text = await screen();
      if (shown.test(text)) return text;
      if (signal.aborted) throw new Error(`the terminal never showed ${shown}; it shows:\n${text.trim()}`);
      await sleep(50);
    }
  };
  const press: Terminal["press"] = async (key) => void (await command("send-keys", key));
  return {
    see,
    press,
    answer: async (prompt, line) => {
      await see(prompt);
      if (line !== "") await command("send-keys", "-l", line);
      await press("Enter");
    },
    clear: async () => {
      await command("send-keys", "-l", "clear");
      await press("Enter");
      await see(/^\$\s*$/);
    },
    close: async () => void (await command("kill-server")),
  };
}
