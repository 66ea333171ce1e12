const idBytes = 16;

/**
 * Numbers parties from 0 in the order in which they are first met, by the 16 bytes of their id: a table with open places in typed arrays, since half a million
 * ids as text cost a page most of a second.
 */
export class PartyNumbers {
  size = 0;
  private readonly keys: Int32Array;
  private readonly places: Int32Array;

  /** @param most ids that can be numbered */
  constructor(most: number) {
    this.keys = new Int32Array(4 * most);
    this.places = new Int32Array(2 ** Math.ceil(Math.log2(2 * most + 2))).fill(-1);
  }

  /** The number of the id whose four 32-bit integers are at `at`. */
  ofWords(words: Int32Array, at: number): number {
    const [a = 0, b = 0, c = 0, d = 0] = [words[at], words[at + 1], words[at + 2], words[at + 3]];
    const mask = this.places.length - 1;
    let place = Math.imul(a ^ Math.imul(b, 31) ^ Math.imul(c, 131) ^ d, 0x9e3779b1) >>> 0;
    for (place &= mask; ; place = (place + 1) & mask) {
      const known = this.places[place] ?? -1;
      if (known === -1) break;
      const key = 4 * known;
      if (this.keys[key] === a && this.keys[key + 1] === b && this.keys[key + 2] === c && this.keys[key + 3] === d) return known;
    }
    if (4 * this.size >= this.keys.length) throw new RangeError('more parties than room was made for');
    this.places[place] = this.size;
    this.keys.set([a, b, c, d], 4 * this.size);
    this.size += 1;
    return this.size - 1;
  }

  of(id: string): number {
    return this.ofWords(idWords(Buffer.from(id.replaceAll('-', ''), 'hex')), 0);
  }

  /** Any order, the same each time. */
  compare(first: number, second: number): number {
    for (let word = 0; word < 4; word += 1) {
      const difference = (this.keys[4 * first + word] ?? 0) - (this.keys[4 * second + word] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  idOf(number: number): string {
    const { buffer } = this.keys.slice(4 * number, 4 * number + 4);
    return Buffer.from(buffer)
      .toString('hex')
      .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }
}

/** Ids one after another, 16 bytes each, as four 32-bit integers each. */
export function idWords(bytes: Buffer): Int32Array {
  if (bytes.length % idBytes !== 0) throw new RangeError('not a row of ids');
  // A copy starts aligned for 32-bit integers.
  return new Int32Array(Uint8Array.from(bytes).buffer);
}
