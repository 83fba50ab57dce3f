/** Up to here a key is put into its place at once; a longer list that is being filled is sorted at the next read. */
const insertLimit = 20_000;

/** A set of keys kept in code-unit order. */
export class SortedKeys {
  private keys: string[] = [];
  private sorted = true;

  add(key: string): void {
    const last = this.keys.at(-1);
    if (last === undefined || last < key || !this.sorted) this.keys.push(key);
    else if (this.keys.length < insertLimit) this.keys.splice(this.position(key), 0, key);
    else {
      this.keys.push(key);
      this.sorted = false;
    }
  }

  remove(key: string): void {
    const at = this.position(key);
    if (this.keys[at] === key) this.keys.splice(at, 1);
  }

  /** All keys in order; not to be changed by the caller. */
  all(): readonly string[] {
    if (!this.sorted) {
      this.keys.sort();
      this.sorted = true;
    }
    return this.keys;
  }

  get size(): number {
    return this.keys.length;
  }

  private position(key: string): number {
    const keys = this.all();
    let low = 0;
    let high = keys.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((keys[middle] ?? "") < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
