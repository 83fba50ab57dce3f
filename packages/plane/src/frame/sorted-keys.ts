/** A set of keys kept in code-unit order; insertion at the end is cheap, elsewhere it is sorted at the next read. */
export class SortedKeys {
  private keys: string[] = [];
  private sorted = true;

  add(key: string): void {
    const last = this.keys.at(-1);
    if (last !== undefined && last > key) this.sorted = false;
    this.keys.push(key);
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
