import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreMany } from '#scoring';
import { calculate } from './calculate.server';
import { calculatorFields, otherFields } from './calculator-input';
import { readChangelog } from './read-changelog.server';

const today = '2026-11-30';
const ask = (query: string) => calculate(new URLSearchParams(query), today);

describe('the calculator', () => {
  it('returns the result of the method for the same facts', () => {
    const { shown, asOf } = ask('countries=VN&sector=14&products=Garments&migrantShare=12,5&agencyShare=40&housing=tied&peakRatio=1.5');
    const [expected] = scoreMany([
      {
        asOf: today,
        facts: {
          countries: { value: ['VN'] },
          sector: { value: '14' },
          products: { value: ['Garments'] },
          migrantShare: { value: 0.125 },
          agencyShare: { value: 0.4 },
          housing: { value: 'tied' },
          peakRatio: { value: 1.5 },
        },
      },
    ]);
    expect(asOf).toBe(today);
    expect(shown?.result).toEqual(expected);
    expect(shown?.telling.map(({ field }) => field)).not.toContain('housing');
  });

  it('rejects nothing in an empty form, scores a country alone on basis E, and nothing without a country', () => {
    expect(ask('')).toMatchObject({ shown: null, wrong: [], dayProblem: null });
    expect(ask('countries=VN').shown?.result).toMatchObject({ status: 'scored', basis: { grade: 'E' } });
    expect(ask('sector=14').shown).toMatchObject({ result: { status: 'not-scored' }, telling: [] });
  });

  it('states the number of workers it refers to, and recognises a region under a presumption from a town', () => {
    const result = (query: string) => {
      const shown = ask(query).shown?.result;
      if (shown?.status !== 'scored') throw new Error('not scored');
      return shown;
    };
    expect(result('countries=CN&sector=13').people).toBeNull();
    expect(result('countries=CN&sector=13&workers=1 250').people?.magnitude).toBeTruthy();
    const pointsOf = (place: string) =>
      result(`countries=CN&sector=13&place=${place}`).components.find(({ id }) => id === 'region')?.points;
    expect([pointsOf('Urumqi'), pointsOf('Shanghai'), pointsOf('nowhere known')]).toEqual([40, 0, 0]);
    expect(ask('countries=CN&sector=13&workers=many').wrong).toEqual(['workers']);
  });

  it.each([
    ['CN-XJ', 'code', 'CN-XJ'],
    ['cn-65', 'code', 'CN-65'],
    ['39.47, 75.99', 'coordinates', '39.470, 75.990'],
    ['39,47; 75,99', 'coordinates', '39.470, 75.990'],
    ['75.99°E 39.47°N', 'coordinates', '39.470, 75.990'],
    ['830000', 'postal-code', '830000'],
    ['新疆', 'name', '新疆'],
    ['Kashgar', 'name', 'Kashgar'],
  ])('reads the place "%s" by its %s and names it in the calculation', (place, by, matched) => {
    const { placeFound, shown } = ask(`countries=CN&sector=13&place=${encodeURIComponent(place)}`);
    expect(placeFound).toEqual({ kind: 'found', code: 'CN-XJ', by, matched });
    expect(shown?.result).toMatchObject({ components: expect.arrayContaining([expect.objectContaining({ id: 'region', points: 40 })]) });
    expect(JSON.stringify(shown?.trace)).toContain(`recognised by the ${by.replace('-', ' ')} ${matched}`);
  });

  it('counts only an unambiguous place, shows where none is recognised, and rejects coordinates that do not exist', () => {
    const placed = (query: string) => {
      const { placeFound, shown, wrong } = ask(query);
      const result = shown?.result;
      const points = result?.status === 'scored' ? result.components.find(({ id }) => id === 'region')?.points : null;
      return { kind: placeFound?.kind, points, wrong };
    };
    expect(placed('countries=CN&place=Shache')).toEqual({ kind: 'possible', points: 0, wrong: [] });
    expect(placed('countries=CN&place=nowhere known')).toEqual({ kind: 'none', points: 0, wrong: [] });
    expect(placed('countries=CN&place=39.47, 275.99')).toEqual({ kind: 'wrong', points: 0, wrong: ['place'] });
    expect(placed('sector=13&place=CN-XJ').kind).toBe('no-country');
    expect(placed('countries=CN').kind).toBeUndefined();
    // Where no table was in force, the day is the problem and not the place.
    expect(ask('countries=CN&place=CN-XJ&asOf=2001-01-01').dayProblem).toBe('before-method');
  });

  it('reads vulnerable groups as checkboxes: none selected is unknown, "none of these" is no group', () => {
    const line = (query: string) => {
      const result = ask(`countries=VN&sector=14&${query}`).shown?.result;
      return result?.status === 'scored' ? result.components.find(({ id }) => id === 'vulnerable') : undefined;
    };
    expect(line('')).toMatchObject({ known: false, points: 0 });
    expect(line('vulnerableGroups=none')).toMatchObject({ known: true });
    expect(line('vulnerableGroups=none')?.points).toBeCloseTo(-0.5, 0);
    expect(line('vulnerableGroups=under-18&vulnerableGroups=tied-visa&vulnerableGroups=none')?.points).toBeCloseTo(3, 0);
    expect(line('vulnerableGroups=giants')).toMatchObject({ known: false });
    expect(ask('vulnerableGroups=none').groups).toEqual(['none']);
  });

  it('keeps and names an impossible value, never as zero', () => {
    const { wrong, values, shown } = ask('countries=VN&sector=14&migrantShare=140&housing=castle');
    expect(wrong).toEqual(['migrantShare', 'housing']);
    expect(values).toMatchObject({ migrantShare: '140', housing: 'castle' });
    expect(shown?.result.missing).toContain('migrantShare');
    expect(ask('countries=VN&sector=14&asOf=2001-01-01')).toMatchObject({ shown: null, dayProblem: 'before-method' });
    expect(ask('countries=VN&sector=14&asOf=tomorrow')).toMatchObject({ shown: null, dayProblem: 'no-day' });
  });

  it('never throws, whatever the address', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('asOf', ...calculatorFields, ...otherFields), fc.string(), { maxKeys: 6 }), (values) => {
        calculate(new URLSearchParams(values), today);
      }),
    );
  });
});

describe('the changelog', () => {
  it('is read in full, the newest first', () => {
    const rows = readChangelog();
    expect(rows.at(-1)).toMatchObject({ version: '1.0.0', kind: 'engine', effectiveFrom: '2026-01-01' });
    for (const { effectiveFrom } of rows) expect(effectiveFrom).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('rejects an incomplete row', () => {
    expect(() => readChangelog('| a | b |\n| - | - |\n| 1.0.0 | engine |')).toThrow(RangeError);
  });
});
