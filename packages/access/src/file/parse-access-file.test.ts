import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseDocument } from "yaml";
import { fromJSONSchema } from "zod";
import { blueprints } from "../blueprints/blueprint-catalogue.ts";
import { codesOf, fileWith, load } from "../testing/load-text.ts";
import { wholeFile } from "../testing/whole-file.ts";
import { jsonSchema, parseAccessFile } from "./parse-access-file.ts";

const codes = (text: string): readonly string[] => [
  ...new Set(parseAccessFile(text, "f").diagnostics.map(({ code }) => code)),
];

test("a file with every section is read, and what is not built yet is said", () => {
  const { content, diagnostics } = parseAccessFile(wholeFile, "f");
  assert.equal(content?.permissionSets.length, 8);
  assert.deepEqual(
    diagnostics.map(({ code, severity, message }) => [code, severity, message]),
    ["`budget`", "`expires-tag`", "`borrow`", "`pipelines`", "`break-glass`", "`mfa`", "`billing-access`"].map(
      (what) => ["CST0010", "warning", `${what} is not built yet`],
    ),
  );
});

test("the small file of these tests is good", () => {
  assert.deepEqual(codesOf(fileWith("")), []);
});

test("all faults are told at once, in the order of the file", () => {
  const text = fileWith(
    "organization: {name: example-corp, management: 111111111111, region: seoul}\npeople:\n  yu@example.com: {is: [nobody], nmae: Yu}\nacces: {}\naccess:\n  prodction: {admin: AdminAccess}",
  );
  const { diagnostics } = load(text);
  const offsets = diagnostics.map(({ span }) => span?.start.offset ?? 0);
  assert.deepEqual(
    offsets,
    offsets.toSorted((a, b) => a - b),
  );
  assert.deepEqual(diagnostics.map(({ code }) => code).toSorted(), [
    "CST0005",
    "CST0005",
    "CST0008",
    "CST0101",
    "CST0102",
    "CST0201",
  ]);
});

test("a name whose entry is broken is not called unknown as well", () => {
  assert.deepEqual(codesOf(fileWith("groups: {admin: AWS-Admins, developer: [AWS-Developers]}")), ["CST0007"]);
});

test("an unquoted account id is told how to keep its zeros", () => {
  const diagnostic = load(fileWith("accounts:\n  management: {id: 011111111111}")).diagnostics.find(
    ({ code }) => code === "CST0201",
  );
  assert.equal(diagnostic?.fix?.[0]?.text, '"011111111111"');
});

test("positions are exact for keys, values and parts of promises", () => {
  const text = fileWith('promises:\n  - "only admin, devloper may see billing"');
  const [diagnostic] = load(text).diagnostics;
  const { start, end } = diagnostic?.span ?? assert.fail("no place");
  assert.equal(text.slice(start.offset, end.offset), "devloper");
  assert.equal(text.split("\n")[start.line - 1]?.slice(start.column - 1, end.column - 1), "devloper");
});

test("hostile files give diagnostics and no crash", () => {
  const deep = (open: string): string => `a: ${open.repeat(500_000)}`;
  assert.deepEqual(codes(deep("[")), ["CST0003"]);
  assert.deepEqual(codes(deep("{a: ")), ["CST0003"]);
  assert.deepEqual(codes(`${"- ".repeat(500_000)}x`), ["CST0003"]);
  assert.deepEqual(codes(`${"? ".repeat(500_000)}x`), ["CST0003"]);
  assert.deepEqual(codes("x".repeat(3_000_000)), ["CST0003"]);
  assert.deepEqual(codes("castellan: 1\n\u0000\u0001\u0002"), ["CST0002"]);
  assert.deepEqual(codes("a: b: c\n".repeat(20_000)), ["CST0001"]);
  assert.deepEqual(codes(""), ["CST0006"]);
  assert.deepEqual(codes("# nothing but a comment\n"), ["CST0006"]);
  assert.deepEqual(codes("--- 1\n--- 2\n"), ["CST0001"]);
  assert.deepEqual(codes("just text"), ["CST0007"]);
});

test("aliases are refused, however often they would multiply", () => {
  const levels = Array.from(
    { length: 9 },
    (_, level) => `  l${level + 1}: &l${level + 1} [${`*l${level}, `.repeat(9)}]`,
  );
  const text = fileWith(
    `people:\n  yu@example.com: {is: &l0 [admin]}\n  hana@example.com: {is: *l0}\ntasks:\n${levels.join("\n")}`,
  );
  assert.ok(load(text).diagnostics.some(({ code, span }) => code === "CST0011" && span !== undefined));
});

test("keys that mean something to JavaScript are keys like others", () => {
  const text = fileWith(
    'accounts:\n  management: {id: "111111111111", tags: {__proto__: x, constructor: y}}\n  sandbox: {id: "222222222222"}\n__proto__: {polluted: true}\nconstructor: 1',
  );
  assert.deepEqual(codesOf(text), ["CST0005", "CST0005"]);
  assert.equal(({} as Record<string, unknown>)["polluted"], undefined);
  const good = load(text.replace(/__proto__: \{[^\n]*\n[^\n]*\n/, ""));
  assert.ok(good.kind === "loaded");
  const tags = good.desired.estate.accounts.find(({ name }) => name === "management")?.tags ?? {};
  assert.deepEqual(Object.entries(tags), [
    ["__proto__", "x"],
    ["constructor", "y"],
  ]);
});

test("whatever the text, reading it never throws and every place lies in it", () => {
  const pieces = [
    "people:",
    "groups:",
    "access:",
    "promises:",
    "  ",
    "\n",
    "- ",
    "{",
    "}",
    "[",
    "]",
    ": ",
    ", ",
    "admin",
    '"',
    "'",
    "*a",
    "&a ",
    "!!x ",
    "|\n",
    "#",
    "1",
    "한",
  ];
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fc.constantFrom(...pieces)).map((parts) => parts.join("")),
    fc.array(fc.constantFrom(...pieces)).map((parts) => fileWith(parts.join(""))),
  );
  fc.assert(
    fc.property(text, (written) => {
      for (const { span } of load(written).diagnostics) {
        if (span !== undefined)
          assert.ok(span.start.offset <= span.end.offset && span.end.offset <= written.length + 1);
      }
    }),
    { numRuns: 300 },
  );
});

test("cutting a good file anywhere never throws", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: wholeFile.length }), fc.integer({ min: 0, max: 40 }), (at, length) => {
      load(wholeFile.slice(0, at) + wholeFile.slice(at + length));
    }),
    { numRuns: 150 },
  );
});

test("the schema for editors accepts what the reader accepts, and refuses unknown keys", () => {
  const schema = fromJSONSchema(JSON.parse(JSON.stringify(jsonSchema())) as Parameters<typeof fromJSONSchema>[0]);
  for (const text of [wholeFile, ...blueprints.map((blueprint) => blueprint.text)]) {
    const result = schema.safeParse(parseDocument(text).toJS());
    assert.ok(result.success, JSON.stringify(result.error?.issues.slice(0, 3)));
  }
  assert.ok(!schema.safeParse({ ...(parseDocument(fileWith("")).toJS() as object), acces: {} }).success);
});
