/** The portal's one style sheet: no outside request, follows the reader's light or dark preference, any width from a phone's up. */
export const style = `
:root {
  color-scheme: light dark;
  --ink: #1b2030; --soft: #586074; --paper: #fff; --ground: #f4f5f9; --line: #dcdfe8; --field: #8a92a6;
  --accent: #3455d1; --accent-ink: #fff; --bad: #b3261e; --bad-ground: #fdeceb; --warn: #7a4b00; --warn-ground: #fff4de;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e7e9f0; --soft: #a2a9bb; --paper: #1c202b; --ground: #12151d; --line: #30364a; --field: #6b7389;
    --accent: #93a8ff; --accent-ink: #10142a; --bad: #ffb4ab; --bad-ground: #3b1c1b; --warn: #ffcf86; --warn-ground: #33270f;
  }
}
* { box-sizing: border-box; }
html { height: 100%; }
body { min-height: 100%; margin: 0; display: flex; flex-direction: column; background: var(--ground); color: var(--ink); font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
header { background: var(--paper); border-bottom: 1px solid var(--line); }
.bar { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; justify-content: space-between; max-width: 46rem; margin: 0 auto; padding: .75rem 1rem; min-height: 3.75rem; }
.brand { display: flex; gap: .6rem; align-items: center; color: inherit; font-weight: 650; text-decoration: none; }
.tower { width: 1.5rem; height: 1.5rem; flex: none; color: var(--accent); }
.who { display: flex; gap: .75rem; align-items: center; color: var(--soft); min-width: 0; }
.who span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
main { flex: 1; width: 100%; max-width: 46rem; margin: 0 auto; padding: 1.75rem 1rem; }
footer { width: 100%; max-width: 46rem; margin: 0 auto; padding: 1rem; color: var(--soft); font-size: .8125rem; text-align: center; }
h1 { margin: 0 0 .75rem; font-size: 1.5rem; line-height: 1.25; font-weight: 650; letter-spacing: -.01em; }
h2 { margin: 0; font-size: 1.0625rem; line-height: 1.35; font-weight: 650; }
p { margin: 0 0 .75rem; }
.card { margin: 0 0 1rem; padding: 1.25rem; background: var(--paper); border: 1px solid var(--line); border-radius: .75rem; box-shadow: 0 1px 2px rgb(0 0 0 / .05); }
.narrow { max-width: 25rem; margin: 1.5rem auto; padding: 1.75rem; }
.card > :last-child { margin-bottom: 0; }
.soft, .hint { color: var(--soft); }
.hint { margin: .35rem 0 0; font-size: .875rem; }
.facts { display: flex; flex-wrap: wrap; gap: .125rem .75rem; margin: .125rem 0 .75rem; color: var(--soft); font-size: .9375rem; overflow-wrap: anywhere; }
.id, .code, code, pre, dd.copy { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; }
.account ul { margin: 0; padding: 0; list-style: none; }
.account li { border-top: 1px solid var(--line); }
.account li form { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; justify-content: space-between; padding: .625rem 0; }
.account li:last-child form { padding-bottom: 0; }
label { display: block; margin: 1rem 0 .35rem; font-weight: 600; }
input { width: 100%; min-height: 2.75rem; padding: .5rem .75rem; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--field); border-radius: .5rem; }
input[hidden] { display: none; }
button, .button { display: inline-block; min-height: 2.5rem; padding: .45rem 1rem; font: inherit; font-weight: 600; color: var(--accent-ink); background: var(--accent); border: 1px solid var(--accent); border-radius: .5rem; cursor: pointer; text-decoration: none; }
button:hover, .button:hover { filter: brightness(1.08); }
button.quiet { min-height: 2.25rem; padding: .3rem .85rem; color: var(--accent); background: transparent; border-color: var(--line); }
.account li button { flex: none; }
.account li span { overflow-wrap: break-word; }
button.quiet:hover { border-color: var(--accent); }
.actions { display: flex; flex-wrap: wrap; gap: .75rem; margin-top: 1.5rem; }
.actions button { min-height: 2.75rem; flex: 1 1 auto; white-space: nowrap; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
a { color: var(--accent); }
.problem, .warning { padding: .625rem .875rem; border-radius: .5rem; font-size: .9375rem; }
.problem { color: var(--bad); background: var(--bad-ground); }
.warning { color: var(--warn); background: var(--warn-ground); }
p.code { margin: .75rem 0 1rem; padding: .75rem; font-size: 1.75rem; font-weight: 700; line-height: 1.2; letter-spacing: .1em; text-align: center; background: var(--ground); border-radius: .5rem; }
input.code { font-size: 1.25rem; letter-spacing: .1em; text-transform: uppercase; }
pre { margin: .5rem 0 1.25rem; padding: .75rem .875rem; overflow-x: auto; font-size: .8125rem; line-height: 1.5; background: var(--ground); border: 1px solid var(--line); border-radius: .5rem; }
.copy { user-select: all; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .375rem 1rem; margin: .5rem 0 1rem; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
summary { cursor: pointer; }
summary h2 { display: inline; }
details[open] summary { margin-bottom: .75rem; }
@media (max-width: 30rem) {
  .narrow { margin: 0 auto; padding: 1.25rem; }
  main { padding-top: 1rem; }
  .who { width: 100%; justify-content: space-between; }
  .account li .soft { display: block; }
  .account li button { padding-inline: .6rem; }
  .account li form { gap: .5rem; }
  dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-bottom: .5rem; }
}
`;
