// Checks what the documents say of the code: links and paths lead somewhere, commands exist, every dependency has its reason.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
process.chdir(ROOT);

const read = (path) => readFileSync(path, "utf8");
const documents = [...readdirSync(".").filter((name) => name.endsWith(".md")), ...markdownBelow("docs")];
const commandNames = new Set(
  ["commands", "ask-commands"]
    .flatMap((file) => [...read(`packages/castellan/src/${file}.ts`).matchAll(/^    name: "([a-z-]+)",$/gm)])
    .map(([, name]) => name),
);
const problems = [];

for (const path of documents) {
  const text = read(path);
  for (const [, target] of text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)(?:#[^)]*)?\)/g)) {
    if (!existsSync(join(dirname(path), target))) problems.push(`${path}: the link to ${target} leads nowhere`);
  }
  for (const [, named] of text.matchAll(/`((?:packages|conformance|tools|examples|bench|docs)\/[\w./-]*\w\/?)`/g)) {
    if (!existsSync(named)) problems.push(`${path}: there is no ${named}`);
  }
  for (const [, command] of text.matchAll(/(?:^|[`$] ?|npx )castellan ([a-z]+(?:-[a-z]+)*)\b/gm)) {
    if (!commandNames.has(command) && command !== "help")
      problems.push(`${path}: there is no command \`castellan ${command}\``);
  }
}

// "copied from `FILE`:" is followed by code that stands in that file.
for (const path of documents) {
  for (const [, file, code] of read(path).matchAll(/copied from `([^`]+)`:\n\n```ts\n([\s\S]*?)```/g)) {
    if (!existsSync(file) || !read(file).includes(code.trim()))
      problems.push(`${path}: the code said to be copied from ${file} is not there`);
  }
}

const architecture = read("ARCHITECTURE.md");
for (const path of ["package.json", ...readdirSync("packages").map((name) => `packages/${name}/package.json`)]) {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(read(path));
  for (const name of Object.keys({ ...dependencies, ...devDependencies })) {
    const family = name.startsWith("@aws-sdk/client-") ? "@aws-sdk/client-*" : name;
    if (!name.startsWith("@castellan/") && !architecture.includes(`\`${family}\``))
      problems.push(`ARCHITECTURE.md: no reason is given for the dependency ${name}`);
  }
}

function markdownBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? markdownBelow(path) : path.endsWith(".md") ? [path] : [];
  });
}

for (const problem of problems) console.error(problem);
console.log(
  problems.length === 0
    ? `documents: ${documents.length} agree with the code`
    : `documents: ${problems.length} problems`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
