import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { SortedKeys } from "./sorted-keys.ts";

describe("sorted keys", () => {
  it("are always in order, whatever is added and removed", () => {
    const change = fc.record({ key: fc.string({ maxLength: 3 }), add: fc.boolean() });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
        const keys = new SortedKeys();
        const model = new Set<string>();
        for (const { key, add } of changes) {
          if (add && !model.has(key)) keys.add(key);
          if (!add) keys.remove(key);
          if (add) model.add(key);
          else model.delete(key);
          assert.equal(keys.size, model.size);
        }
        assert.deepEqual(keys.all(), [...model].sort());
      }),
    );
  });

  it("are in order when more are added than are put into place at once", () => {
    const keys = new SortedKeys();
    for (let index = 30_000; index > 0; index--) keys.add(String(index).padStart(6, "0"));
    assert.equal(keys.all()[0], "000001");
    keys.remove("000002");
    assert.equal(keys.size, 29_999);
    assert.equal(keys.all()[1], "000003");
  });
});
