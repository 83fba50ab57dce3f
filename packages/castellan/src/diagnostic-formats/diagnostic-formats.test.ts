import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Diagnostic, Span } from "@castellan/policy";
import fc from "fast-check";
import type { DiagnosedText } from "./diagnosed-text.ts";
import { type DiagnosticFormat, diagnosticFormatNames, diagnosticFormats } from "./diagnostic-formats.ts";
import { fingerprints } from "./fingerprint.ts";
import { githubAnnotation } from "./github-annotation.ts";

const text = '{\n  "Statement": [\n    { "Effect": "Alow" },\n    { "Effect": "Alow" }\n  ]\n}\n';
const texts: readonly DiagnosedText[] = [{ file: "some where/policy.json", text, kind: "identity" }];

/** The span of a piece of the text, the `count`th of its kind. */
function spanOf(piece: string, count = 1, file = "some where/policy.json", within = text): Span {
  const starts = [...within.matchAll(new RegExp(piece, "g"))].map(({ index }) => index);
  const offset = starts[count - 1] ?? assert.fail(`there is no ${piece}`);
  const at = (place: number) => {
    const lines = within.slice(0, place).split("\n");
    return { offset: place, line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
  };
  return { file, start: at(offset), end: at(offset + piece.length) };
}

const effect = (count: number): Diagnostic => ({
  code: "CST1009",
  severity: "error",
  message: "`Alow` is not an effect",
  help: "write `Allow`",
  span: spanOf('"Alow"', count),
  notes: [{ message: "here it begins", span: spanOf("{", count + 1) }],
  fix: [{ span: spanOf('"Alow"', count), text: '"Allow"' }],
});
const loose: Diagnostic = { code: "MADE_UP_CODE", severity: "suggestion", message: "think again" };
const warned: Diagnostic = { code: "CST0109", severity: "warning", message: "100% new", span: spanOf("Statement") };
const diagnostics = [effect(1), effect(2), warned, loose];

const write = (format: DiagnosticFormat, list = diagnostics): string => diagnosticFormats[format](list, texts);

describe("text", () => {
  it("shows each diagnostic as a frame in its own file", () => {
    const written = write("text");
    assert.ok(written.includes(" --> some where/policy.json:4:17"), written);
    assert.ok(written.includes('4 |     { "Effect": "Alow" }\n'), written);
    assert.equal(written.match(/^(error|warning|suggestion)\[/gm)?.length, 4);
  });
});

describe("json", () => {
  it("names its version, the files and what they are, and counts", () => {
    const document = JSON.parse(write("json")) as {
      readonly diagnostics: readonly { readonly fingerprint: string; readonly page?: string }[];
    } & Record<string, unknown>;
    assert.equal(document["format"], "castellan.lint/1");
    assert.deepEqual(document["files"], [{ file: "some where/policy.json", kind: "identity" }]);
    assert.deepEqual(document["counts"], { error: 2, warning: 1, suggestion: 1 });
    assert.equal(document.diagnostics.length, 4);
    assert.equal(document.diagnostics[2]?.page, "docs/errors/CST0109.md");
  });
});

describe("github", () => {
  it("writes a workflow command for each diagnostic, with the place of it", () => {
    assert.deepEqual(write("github").split("\n"), [
      "::error file=some where/policy.json,line=3,col=17,endLine=3,endColumn=23,title=CST1009::`Alow` is not an effect%0Ahelp: write `Allow`",
      "::error file=some where/policy.json,line=4,col=17,endLine=4,endColumn=23,title=CST1009::`Alow` is not an effect%0Ahelp: write `Allow`",
      "::warning file=some where/policy.json,line=2,col=4,endLine=2,endColumn=13,title=CST0109::100%25 new",
      "::notice title=MADE_UP_CODE::think again",
    ]);
  });

  it("gives no columns for a stretch over several lines", () => {
    const span = { ...spanOf("Statement"), end: spanOf("Alow").end };
    assert.match(
      githubAnnotation({ ...warned, span }),
      /^::warning file=some where\/policy\.json,line=2,endLine=3,title/,
    );
  });

  it("lets nothing in a name or message end the command", () => {
    const unescape = (word: string) =>
      word.replace(/%(0A|0D|25|2C|3A)/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
    const words = fc.string({ unit: fc.constantFrom("%", "\r", "\n", ":", ",", "a", "2", "5", "=") });
    fc.assert(
      fc.property(words, words, (file, message) => {
        const line = githubAnnotation({ ...warned, message, span: { ...spanOf("Statement"), file } });
        const [, written = "", rest = ""] =
          /^::warning file=([^:,\r\n]*),line=2,[^:\r\n]*::([^\r\n]*)$/.exec(line) ?? [];
        return unescape(written) === file && unescape(rest) === message;
      }),
      { seed: 20261123 },
    );
  });
});

describe("a working folder below the repository", () => {
  it("leads to names counted from the repository, in sarif and github", () => {
    const style = { below: "infra" };
    assert.match(diagnosticFormats.github([warned], texts, style), /file=infra\/some where\/policy\.json,/);
    assert.equal(diagnosticFormats.sarif([effect(1)], texts, style).match(/"uri": "infra\/some%20where/g)?.length, 4);
    assert.equal(diagnosticFormats.text([warned], texts, style), write("text", [warned]));
  });
});

describe("a fingerprint", () => {
  it("is its diagnostic's own, also where two diagnostics point at the same words", () => {
    assert.equal(new Set(fingerprints(diagnostics, texts)).size, diagnostics.length);
  });

  it("stays when lines move and white space changes", () => {
    const moved = `{\n\n\n   "Version": "2012-10-17",\n${text.slice(2).replaceAll("    {", "  {")}`;
    const spans = [1, 2].map((count) => ({
      ...effect(count),
      span: spanOf('"Alow"', count, "some where/policy.json", moved),
    }));
    assert.deepEqual(
      fingerprints(spans, [{ file: "some where/policy.json", text: moved, kind: "identity" }]),
      fingerprints([effect(1), effect(2)], texts),
    );
  });
});

describe("every format", () => {
  it("writes the empty list as nothing or as a whole document", () => {
    const written = diagnosticFormatNames.map((format) => write(format, []));
    assert.deepEqual(
      written.map((one) => one === "" || typeof JSON.parse(one) === "object"),
      [true, true, true, true],
    );
  });
});
