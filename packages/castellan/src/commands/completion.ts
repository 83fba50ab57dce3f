import type { CommandSpec, OptionSpec, Run } from "../command-tree.ts";
import { CommandFailure, exitCodes } from "../exit-codes.ts";

/** `castellan completion SHELL`: a script made from the command tree. */
export const completion: Run = async ({ args: [shell = ""], terminal, tree }) => {
  const print = Object.hasOwn(scripts, shell) ? scripts[shell as Shell] : undefined;
  if (!print)
    throw new CommandFailure(
      exitCodes.input,
      `no completion for \`${shell}\``,
      `one of: ${Object.keys(scripts).join(", ")}`,
    );
  terminal.out(print(tree));
  return exitCodes.good;
};

type Shell = "bash" | "zsh" | "fish";

const flag = ({ name }: OptionSpec): string => `--${name}`;
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

const scripts: Record<Shell, (tree: readonly CommandSpec[]) => string> = {
  bash: (tree) => `_castellan() {
  local word="\${COMP_WORDS[COMP_CWORD]}"
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W ${quoted(tree.map(({ name }) => name).join(" "))} -- "$word"))
    return
  fi
  local words=""
  case "\${COMP_WORDS[1]}" in
${tree.map(({ name, options }) => `    ${name}) words=${quoted(options.map(flag).join(" "))} ;;`).join("\n")}
  esac
  case "$word" in
    -*) COMPREPLY=($(compgen -W "$words" -- "$word")) ;;
    *) COMPREPLY=($(compgen -f -- "$word")) ;;
  esac
}
complete -F _castellan castellan`,
  zsh: (tree) => `#compdef castellan
_castellan() {
  local -a commands
  commands=(
${tree.map(({ name, summary }) => `    ${quoted(`${name}:${summary.replaceAll(":", "\\:")}`)}`).join("\n")}
  )
  if (( CURRENT == 2 )); then _describe command commands; return; fi
  case "$words[2]" in
${tree.map(({ name, options }) => `    ${name}) _arguments ${options.map((o) => quoted(`${flag(o)}[${o.summary.replaceAll(/[[\]]/g, "")}]${o.value === undefined ? "" : `:${o.value}:_files`}`)).join(" ")} '*:file:_files' ;;`).join("\n")}
  esac
}
compdef _castellan castellan`,
  fish: (tree) =>
    tree
      .flatMap(({ name, summary, options }) => [
        `complete -c castellan -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`,
        ...options.map(
          (o) =>
            `complete -c castellan -n '__fish_seen_subcommand_from ${name}' -l ${o.name} -d ${quoted(o.summary)}${o.value === undefined ? "" : " -r"}`,
        ),
      ])
      .join("\n"),
};
