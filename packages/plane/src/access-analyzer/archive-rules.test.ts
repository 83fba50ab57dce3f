import assert from "node:assert/strict";
import { test } from "node:test";
import { refused } from "../testing/iam-for-tests.ts";
import { outsider, testAnalyzer, trusted } from "./testing/analyzer-for-tests.ts";

test("an archive rule archives new findings, and old ones when it is applied", async (t) => {
  const { analyzer, analyzerArn, createRole, states } = await testAnalyzer(t);
  const rule = { analyzerName: "outside", ruleName: "partners" };
  await createRole("before", trusted(outsider));
  await analyzer.createArchiveRule({ ...rule, filter: { "principal.AWS": { eq: [outsider] } } });
  await createRole("later", trusted(outsider));
  await createRole("other", trusted("999900001111"));
  assert.deepEqual(await states(), ["before ACTIVE", "later ARCHIVED", "other ACTIVE"]);
  await analyzer.applyArchiveRule({ analyzerArn, ruleName: "partners" });
  assert.deepEqual(await states(), ["before ARCHIVED", "later ARCHIVED", "other ACTIVE"]);
});

test("archive rules are kept, changed and deleted", async (t) => {
  const { analyzer } = await testAnalyzer(t);
  const rule = { analyzerName: "outside", ruleName: "partners" };
  const filter = { isPublic: { eq: ["false"] } };
  await analyzer.createArchiveRule({ ...rule, filter });
  await refused(analyzer.createArchiveRule({ ...rule, filter }), "ConflictException", /already exists/, 409);
  await analyzer.updateArchiveRule({ ...rule, filter: { status: { exists: true } } });
  const { archiveRule } = await analyzer.getArchiveRule(rule);
  assert.deepEqual([archiveRule?.ruleName, archiveRule?.filter], ["partners", { status: { exists: true } }]);
  assert.equal((await analyzer.listArchiveRules({ analyzerName: "outside" })).archiveRules?.length, 1);
  await analyzer.deleteArchiveRule(rule);
  await refused(analyzer.getArchiveRule(rule), "ResourceNotFoundException", /partners does not exist/, 404);
});
