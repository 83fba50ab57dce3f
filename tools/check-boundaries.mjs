// Checks who imports whom against the table below, and that the check saw every source file there is.
import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import swc from "@swc/core";

// dependency-cruiser asks swc for TypeScript without JSX; TypeScript 7 has no API it could use instead.
const parse = swc.parseFileSync;
swc.parseFileSync = (path, options) => parse(path, { ...options, tsx: path.endsWith(".tsx") });
const { cruise } = await import("dependency-cruiser");

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Packages of ours that each package may import. */
const MAY_IMPORT = {
  policy: [],
  catalog: ["policy"],
  wire: [],
  plane: ["policy", "catalog", "wire"],
  access: ["policy", "catalog"],
  castellan: ["policy", "catalog", "wire", "plane", "access"],
};

const names = Object.keys(MAY_IMPORT);
const within = (name) => `^packages/${name}/`;

const rules = [
  ...names.map((name) => ({
    name: `${name}-may-import`,
    comment: `${name} may import ${MAY_IMPORT[name].join(", ") || "nothing of ours"}`,
    severity: "error",
    from: { path: within(name) },
    to: {
      path: `^packages/(${names.filter((other) => other !== name && !MAY_IMPORT[name].includes(other)).join("|") || "-"})/`,
    },
  })),
  {
    name: "through-the-front-door",
    comment: "another package is imported by its name, so that its exports decide what is public",
    severity: "error",
    from: { path: "^packages/([^/]+)/" },
    to: { path: "^packages/", pathNot: "^packages/$1/", dependencyTypes: ["local"] },
  },
  {
    name: "pure-means-pure",
    comment: "policy, catalog and the pure parts of access use no platform",
    severity: "error",
    from: {
      path: "^packages/(policy|catalog|access)/src/",
      pathNot: "\\.test\\.ts$|/testing/|^packages/catalog/src/node\\.ts$|^packages/access/src/(aws|apply)/",
    },
    to: { dependencyTypes: ["core"] },
  },
  {
    name: "only-aws-calls-aws",
    comment: "in access, SDK clients are used in src/aws only",
    severity: "error",
    from: { path: "^packages/access/src/", pathNot: "^packages/access/src/aws/|\\.test\\.ts$" },
    to: { path: "node_modules/@aws-sdk/" },
  },
];

/** Every source file below the packages, so that a cruise that read nothing does not pass. */
function sources(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (["node_modules", "dist", "data", ".tsbuild"].includes(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) ? [relative(ROOT, path).split(sep).join("/")] : [];
  });
}

/** The violations of the rules in a folder, as lines; `read` says which modules of the cruise are believed to have been read. */
export async function boundaryViolations(folder = "packages", read = () => true) {
  process.chdir(ROOT);
  const { output } = await cruise([folder], {
    ruleSet: { forbidden: rules },
    validate: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "/(dist|data|\\.tsbuild)/" },
    tsPreCompilationDeps: true,
    parser: "swc",
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".mjs", ".js"],
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default"],
    },
  });
  const seen = new Set(output.modules.filter(read).map(({ source }) => source));
  const unseen = sources(join(ROOT, folder)).filter((path) => !seen.has(path));
  return [
    ...output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`),
    ...unseen.map((path) => `not-checked: ${path} was not seen by the check`),
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const violations = await boundaryViolations();
  for (const line of violations) console.error(line);
  console.log(
    violations.length === 0 ? "boundaries: every import is allowed" : `boundaries: ${violations.length} violations`,
  );
  process.exitCode = violations.length === 0 ? 0 : 1;
}
