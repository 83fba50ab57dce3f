import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Diagnostic } from "@castellan/policy";
import { sarifLog } from "./sarif-log.ts";

const at = (line: number, column: number, length: number, file = "a b/policy.json") => ({
  file,
  start: { offset: 0, line, column },
  end: { offset: length, line, column: column + length },
});

const diagnostics: readonly Diagnostic[] = [
  {
    code: "CST1009",
    severity: "error",
    message: "`Alow` is not an effect",
    help: "write `Allow`",
    span: at(3, 17, 6),
    notes: [{ message: "in this statement", span: at(3, 5, 1) }, { message: "a note without a place" }],
    fix: [{ span: at(3, 17, 6), text: '"Allow"' }],
  },
  { code: "CST0102", severity: "error", message: "unknown group `x`", span: at(1, 1, 1, "../elsewhere.yaml") },
  { code: "UNHEARD_OF", severity: "warning", message: "hm", span: at(9, 1, 2, "/abs/policy.json") },
  { code: "UNHEARD_OF", severity: "suggestion", message: "no place" },
];
const log: unknown = JSON.parse(
  JSON.stringify(
    sarifLog(diagnostics, [{ file: "a b/policy.json", text: '{\n\n    { "Effect": "Alow" }}', kind: "identity" }]),
  ),
);

/** What a SARIF object must and may have: a type, a list of one shape, or named properties (`?` for those that may lack). */
type Shape = "string" | "number" | RegExp | readonly [Shape] | { readonly [name: string]: Shape };

const text = { text: "string" } as const;
const artifactLocation = { uri: /^[^ \\]+$/, "uriBaseId?": /^%SRCROOT%$/ } as const;
const region = { startLine: "number", startColumn: "number", endLine: "number", endColumn: "number" } as const;
const location = { physicalLocation: { artifactLocation, region }, "message?": text } as const;
const level = /^(error|warning|note)$/;

/** The parts of the SARIF 2.1.0 schema that the log uses, with its required properties [OASIS SARIF 2.1.0, 2023]. */
const shape: Shape = {
  $schema: /sarif-schema-2\.1\.0\.json$/,
  version: /^2\.1\.0$/,
  runs: [
    {
      tool: {
        driver: {
          name: "string",
          version: "string",
          semanticVersion: "string",
          rules: [
            {
              id: "string",
              shortDescription: text,
              "helpUri?": /^https:\/\//,
              "help?": { text: "string", markdown: "string" },
              defaultConfiguration: { level },
            },
          ],
        },
      },
      columnKind: /^utf16CodeUnits$/,
      artifacts: [{ location: artifactLocation }],
      results: [
        {
          ruleId: "string",
          ruleIndex: "number",
          level,
          message: text,
          locations: [location],
          "relatedLocations?": [location],
          "fixes?": [
            {
              description: text,
              artifactChanges: [{ artifactLocation, replacements: [{ deletedRegion: region, insertedContent: text }] }],
            },
          ],
          partialFingerprints: { primaryLocationLineHash: /^[0-9a-f]{16}:\d+$/ },
        },
      ],
    },
  ],
};

/** Every place where a value is not of a shape. */
function misfits(value: unknown, wanted: Shape, path = "$"): readonly string[] {
  if (wanted === "string" || wanted === "number") return typeof value === wanted ? [] : [path];
  if (wanted instanceof RegExp) return typeof value === "string" && wanted.test(value) ? [] : [path];
  if (isList(wanted))
    return Array.isArray(value) ? value.flatMap((one, index) => misfits(one, wanted[0], `${path}[${index}]`)) : [path];
  if (typeof value !== "object" || value === null) return [path];
  const members = new Map<string, unknown>(Object.entries(value));
  const names = new Set(Object.keys(wanted).map((name) => name.replace("?", "")));
  const unknown = [...members.keys()].filter((name) => !names.has(name)).map((name) => `${path}.${name} is unknown`);
  const inside = Object.entries(wanted).flatMap(([name, one]) => {
    const plain = name.replace("?", "");
    if (!members.has(plain)) return name.endsWith("?") ? [] : [`${path}.${plain} is missing`];
    return misfits(members.get(plain), one, `${path}.${plain}`);
  });
  return [...unknown, ...inside];
}

const isList = (wanted: Exclude<Shape, string | RegExp>): wanted is readonly [Shape] => Array.isArray(wanted);

describe("a SARIF log", () => {
  it("has the properties that SARIF 2.1.0 demands, and no others", () => {
    assert.deepEqual(misfits(log, shape), []);
  });

  it("is seen to be wrong when a property is missing or new", () => {
    assert.deepEqual(misfits({ version: "2.1", run: [] }, { version: /^2\.1\.0$/, runs: [text] }), [
      "$.run is unknown",
      "$.version",
      "$.runs is missing",
    ]);
  });

  const { runs } = log as {
    readonly runs: readonly [
      {
        readonly results: readonly Record<string, unknown>[];
        readonly tool: {
          readonly driver: { readonly rules: readonly { readonly id: string; readonly shortDescription: unknown }[] };
        };
      },
    ];
  };
  const [{ results, tool }] = runs;
  const { rules } = tool.driver;

  it("describes each code once, with the title of its page", () => {
    assert.deepEqual(
      rules.map(({ id, shortDescription }) => [id, shortDescription]),
      [
        ["CST0102", { text: "unknown group" }],
        ["CST1009", { text: "unknown effect" }],
        ["UNHEARD_OF", { text: "unheard of" }],
      ],
    );
    for (const { ruleId, ruleIndex } of results) assert.equal(rules[Number(ruleIndex)]?.id, ruleId);
  });

  it("tells places in the sources relative to their root, and others as they are", () => {
    const uris = results.map(({ locations }) => JSON.stringify(locations).match(/"artifactLocation":(\{[^}]*\})/)?.[1]);
    assert.deepEqual(uris, [
      '{"uri":"a%20b/policy.json","uriBaseId":"%SRCROOT%"}',
      '{"uri":"../elsewhere.yaml"}',
      '{"uri":"file:///abs/policy.json"}',
      undefined,
    ]);
  });

  it("brings a fix as the replacement of a region", () => {
    const region = { startLine: 3, startColumn: 17, endLine: 3, endColumn: 23 };
    assert.deepEqual(results[0]?.["fixes"], [
      {
        description: { text: "write `Allow`" },
        artifactChanges: [
          {
            artifactLocation: { uri: "a%20b/policy.json", uriBaseId: "%SRCROOT%" },
            replacements: [{ deletedRegion: region, insertedContent: { text: '"Allow"' } }],
          },
        ],
      },
    ]);
  });
});
