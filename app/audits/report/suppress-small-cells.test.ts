import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ShownCount } from '~/audits/report/audit-report/people-schema';
import { bandOf, showCount, suppressSmallCells } from './suppress-small-cells';

type Suppress = (counts: number[]) => ShownCount[];
const keys = ['a', 'b', 'c', 'd'];
const suppress: Suppress = (counts) =>
  Object.values(suppressSmallCells(Object.fromEntries(counts.map((count, at) => [keys[at] ?? '', count]))));
const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
const isSmall = (count: number) => count > 0 && count < 5;

/** Every way to divide that many people among that many parts. */
function tables(people: number, parts: number): number[][] {
  if (parts === 1) return [[people]];
  return Array.from({ length: people + 1 }, (_, first) => tables(people - first, parts - 1).map((rest) => [first, ...rest])).flat();
}

/** The range that each printed text allows. Where all is suppressed, nothing is known. */
function rangesOf(shown: ShownCount[], people: number): [number, number][] {
  const isSilent = shown.every((count) => count === 'withheld');
  return shown.map((count) => {
    if (typeof count === 'number') return [count, count];
    if (count === 'under-5') return [1, 4];
    return count === 'withheld' ? [isSilent ? 0 : 5, people] : [count.from, count.to];
  });
}

describe('counts', () => {
  it.each<[number, ShownCount]>([
    [0, 0],
    [1, 'under-5'],
    [4, 'under-5'],
    [5, { from: 5, to: 9 }],
    [9, { from: 5, to: 9 }],
    [10, { from: 10, to: 14 }],
  ])('%i', (count, shown) => expect(showCount(count)).toEqual(shown));

  it.each<[string, number[], ShownCount[]]>([
    ['shows ranges where no part is small', [12, 31, 0], [bandOf(12), bandOf(31), 0]],
    ['suppresses what would reveal one small part', [2, 31, 0], ['under-5', 'withheld', 0]],
    ['shows no part where two are small', [2, 31, 3], ['withheld', 'withheld', 'withheld']],
    ['shows no part of fewer than ten people', [4, 5], ['withheld', 'withheld']],
    ['shows no part where the whole narrows the small one', [2, 6, 6], ['withheld', 'withheld', 'withheld']],
    ['shows that there are none', [0, 0], [0, 0]],
  ])('%s', (_title, counts, shown) => expect(suppress(counts)).toEqual(shown));
});

/** By bounds: the values that a small part can take once the parts must add up to the whole. */
const bounds = (rule: Suppress) =>
  fc.property(fc.array(fc.oneof(fc.nat(6), fc.nat(60)), { minLength: 2, maxLength: 4 }), (counts) => {
    const ranges = rangesOf(rule(counts), total(counts));
    const sum = (end: 0 | 1, but: number) => ranges.reduce((all, range, at) => all + (at === but ? 0 : range[end]), 0);
    counts.forEach((count, at) => {
      const [from, to] = ranges[at] ?? [0, 0];
      const [least, most] = [Math.max(from, total(counts) - sum(1, at)), Math.min(to, total(counts) - sum(0, at))];
      expect(least <= count && count <= most).toBe(true);
      if (isSmall(count)) expect(most).toBeGreaterThan(least);
    });
  });

/** The parts that a reader of everything printed can compute, who knows the whole and the rules. */
function computable(rule: Suppress, parts: number, mostPeople: number): string[] {
  const found: string[] = [];
  for (let people = 1; people <= mostPeople; people += 1) {
    const alike = new Map<string, number[][]>();
    for (const counts of tables(people, parts)) {
      const key = JSON.stringify(rule(counts));
      const same = alike.get(key);
      if (same) same.push(counts);
      else alike.set(key, [counts]);
    }
    for (const same of alike.values())
      for (let at = 0; at < parts; at += 1) {
        const [first, ...others] = same.map((counts) => counts[at] ?? 0);
        // A single group shows only the whole: that no part is left out is known from elsewhere or not at all.
        if (first !== undefined && isSmall(first) && others.every((other) => other === first)) found.push(JSON.stringify(same[0]));
      }
  }
  return found;
}

describe('a reader who knows the whole and the rules', () => {
  it('finds no part of one to four people by bounds', () => {
    fc.assert(bounds(suppress));
  });

  it.each([
    [2, 40],
    [3, 40],
    [4, 26],
  ])('computes none of %i parts, for every count, of up to %i people', (parts, people) => {
    expect(computable(suppress, parts, people)).toEqual([]);
  });

  it.each<[string, Suppress]>([
    ['shows exact counts', (counts) => counts.map((count) => (isSmall(count) ? 'under-5' : count === 0 ? 0 : { from: count, to: count }))],
    ['shows ranges beside a small part', (counts) => counts.map(showCount)],
    [
      'ignores that the small part can follow from the whole',
      (counts) =>
        counts.filter(isSmall).length === 1 ? counts.map((count) => (count >= 5 ? 'withheld' : showCount(count))) : suppress(counts),
    ],
  ])('would compute one in a program that %s', (_fault, rule) => {
    expect(computable(rule, 3, 20)).not.toEqual([]);
    expect(fc.check(bounds(rule), { numRuns: 5000 }).failed).toBe(true);
  });
});

describe('a reader of two reports', () => {
  /** What a report prints: its whole by range, its parts as far as they may be shown. */
  const printed = (counts: number[]) => JSON.stringify([showCount(total(counts)), suppress(counts)]);

  it.each([
    // Whole ranges of ten people or more: half a range would leave out what the reader must take into account.
    [2, 44],
    [3, 24],
    [4, 14],
  ])('computes from %i parts by how many people no group grew, where one to four were added to up to %i', (parts, people) => {
    const seen = new Map<string, Set<number>[]>();
    const grown: { key: string; by: number[] }[] = [];
    const added = [1, 2, 3, 4].flatMap((more) => tables(more, parts));
    for (let before = 0; before <= people; before += 1)
      for (const counts of tables(before, parts))
        for (const by of added) {
          const key = `${printed(counts)} ${printed(counts.map((count, at) => count + (by[at] ?? 0)))}`;
          const differences = seen.get(key) ?? Array.from({ length: parts }, () => new Set<number>());
          for (const [at, more] of by.entries()) differences[at]?.add(more);
          seen.set(key, differences);
          grown.push({ key, by });
        }
    const revealed = grown.filter(({ key, by }) => by.some((more, at) => isSmall(more) && seen.get(key)?.[at]?.size === 1));
    expect(revealed).toEqual([]);
  });

  it('learns no single value of a printed range, for every combination of the other ranges and the whole', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 5, max: 80 }), { minLength: 2, maxLength: 4 }), (counts) => {
        const bands = counts.map(bandOf);
        const whole = bandOf(total(counts));
        counts.forEach((_, at) => {
          const rest = (end: 'from' | 'to') => bands.reduce((sum, band, other) => sum + (other === at ? 0 : band[end]), 0);
          const least = Math.max(bands[at]?.from ?? 0, whole.from - rest('to'));
          const most = Math.min(bands[at]?.to ?? 0, whole.to - rest('from'));
          expect(most).toBeGreaterThan(least);
        });
      }),
    );
  });
});
