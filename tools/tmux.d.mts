/** tmux as found, or why there is none. */
export function tmux(): { readonly path: string } | { readonly missing: string };

/** What to give a test as `skip`; throws in CI when tmux is missing. */
export function skipWithoutTmux(): string | false;
