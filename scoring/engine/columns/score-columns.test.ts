import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PartyFacts } from '../../types.ts';
import { bands } from '../../vocabulary.ts';
import { scoreMany } from '../assess.ts';
import { notScoredBits } from './addends.ts';
import { factColumns } from './fact-columns.ts';
import { ownOrPrior } from './own-or-prior.ts';
import { noBand, scoreColumns, scoreColumnsFor } from './score-columns.ts';

const asOf = '2026-11-25';

/** Facts as fields give them, now and then withdrawn, with codes no table knows among them. */
const given = <T>(value: fc.Arbitrary<T>) =>
  fc.record({ value, withdrawn: fc.constantFrom(true, false, false), source: fc.constant('row') }, { requiredKeys: ['value'] });
const share = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1, 0.5, 0.4));
const facts: fc.Arbitrary<PartyFacts> = fc.record(
  {
    countries: given(fc.array(fc.constantFrom('VN', 'BD', 'CN', 'DE', 'US', 'QA', 'KP', 'MM', 'NO', 'XK', 'SD', 'ZZ'), { maxLength: 3 })),
    sector: given(fc.constantFrom('14', '1410', '01', '2392', '23', '97', '70', '26', '9609', '49', '141', 'x', '9999')),
    products: given(
      fc.array(fc.constantFrom('Garments', 'Bricks', '6109', 'HS 61', 'Cotton', '8471', 'something else', 'Cocoa'), { maxLength: 3 }),
    ),
    workers: given(fc.integer({ min: 0, max: 50_000 })),
    migrantShare: given(share),
    internalMigrantShare: given(share),
    agencyShare: given(share),
    migrantOrigins: given(fc.array(fc.constantFrom('PK', 'BD', 'NP', 'VN', 'KH', 'FR', 'ZZ'), { maxLength: 3 })),
    subcontracting: given(fc.constantFrom('none' as const, 'declared' as const, 'multi-tier' as const, 'undeclared-found' as const)),
    housing: given(fc.constantFrom('none' as const, 'optional' as const, 'tied' as const, 'tied-remote' as const)),
    peakRatio: given(fc.double({ min: 0.5, max: 4, noNaN: true })),
    vulnerableGroups: given(
      fc.array(
        fc.constantFrom(
          'under-18' as const,
          'low-literacy' as const,
          'language-gap' as const,
          'tied-visa' as const,
          'gendered-isolated-work' as const,
        ),
        {
          maxLength: 6,
        },
      ),
    ),
    workerVoice: given(fc.constantFrom('independent' as const, 'restricted' as const, 'none' as const)),
  },
  { requiredKeys: [] },
);

function columnsOf(list: readonly PartyFacts[]) {
  const { columns, put } = factColumns(list.length);
  list.forEach((each, row) => {
    put(row, each);
  });
  return columns;
}

describe('scores as columns', () => {
  it('are those of assess to the last digit, whatever is known, unknown or withdrawn', () => {
    fc.assert(
      fc.property(fc.array(facts, { minLength: 1, maxLength: 6 }), (list) => {
        const columns = scoreColumns(columnsOf(list), { asOf });
        scoreMany(list.map((each) => ({ asOf, facts: each }))).forEach((expected, row) => {
          expect(columns.coverage[row]).toBe(expected.coverage);
          if (expected.status === 'not-scored') {
            expect(columns.status[row]).toBe(expected.reasons.reduce((bits, { code }) => bits | notScoredBits[code], 0));
            expect([columns.score[row], columns.low[row], columns.high[row]]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
            expect([columns.band[row], columns.bandLow[row], columns.bandHigh[row]]).toEqual([noBand, noBand, noBand]);
            return;
          }
          expect(columns.status[row]).toBe(0);
          expect([columns.score[row], columns.low[row], columns.high[row]]).toEqual([expected.score, expected.low, expected.high]);
          expect([columns.band[row], columns.bandLow[row], columns.bandHigh[row]].map((each) => bands[each ?? noBand])).toEqual([
            expected.band,
            expected.bandLow,
            expected.bandHigh,
          ]);
          expect(expected.lines).toEqual({ inherent: expected.score, controlCredit: 0, findingsUplift: 0, overrideUplift: 0 });
          const most = Math.max(...expected.components.map((each) => each.points));
          expect(Math.abs((expected.components[columns.component[row] ?? 99]?.points ?? -1) - most)).toBeLessThan(0.11);
        });
      }),
    );
  });

  it('are those of assess with more different lists than a direct table holds', () => {
    const codes = ['VN', 'BD', 'CN', 'DE', 'US', 'QA', 'MM', 'TH', 'NO', 'PK', 'IN', 'TR'];
    const list = Array.from(
      { length: 600 },
      (_, row): PartyFacts => ({
        countries: { value: codes.filter((_code, index) => ((row * 7 + 1) >> index) & 1) },
        sector: { value: row % 2 === 0 ? '14' : '0114' },
        products: { value: [row % 3 === 0 ? 'Cotton' : `6109.${row}`] },
        migrantShare: { value: 0.2 },
        migrantOrigins: { value: codes.filter((_code, index) => ((row * 5 + 2) >> index) & 1) },
      }),
    );
    const columns = scoreColumns(columnsOf(list), { asOf });
    const expected = scoreMany(list.map((each) => ({ asOf, facts: each })));
    expect(Array.from(columns.score)).toEqual(expected.map((each) => (each.status === 'scored' ? each.score : Number.NaN)));
  });

  it('are the same in parts, on shared memory', () => {
    const columns = columnsOf(fc.sample(facts, { numRuns: 200, seed: 7 }));
    const whole = scoreColumns(columns, { asOf });
    const into = scoreColumnsFor(200, (bytes) => new SharedArrayBuffer(bytes));
    scoreColumns(columns, { asOf, from: 90, into });
    scoreColumns(columns, { asOf, to: 90, into });
    expect(Array.from(into.score)).toEqual(Array.from(whole.score));
    expect(Array.from(into.status)).toEqual(Array.from(whole.status));
  });

  it('a row without a score takes the prior in propagation, never zero', () => {
    const scores = scoreColumns(columnsOf([{}, { countries: { value: ['NO'] }, sector: { value: '70' } }]), { asOf });
    const { point, low, high } = ownOrPrior(scores, asOf);
    expect([point[0], low[0], high[0]]).toEqual([50, 0, 100]);
    expect([point[1], low[1], high[1]]).toEqual([scores.score[1], scores.low[1], scores.high[1]]);
  });
});

describe('bad input', () => {
  const place = { countries: { value: ['NO'] }, sector: { value: '70' } };

  it.each<[string, PartyFacts]>([
    ['a share that is no number', { ...place, migrantShare: { value: Number.NaN } }],
    ['an endless ratio', { ...place, peakRatio: { value: Number.POSITIVE_INFINITY } }],
    ['a share above one', { ...place, migrantShare: { value: 1.7 } }],
    ['a negative share', { ...place, agencyShare: { value: -0.2 } }],
    ['an agency share that is no number', { ...place, agencyShare: { value: Number.NaN } }],
  ])('%s is refused with its row', (_name, bad) => {
    expect(() => scoreColumns(columnsOf([place, bad]), { asOf })).toThrow(/row 1/);
  });

  it('a word or a code outside the lists is refused', () => {
    // @ts-expect-error not one of the words
    expect(() => columnsOf([{ housing: { value: 'castle' } }])).toThrow(RangeError);
    const columns = columnsOf([{ ...place, workerVoice: { value: 'none' } }]);
    columns.workerVoice[0] = 9;
    expect(() => scoreColumns(columns, { asOf })).toThrow(/row 0: 9 is no code of workerVoice/);
    columns.workerVoice[0] = 0;
    columns.sector.code[0] = 4;
    expect(() => scoreColumns(columns, { asOf })).toThrow(/row 0: 4 is no code of sector/);
    expect(() => scoreColumns(columns, { asOf: '2025-12-31' })).toThrow(RangeError);
  });
});
