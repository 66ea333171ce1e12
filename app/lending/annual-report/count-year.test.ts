import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categories, projectRegions, projectSectors } from '~/lending/deal-record/states';
import { countYear, sumOf, unequalSums, type YearlyTable } from './count-year';
import { projectRegion, regionOfCountry } from './regions';
import { type YearlyEntry, lacksOf } from './yearly-entry';

const base: YearlyEntry = {
  ...{ id: '1', number: 'D-2026-0001', projectName: 'Park', product: 'project-finance', sector: 'power', hostCountries: ['CL'] },
  ...{ on: '2026-05-01', category: 'A', region: 'americas', designation: 'designated', independentReview: true },
  ...{ hasNameConsent: false, lacks: [] },
};
const countedOf = (entries: YearlyEntry[]): YearlyTable => {
  const counted = countYear(2026, entries);
  if (counted.kind === 'refused') throw new Error(JSON.stringify(counted.lacking));
  return counted.table;
};

const entry: fc.Arbitrary<YearlyEntry> = fc
  .record({
    id: fc.uuid(),
    product: fc.constantFrom('project-finance', 'corporate-loan', 'advisory', 'refinance'),
    sector: fc.constantFrom(...projectSectors),
    category: fc.constantFrom(...categories),
    region: fc.constantFrom(...projectRegions),
    designation: fc.constantFrom('designated', 'non-designated'),
    independentReview: fc.boolean(),
    hasNameConsent: fc.boolean(),
  } as const)
  .map((made) => ({ ...base, ...made, number: `D-${made.id}`, projectName: `Project ${made.id}` }));

describe('the count of a year', () => {
  it('sums every breakdown of a category column to the same total, in any order of deals', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 60 }), (entries) => {
        const table = countedOf(entries);
        expect(unequalSums(table)).toEqual([]);
        const of = (product: string) => entries.filter((each) => each.product === product).length;
        expect(sumOf(table.projectFinance.total)).toBe(of('project-finance'));
        expect(sumOf(table.corporateLoans.total)).toBe(of('corporate-loan'));
        expect(table.advisory.total).toBe(of('advisory'));
        expect(table.names.length + table.unnamed).toBe(of('project-finance') + of('corporate-loan'));
        expect(countedOf([...entries].reverse())).toEqual(table);
      }),
    );
  });

  it('lists each deal with a missing fact and counts nothing until it is complete', () => {
    const missing = fc.constantFrom<Partial<YearlyEntry>>(
      { category: null },
      { region: null },
      { designation: null },
      { independentReview: null },
      { on: null },
      { lacks: ['scope-missing'] },
      { lacks: ['close-step-missing'] },
    );
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 20 }), missing, fc.nat(20), (entries, lack, at) => {
        const bad: YearlyEntry = { ...base, id: 'bad', number: 'D-BAD', ...lack };
        const counted = countYear(2026, [...entries.slice(0, at), bad, ...entries.slice(at)]);
        expect(counted).toEqual({
          kind: 'refused',
          lacking: [{ id: 'bad', number: 'D-BAD', projectName: 'Park', lacks: lacksOf(bad) }],
        });
        expect(lacksOf(bad)).toHaveLength(1);
      }),
    );
  });

  it('finds a table that does not add up', () => {
    const table = countedOf([base]);
    table.projectFinance.region.emea.A = 1;
    expect(unequalSums(table)).toEqual(['projectFinance region A']);
  });

  it('reproduces the published layout: 36 project financings, 11 A, 22 B and 3 C', () => {
    const make = (category: 'A' | 'B' | 'C', count: number) =>
      Array.from({ length: count }, (_, at) => ({
        ...base,
        ...{ id: `${category}${at}`, category, sector: projectSectors[at % 5] ?? 'others', region: projectRegions[at % 3] ?? 'emea' },
        ...{ designation: at % 2 === 0 ? ('designated' as const) : ('non-designated' as const), independentReview: category === 'A' },
      }));
    const { projectFinance, corporateLoans } = countedOf([...make('A', 11), ...make('B', 22), ...make('C', 3)]);
    expect(projectFinance.total).toEqual({ A: 11, B: 22, C: 3 });
    expect(sumOf(projectFinance.total)).toBe(36);
    expect(Object.keys(projectFinance.sector)).toEqual(['mining', 'infrastructure', 'oil-and-gas', 'power', 'others']);
    expect(Object.keys(projectFinance.region)).toEqual(['americas', 'emea', 'asia-pacific']);
    expect(projectFinance.review).toEqual({ yes: { A: 11, B: 0, C: 0 }, no: { A: 0, B: 22, C: 3 } });
    expect(sumOf(corporateLoans.total)).toBe(0);
  });

  it('an advisory mandate needs no category, no designation and no review; a refinancing no region', () => {
    const bare = { ...base, category: null, designation: null, independentReview: null };
    expect(lacksOf({ ...bare, product: 'advisory' })).toEqual([]);
    expect(lacksOf({ ...bare, product: 'refinance', region: null })).toEqual([]);
  });
});

describe('the region of a project', () => {
  const today = '2026-11-28';
  it('is that of its host countries; Western Asia is the Middle East', () => {
    expect(['CL', 'FR', 'KE', 'SA', 'TR', 'IN', 'AU', 'XK'].map((code) => regionOfCountry(code, today))).toEqual([
      ...['americas', 'emea', 'emea', 'emea', 'emea', 'asia-pacific', 'asia-pacific', 'emea'],
    ]);
    expect(regionOfCountry('ZZ', today)).toBeNull();
  });
  it('is asked for where they are in several, and must be one of theirs', () => {
    expect(projectRegion(['CL', 'PE'], null, today)).toEqual({ kind: 'known', region: 'americas' });
    expect(projectRegion(['CL', 'FR'], null, today)).toEqual({ kind: 'several' });
    expect(projectRegion(['CL', 'FR'], 'emea', today)).toEqual({ kind: 'known', region: 'emea' });
    expect(projectRegion(['CL'], 'emea', today)).toEqual({ kind: 'contradicts' });
    expect(projectRegion(['ZZ'], null, today)).toEqual({ kind: 'unknown' });
  });
});
