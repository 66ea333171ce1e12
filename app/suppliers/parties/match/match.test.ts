import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareParties } from './compare-parties';
import { foldParty, latinName, type MatchParty } from './fold-party';
import { buildPartyIndex } from './party-index';
import { matchParameter } from './thresholds';

const party = (name: string, more: Partial<MatchParty> = {}): MatchParty => ({ name, country: 'VN', ...more });
const compare = (a: MatchParty, b: MatchParty) => compareParties(foldParty(a), foldParty(b));

describe('folding', () => {
  test.each([
    ['深圳市金鹿服装有限公司', 'shenzhen jinlu garments'],
    ['ООО «Северный Лён»', 'severnyy len'],
    ['บริษัท สยามดาวทอง จำกัด', 'syamdawthong'],
    ['বকুলতলা গার্মেন্টস লিমিটেড', 'bkultla garments'],
    ['Công ty CP May Nguyễn', 'may nguyen'],
    ['주식회사 한솔바다', 'hansolbada'],
  ])('%s', (name, folded) => expect(latinName(name).text).toBe(folded));

  test('numbers are separated, however they are written', () => {
    for (const name of ['Lotus Unit 2', 'Lotus Unit-02', 'Lotus Unit II', 'Lotus Unit Two'])
      expect(foldParty(party(name)).numbers).toEqual(['2']);
  });
});

describe('comparing', () => {
  test('shows the reason', () => {
    expect(compare(party('Moonriver Garments JSC'), party('Moonriver Garment Joint Stock Company')).reasons).toEqual([
      'same-name',
      'same-country',
    ]);
    expect(compare(party('Moonriver Unit 2'), party('Moonriver Unit 3')).reasons).toContain('other-number');
    expect(compare(party('Moonriver Spinning'), party('Moonriver Dyeing')).reasons).toContain('other-trade');
    expect(compare(party('Moonriver', { city: 'Hanoi' }), party('Moonriver', { city: 'Hue' })).reasons).toContain('other-city');
    expect(compare(party('Moonriver'), party('Moonriver', { country: 'KH' })).reasons).toContain('other-country');
  });

  test('an equal identifier is one company, another LEI is another, whatever the names', () => {
    const ids = (...held: string[]) => ({ ids: held });
    expect(compare(party('Alpha', ids('duns:1')), party('Omega', ids('lei:9', 'duns:1')))).toEqual({ score: 1, reasons: ['same-id'] });
    expect(compare(party('Alpha', ids('lei:8')), party('Alpha', ids('lei:9')))).toEqual({ score: 0, reasons: ['other-lei'] });
  });

  test('another country, another number and a missing country never reach the automatic threshold', () => {
    const automatic = matchParameter('match.automatic');
    for (const other of [party('Moonriver', { country: 'KH' }), party('Moonriver 2'), party('Moonriver', { country: null })])
      expect(compare(party('Moonriver'), other).score).toBeLessThan(automatic);
  });

  test('is symmetric, and between 0 and 1', () => {
    const name = fc.array(fc.constantFrom('moon', 'river', 'lotus', 'garments', 'spinning', 'unit', '2', '3', 'hanoi', '金鹿', 'Ltd'), {
      minLength: 1,
      maxLength: 5,
    });
    const anyParty = fc.record({
      name: name.map((words) => words.join(' ')),
      country: fc.constantFrom('VN', 'CN', null),
      city: fc.constantFrom('Hanoi', 'Hue', null),
    });
    fc.assert(
      fc.property(anyParty, anyParty, (a, b) => {
        const [there, back] = [compare(a, b), compare(b, a)];
        expect(there.score).toBeCloseTo(back.score, 10);
        expect(there.score).toBeGreaterThanOrEqual(0);
        expect(there.score).toBeLessThanOrEqual(1);
        expect(compare(a, a).score).toBeGreaterThanOrEqual(a.country ? 0.93 : 0.9);
      }),
    );
  });
});

describe('the index', () => {
  const names = [
    'Moonriver Garments Ltd',
    'Bluefinch Textiles',
    'Lotus Foods',
    'Hexagon Valley Unit 2',
    'Северный Лён',
    'Kaveri Pearl Exports',
  ];
  const index = buildPartyIndex(names.map((name) => foldParty(party(name))));
  const find = (name: string, floor = 0.7) => index.find(foldParty(party(name)), { floor }).map(({ at }) => names[at]);

  test('finds a name in another spelling, across scripts, and nothing where nothing is similar', () => {
    expect(find('Moon River Garment Co')).toEqual(['Moonriver Garments Ltd']);
    expect(find('Severny Len')).toEqual(['Северный Лён']);
    expect(find('Zzyzx Quarry')).toEqual([]);
    expect(find('')).toEqual([]);
  });

  test('leaves out excluded companies, and returns nothing for an empty index', () => {
    expect(index.find(foldParty(party('Lotus Foods')), { floor: 0.7, isAllowed: (at) => at !== 2 })).toEqual([]);
    expect(buildPartyIndex([]).find(foldParty(party('Lotus')), { floor: 0 })).toEqual([]);
  });
});

test('a parameter has the value of its day, and none before its first', () => {
  expect(matchParameter('match.ask', '2026-11-26')).toBe(matchParameter('match.ask'));
  expect(() => matchParameter('match.ask', '2020-01-01')).toThrow(/no value/);
});
