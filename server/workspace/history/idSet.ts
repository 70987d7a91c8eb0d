/** Ids that were met, in 16 bytes each: a repository may have millions. */
export interface IdSet {
  /** Adds an id; false where it is in already. */
  add(id: string, kind: number): boolean;
  readonly size: number;
}

/** A set of ids in hexadecimal, told apart by their first 60 bits and a kind below 16. */
export function createIdSet(): IdSet {
  let slots = new BigUint64Array(1024);
  let size = 0;

  function put(table: BigUint64Array, key: bigint): boolean {
    const mask = table.length - 1;
    for (let at = Number(key & BigInt(mask)); ; at = (at + 1) & mask) {
      if (table[at] === key) return false;
      if (table[at] === 0n) {
        table[at] = key;
        return true;
      }
    }
  }

  function grow(): void {
    const larger = new BigUint64Array(slots.length * 2);
    for (const key of slots) if (key !== 0n) put(larger, key);
    slots = larger;
  }

  return {
    add(id, kind) {
      // Zero marks a free slot; no kind is zero.
      const key = (BigInt(`0x${id.slice(0, 15)}`) << 4n) | BigInt(kind + 1);
      if (!put(slots, key)) return false;
      size++;
      if (size * 2 > slots.length) grow();
      return true;
    },
    get size() {
      return size;
    },
  };
}
