/** Sales between parties, by number: link `i` goes from `supplier[i]` to `buyer[i]`. */
export type ChainLinks = { supplier: Int32Array; buyer: Int32Array };
export type DependentsAsked = {
  /** Parties are numbered from 0 to one less. */
  parties: number;
  links: ChainLinks;
  /** For each deal, the numbers of the parties that it names, and its dollars (US cents); null where unknown. */
  deals: readonly { named: readonly number[]; cents: number | null }[];
};
/** Each by the number of the party. */
export type Dependents = {
  /** Deals that depend on it. */
  deals: Int32Array;
  /** Their dollars, in US cents. */
  cents: Float64Array;
  /** Of them, deals without dollars. */
  unconverted: Int32Array;
  /** Links between it and the nearest party that a deal names: 0 is named itself; −1 where none depends on it. */
  nearest: Int32Array;
  /** A group of parties with the same dependent deals, because most of them sell only to one of the group; −1 where none depends on it. */
  group: Int32Array;
  /** 1 where it is in its group for that reason only: it brings nothing together that its buyers do not. */
  follows: Uint8Array;
};

/** Deals followed at a time, 32 to an integer: limits the memory to 128 bytes a row, however many deals there are. */
const wordsAtATime = 32;

/**
 * How many deals depend on each party: those that name it, or name a direct or indirect buyer, each once. Exact; time grows with links × deals / 32. Parties
 * in a cycle depend on each other, so what depends on one depends on all of them.
 */
export function countDependents({ parties, links, deals }: DependentsAsked): Dependents {
  const suppliersOf = groupByBuyer(parties, links);
  const named = deals.flatMap((deal) => deal.named);
  const rows = layRows(suppliersOf, findCircles(suppliersOf, named, parties), named);
  const counts = new Int32Array(rows.count);
  const cents = new Float64Array(rows.count);
  const unconverted = new Int32Array(rows.count);
  const reached = new Uint32Array(rows.count * wordsAtATime);
  const inOne = wordsAtATime * 32;
  for (let first = 0; first < deals.length; first += inOne) {
    const part = deals.slice(first, first + inOne);
    reached.fill(0);
    for (const [index, deal] of part.entries())
      for (const party of deal.named) {
        const at = (rows.of[party] ?? 0) * wordsAtATime + (index >>> 5);
        reached[at] = (reached[at] ?? 0) | (1 << (index & 31));
      }
    for (let way = 0; way < rows.from.length; way += 1) {
      const from = (rows.from[way] ?? 0) * wordsAtATime;
      const to = (rows.to[way] ?? 0) * wordsAtATime;
      for (let word = 0; word < wordsAtATime; word += 1) reached[to + word] = (reached[to + word] ?? 0) | (reached[from + word] ?? 0);
    }
    const centsOf = Float64Array.from(part, (deal) => deal.cents ?? 0);
    const isOpen = Uint8Array.from(part, (deal) => (deal.cents === null ? 1 : 0));
    for (let at = 0; at < reached.length; at += 1) {
      const row = Math.floor(at / wordsAtATime);
      for (let bits = reached[at] ?? 0; bits !== 0; bits &= bits - 1) {
        const index = (at % wordsAtATime) * 32 + 31 - Math.clz32(bits & -bits);
        counts[row] = (counts[row] ?? 0) + 1;
        cents[row] = (cents[row] ?? 0) + (centsOf[index] ?? 0);
        unconverted[row] = (unconverted[row] ?? 0) + (isOpen[index] ?? 0);
      }
    }
  }
  const centsOfParties = new Float64Array(parties);
  for (let party = 0; party < parties; party += 1) centsOfParties[party] = cents[rows.of[party] ?? -1] ?? 0;
  return {
    deals: rows.of.map((row) => counts[row] ?? 0),
    cents: centsOfParties,
    unconverted: rows.of.map((row) => unconverted[row] ?? 0),
    nearest: measureNearest(suppliersOf, named, parties),
    ...{ group: rows.of, follows: rows.follows },
  };
}

/** Suppliers of party `n`: `to[starts[n]]` up to `to[starts[n + 1]]`. */
type SuppliersOf = { starts: Int32Array; to: Int32Array };

function groupByBuyer(parties: number, { supplier, buyer }: ChainLinks): SuppliersOf {
  const starts = new Int32Array(parties + 1);
  const links = buyer.length;
  for (let link = 0; link < links; link += 1) {
    const each = (buyer[link] ?? 0) + 1;
    starts[each] = (starts[each] ?? 0) + 1;
  }
  for (let party = 0; party < parties; party += 1) starts[party + 1] = (starts[party + 1] ?? 0) + (starts[party] ?? 0);
  const next = starts.slice();
  const to = new Int32Array(links);
  for (let link = 0; link < links; link += 1) {
    const each = buyer[link] ?? 0;
    const at = next[each] ?? 0;
    to[at] = supplier[link] ?? 0;
    next[each] = at + 1;
  }
  return { starts, to };
}

/** Circles of parties (most of one party), suppliers before their buyers: `order[starts[c]]` up to `order[starts[c + 1]]` are of circle `c`. */
type Circles = { count: number; of: Int32Array; order: Int32Array; starts: Int32Array };

/** Strongly connected components by Tarjan, without recursion, of what the named parties reach. Unreached parties are in none (−1). */
function findCircles({ starts, to }: SuppliersOf, named: readonly number[], parties: number): Circles {
  const of = new Int32Array(parties).fill(-1);
  const order = new Int32Array(parties);
  const startsOf: number[] = [0];
  const seenAt = new Int32Array(parties);
  const low = new Int32Array(parties);
  const nextLink = new Int32Array(parties);
  const open: number[] = [];
  const way: number[] = [];
  let seen = 0;
  let ordered = 0;
  const enter = (party: number) => {
    seen += 1;
    seenAt[party] = seen;
    low[party] = seen;
    nextLink[party] = starts[party] ?? 0;
    open.push(party);
    way.push(party);
  };
  for (const root of named) {
    if (seenAt[root] !== 0) continue;
    enter(root);
    for (let party = way.at(-1); party !== undefined; party = way.at(-1)) {
      const link = nextLink[party] ?? 0;
      if (link < (starts[party + 1] ?? 0)) {
        nextLink[party] = link + 1;
        const supplier = to[link] ?? 0;
        if (seenAt[supplier] === 0) enter(supplier);
        else if (of[supplier] === -1) low[party] = Math.min(low[party] ?? 0, seenAt[supplier] ?? 0);
        continue;
      }
      way.pop();
      const before = way.at(-1);
      if (before !== undefined) low[before] = Math.min(low[before] ?? 0, low[party] ?? 0);
      if (low[party] !== seenAt[party]) continue;
      for (let member = open.pop(); member !== undefined; member = open.pop()) {
        of[member] = startsOf.length - 1;
        order[ordered] = member;
        ordered += 1;
        if (member === party) break;
      }
      startsOf.push(ordered);
    }
  }
  return { count: startsOf.length - 1, of, order, starts: Int32Array.from(startsOf) };
}

/** Rows of figures: the row of each party (−1: none, it has no dependents), and the rows between which dependents pass, buyers first. */
type Rows = { count: number; of: Int32Array; follows: Uint8Array; from: Int32Array; to: Int32Array };

/**
 * Parties of one cycle share a row; so does a party that no deal names with its only buyer row: the same deals depend on both. Most parties of a map sell to
 * one buyer, which keeps the rows few.
 */
function layRows({ starts, to }: SuppliersOf, circles: Circles, named: readonly number[]): Rows {
  const several = -2;
  const rowOf = new Int32Array(circles.count).fill(-1);
  const follows = new Uint8Array(circles.count);
  for (const party of named) rowOf[circles.of[party] ?? 0] = several;
  const from: number[] = [];
  const into: number[] = [];
  let count = 0;
  const eachSupplier = (circle: number, work: (below: number) => void) => {
    for (let at = circles.starts[circle] ?? 0; at < (circles.starts[circle + 1] ?? 0); at += 1) {
      const party = circles.order[at] ?? 0;
      for (let link = starts[party] ?? 0; link < (starts[party + 1] ?? 0); link += 1) {
        const below = circles.of[to[link] ?? 0] ?? 0;
        if (below !== circle) work(below);
      }
    }
  };
  for (let circle = circles.count - 1; circle >= 0; circle -= 1) {
    const held = rowOf[circle] ?? several;
    const row = held >= 0 ? held : count;
    if (held < 0) count += 1;
    else follows[circle] = 1;
    rowOf[circle] = row;
    eachSupplier(circle, (below) => {
      if (rowOf[below] === -1) rowOf[below] = row;
      else if (rowOf[below] !== row) rowOf[below] = several;
    });
  }
  for (let circle = circles.count - 1; circle >= 0; circle -= 1)
    eachSupplier(circle, (below) => {
      if (rowOf[below] === rowOf[circle]) return;
      from.push(rowOf[circle] ?? 0);
      into.push(rowOf[below] ?? 0);
    });
  const followsOf = new Uint8Array(circles.of.length);
  for (let party = 0; party < followsOf.length; party += 1) followsOf[party] = follows[circles.of[party] ?? -1] ?? 0;
  return {
    ...{
      count,
      of: circles.of.map((circle) => rowOf[circle] ?? -1),
      follows: followsOf,
    },
    ...{ from: Int32Array.from(from), to: Int32Array.from(into) },
  };
}

function measureNearest({ starts, to }: SuppliersOf, named: readonly number[], parties: number): Int32Array {
  const nearest = new Int32Array(parties).fill(-1);
  for (const party of named) nearest[party] = 0;
  const queue = [...new Set(named)];
  for (const party of queue)
    for (let link = starts[party] ?? 0; link < (starts[party + 1] ?? 0); link += 1) {
      const supplier = to[link] ?? 0;
      if (nearest[supplier] !== -1) continue;
      nearest[supplier] = (nearest[party] ?? 0) + 1;
      queue.push(supplier);
    }
  return nearest;
}
