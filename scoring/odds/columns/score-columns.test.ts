import { describe, expect, it } from 'vitest';
import { factBit, factColumns } from '../../engine/columns/fact-columns.ts';
import type { PlacedFacts } from '../../types.ts';
import { bands, housingChoices, subcontractingChoices, vulnerableGroups, workerVoiceChoices } from '../../vocabulary.ts';
import { bases, scoreParty } from '../score-party.ts';
import { scoreOf } from '../score.ts';
import { workThrough } from '../work.ts';
import { codeAt, distinct, once } from './parts.ts';
import { lineAt, noBand, scoreColumns } from './score-columns.ts';

const asOf = '2026-12-01';
const columnsOf = (list: readonly PlacedFacts[]) => {
  const { columns, put } = factColumns(list.length);
  for (const [row, facts] of list.entries()) put(row, facts);
  return columns;
};
const scored = (...list: PlacedFacts[]) => scoreColumns(columnsOf(list), { asOf });

const base: PlacedFacts = { countries: { value: ['VN'] } };
const withBoth = <Facts extends PlacedFacts>(facts: Facts): PlacedFacts[] => [
  { ...base, ...facts },
  { ...base, ...Object.fromEntries(Object.entries(facts).map(([field, given]) => [field, { ...given, withdrawn: true }])) },
];
/** Every fact at its ends, known and withdrawn, and what combines them. */
const list: PlacedFacts[] = [
  base,
  ...[['NO'], ['KP'], ['NO', 'VN'], ['VN', 'KH'], ['KH', 'VN'], ['ZZ', 'VN'], ['QA']].map((value) => ({ countries: { value } })),
  ...['1410', '14', '2219', '62', '97', 'nothing'].flatMap((value) => withBoth({ sector: { value } })),
  ...[['garments'], ['HS 8802'], ['flux capacitors'], [], ['bricks', 'garments']].flatMap((value) => withBoth({ products: { value } })),
  ...['13', '24'].map((value) => ({ countries: { value: ['CN'] }, sector: { value }, products: { value: ['cotton'] } })),
  // Where the division decides: the customs presumption, and surveys of a corridor.
  ...['24', '1311', '13', '62'].map((value) => ({ countries: { value: ['CN'] }, sector: { value } })),
  ...['14', '41', '4100'].map((value) => ({ countries: { value: ['SA'] }, sector: { value }, migrantOrigins: { value: ['PK'] } })),
  { countries: { value: ['CN'] } },
  ...[['CN-XJ'], ['CN-GD'], []].flatMap((value) =>
    withBoth({ subdivisions: { value } }).map((facts) => ({ ...facts, countries: { value: ['CN'] } })),
  ),
  ...[0, 0.05, 0.6, 1].flatMap((value) => withBoth({ migrantShare: { value } })),
  ...[0, 0.15, 1].flatMap((value) => withBoth({ internalMigrantShare: { value } })),
  ...[0, 0.1, 1].flatMap((value) => withBoth({ agencyShare: { value } })),
  ...[['BD'], ['FR'], ['NP', 'BD'], []].flatMap((value) =>
    withBoth({ migrantOrigins: { value } }).flatMap((facts) =>
      [{}, { migrantShare: { value: 0.6 } }, { migrantShare: { value: 0 } }, { migrantShare: { value: 0.6, withdrawn: true } }].map(
        (share) => ({
          ...{ ...facts, ...share },
          countries: { value: ['MY'] },
        }),
      ),
    ),
  ),
  ...subcontractingChoices.flatMap((value) => withBoth({ subcontracting: { value } })),
  ...housingChoices.flatMap((value) => withBoth({ housing: { value } })),
  ...workerVoiceChoices.flatMap((value) => withBoth({ workerVoice: { value } })),
  ...[1, 1.5, 4].flatMap((value) => withBoth({ peakRatio: { value } })),
  ...[[], vulnerableGroups.slice(0, 1), vulnerableGroups.slice(1, 4), [...vulnerableGroups]].flatMap((value) =>
    withBoth({ vulnerableGroups: { value } }),
  ),
];

describe('scores as columns', () => {
  it('are those of each party by itself, to the last digit, for every fact known or withdrawn', () => {
    const made = scored(...list);
    expect(made.rows).toBe(list.length);
    for (const [row, facts] of list.entries()) {
      const label = JSON.stringify(facts);
      const one = scoreOf(workThrough({ asOf, facts }));
      const party = scoreParty({ asOf, facts }, { id: 'a' });
      if (one.status !== 'scored' || !party) throw new Error(`${label} is not scored`);
      expect([made.isScored[row], made.score[row], made.low[row], made.high[row]], label).toEqual([1, one.score, one.low, one.high]);
      expect([made.band[row], made.bandLow[row], made.bandHigh[row]], label).toEqual(
        [one.band, one.bandLow, one.bandHigh].map((band) => bands.indexOf(band)),
      );
      expect(bases[made.basis[row] ?? 9], label).toBe(party.basis);
      expect([made.exact[row], made.ownError[row]], label).toEqual([party.score, party.drawable.ownError]);
      expect(made.countries[made.country[row] ?? -1]?.iso2, label).toBe(party.readings.country.iso2);
      expect(made.sectors[made.sector[row] ?? -1]?.code ?? null, label).toBe(party.drawable.sector.code);
    }
  });

  it('name the line with the most points, the first of equal ones', () => {
    const made = scored({ countries: { value: ['KP'] } }, { ...base, housing: { value: 'tied' } }, { ...base, sector: { value: '22' } });
    expect([0, 1, 2].map((row) => lineAt(made, row))).toEqual(['country', 'housing', 'sector']);
  });

  it('count a country and a sector once, however many rows have them', () => {
    const made = scored(
      base,
      base,
      { countries: { value: ['VN', 'ZZ'] }, sector: { value: '1410' } },
      { ...base, sector: { value: '14' } },
    );
    expect(made.countries.map(({ iso2 }) => iso2)).toEqual(['VN']);
    expect(made.sectors.map(({ code }) => code)).toEqual(['14']);
    expect([...made.sector]).toEqual([-1, -1, 0, 0]);
  });

  it('have no number that can be read where no country is known', () => {
    const made = scored(
      { sector: { value: '1410' } },
      { countries: { value: ['ZZ'] } },
      { countries: { value: ['VN'], withdrawn: true } },
      base,
    );
    for (const row of [0, 1, 2]) {
      expect(made.isScored[row]).toBe(0);
      for (const column of [made.score, made.low, made.high, made.exact]) expect(column[row]).toBeNaN();
      for (const column of [made.band, made.bandLow, made.bandHigh]) expect(column[row]).toBe(noBand);
      expect([made.country[row], made.sector[row]]).toEqual([-1, -1]);
    }
    expect([made.isScored[3], made.score[3]]).toEqual([1, 34.8]);
    expect(scored().rows).toBe(0);
  });

  it('refuse a number that is not finite and a code without a word, by row and name', () => {
    const broken = (change: (columns: ReturnType<typeof columnsOf>) => void) => {
      const columns = columnsOf([base, base]);
      change(columns);
      return () => scoreColumns(columns, { asOf });
    };
    expect(
      broken((columns) => {
        columns.given[1] = (columns.given[1] ?? 0) | factBit.agencyShare;
        columns.agencyShare[1] = Number.NaN;
      }),
    ).toThrow(new RangeError('row 1: agencyShare is not a finite number'));
    expect(
      broken((columns) => {
        columns.given[1] = (columns.given[1] ?? 0) | factBit.housing;
        columns.housing[1] = 77;
      }),
    ).toThrow(new RangeError('row 1: 77 is no code of housing'));
    expect(
      broken((columns) => {
        columns.countries.code[0] = 5;
      }),
    ).toThrow(new RangeError('row 0: 5 is no code of its dictionary'));
    // What is not given is not read.
    expect(
      broken((columns) => {
        columns.housing[1] = 77;
        columns.agencyShare[1] = Number.NaN;
      }),
    ).not.toThrow();
  });
});

describe('what columns are read by', () => {
  it.each([8, 2 ** 22 + 1])('reads each of %i keys once, also where the value is 0', (keys) => {
    const asked: number[] = [];
    const read = once(keys, (key) => {
      asked.push(key);
      return key * 10;
    });
    expect([7, 0, 7, 3, 0].map(read)).toEqual([70, 0, 70, 30, 0]);
    expect(asked).toEqual([7, 0, 3]);
  });

  it('has a list in the order of its words, each once', () => {
    expect(distinct(['VN', 'BD', 'VN'])).toEqual(['BD', 'VN']);
    expect(distinct(undefined)).toEqual([]);
  });

  it('has no code where nothing is given, and refuses one outside its dictionary', () => {
    const dictionary = { code: Int32Array.of(0, 1, 2, -1), values: ['a', 'b'] };
    expect([codeAt(dictionary, 0, true), codeAt(dictionary, 1, true), codeAt(dictionary, 2, false)]).toEqual([0, 1, -1]);
    for (const row of [2, 3, 4]) expect(() => codeAt(dictionary, row, true)).toThrow(RangeError);
  });
});
