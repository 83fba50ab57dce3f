import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import Database from "libsql";
import { collection } from "./collection.ts";
import type { Journal, JournalEntry } from "./journal.ts";
import { foldJournal, Ledger } from "./ledger.ts";
import { memoryJournal } from "./memory-journal.ts";
import { sqliteJournal } from "./sqlite-journal.ts";

const folder = mkdtempSync(join(tmpdir(), "castellan-journal-"));
after(() => rmSync(folder, { recursive: true }));

const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();
const entry = (revision: number, changes: JournalEntry["changes"] = []): JournalEntry => ({
  revision,
  time: at(revision),
  requestId: `r-${revision}`,
  account: "111122223333",
  principal: "arn:aws:iam::111122223333:user/ada",
  service: "iam",
  operation: "CreateUser",
  request: { UserName: `u${revision}` },
  outcome: "success",
  changes,
});
const put = (key: string, value: number) => ({ collection: "things", key, doc: { key, value } });
const things = collection<{ key: string; value: number }>("things")({ key: (thing) => thing.key });

let files = 0;
const journals: Record<string, () => { open: () => Journal; survives: boolean }> = {
  memory: () => {
    const one = memoryJournal();
    return { open: () => one, survives: false };
  },
  SQLite: () => {
    const path = join(folder, `${files++}.db`);
    return { open: () => sqliteJournal(path), survives: true };
  },
};

for (const [name, make] of Object.entries(journals)) {
  describe(`the ${name} journal`, () => {
    it("is empty at first", async () => {
      const journal = make().open();
      assert.equal(journal.durableRevision(), 0);
      assert.deepEqual([...journal.entries(0)], []);
      assert.equal(journal.snapshot(), undefined);
      await journal.close();
    });

    it("returns entries in order, above a revision and up to a time", async () => {
      const journal = make().open();
      await Promise.all([1, 2, 3, 4].map((revision) => journal.append(entry(revision, [put("a", revision)]))));
      assert.equal(journal.durableRevision(), 4);
      assert.deepEqual(
        [...journal.entries(0)],
        [1, 2, 3, 4].map((revision) => entry(revision, [put("a", revision)])),
      );
      assert.deepEqual(
        [...journal.entries(1, at(3))].map((e) => e.revision),
        [2, 3],
      );
      await journal.close();
    });

    it("returns the newest snapshot not younger than asked for", async () => {
      const journal = make().open();
      journal.saveSnapshot({ revision: 2, time: at(2), collections: { things: { a: { value: 2 } } } });
      journal.saveSnapshot({ revision: 5, time: at(5), collections: {} });
      assert.equal(journal.snapshot()?.revision, 5);
      assert.deepEqual(journal.snapshot(at(4))?.collections, { things: { a: { value: 2 } } });
      assert.equal(journal.snapshot(at(1)), undefined);
      await journal.close();
    });

    it("goes on holding the newest of many snapshots", async () => {
      const journal = make().open();
      for (let revision = 1; revision <= 20; revision++) {
        journal.saveSnapshot({ revision, time: at(revision), collections: {} });
      }
      assert.equal(journal.snapshot()?.revision, 20);
      assert.equal(journal.snapshot(at(15))?.revision, 15);
      await journal.close();
    });

    it("folds to the same state with and without a snapshot", async () => {
      const journal = make().open();
      await journal.append(entry(1, [put("a", 1), put("b", 1)]));
      await journal.append(entry(2, [{ collection: "things", key: "a" }, put("c", 2)]));
      const plain = foldJournal(journal).store.list(things);
      journal.saveSnapshot({
        revision: 1,
        time: at(1),
        collections: { things: { a: put("a", 1).doc, b: put("b", 1).doc } },
      });
      assert.deepEqual(foldJournal(journal).store.list(things), plain);
      assert.deepEqual(
        plain.map((thing) => thing.key),
        ["b", "c"],
      );
      assert.deepEqual(
        foldJournal(journal, at(1))
          .store.list(things)
          .map((thing) => thing.key),
        ["a", "b"],
      );
      await journal.close();
    });

    it("forgets everything when cleared and begins again at 1", async () => {
      const journal = make().open();
      await journal.append(entry(1));
      journal.clear();
      assert.equal(journal.durableRevision(), 0);
      await journal.append(entry(1));
      assert.equal([...journal.entries(0)].length, 1);
      await journal.close();
    });

    it("holds what was appended after it is opened again, if it outlives its process", async () => {
      const { open, survives } = make();
      if (!survives) return;
      const first = open();
      await first.append(entry(1, [put("a", 7)]));
      await first.close();
      const second = open();
      assert.deepEqual([...second.entries(0)], [entry(1, [put("a", 7)])]);
      await second.append(entry(2));
      assert.equal(second.durableRevision(), 2);
      await second.close();
    });
  });
}

describe("a damaged SQLite journal", () => {
  const damaged = async (damage: (database: Database.Database) => void) => {
    const path = join(folder, `${files++}.db`);
    const journal = sqliteJournal(path);
    for (const revision of [1, 2, 3]) await journal.append(entry(revision));
    await journal.close();
    const database = new Database(path);
    damage(database);
    database.close();
    return path;
  };

  it("is repaired to its last whole entry and says so", async () => {
    const path = await damaged((database) =>
      database.exec("update journal set entries = substr(entries, 1, 20) where revision = 3"),
    );
    const journal = sqliteJournal(path);
    assert.equal(journal.durableRevision(), 2);
    assert.match(journal.repairs.join(), /entry 3 at the end of the journal was not whole/);
    await journal.close();
  });

  it("is refused when an entry in its middle was changed", async () => {
    const path = await damaged((database) =>
      database.exec("update journal set entries = replace(entries, 'u2', 'u9') where revision = 2"),
    );
    const journal = sqliteJournal(path);
    assert.throws(() => [...journal.entries(0)], /damaged at entry 2/);
    await journal.close();
  });

  it("is refused to a second plane while the first has it", async () => {
    const path = join(folder, `${files++}.db`);
    const first = sqliteJournal(path);
    assert.throws(() => sqliteJournal(path), /in use by another plane/);
    await first.close();
  });
});

describe("a ledger", () => {
  it("takes a clock that goes back without losing order", async () => {
    const journal = memoryJournal();
    const ledger = new Ledger(journal);
    const { revision: _, ...later } = entry(5);
    const { revision: __, ...earlier } = entry(3);
    await ledger.commit(later);
    await ledger.commit(earlier);
    assert.deepEqual(
      [...journal.entries(0)].map((e) => e.time),
      [at(5), at(5)],
    );
  });

  it("shows the state of an earlier time", async () => {
    const journal = memoryJournal();
    await journal.append(entry(1, [put("a", 1)]));
    await journal.append(entry(2, [put("a", 2)]));
    const ledger = new Ledger(journal);
    assert.equal(ledger.store.get(things, "a")?.value, 2);
    assert.equal(ledger.at(new Date(at(1))).get(things, "a")?.value, 1);
  });
});
