import { describe, expect, it } from 'vitest';
import { assess } from '../odds/assess.ts';
import { numbersAt } from '../odds/parameters.ts';
import { classifiedGoods } from '../reference/at.ts';
import { alertListsKey } from './alert-lists-key.ts';
import { detectAlerts } from './detect-alerts.ts';
import type { AlertPlace, AlertQuery } from './types.ts';

const asOf = '2026-11-25';
const query = (rest: Partial<AlertQuery>): AlertQuery => ({ asOf, names: [], ...rest });
const detect = (rest: Partial<AlertQuery>) => detectAlerts(query(rest));
const kindsOf = (rest: Partial<AlertQuery>) => detect(rest).map(({ kind }) => kind);
const place = (rest: Partial<AlertPlace>): AlertPlace => ({ site: null, country: 'CN', texts: [], ...rest });

describe('a region under a presumption', () => {
  it.each([
    ['a town in Latin letters', place({ texts: ['Aksu'] })],
    ['an address in Chinese', place({ texts: ['新疆维吾尔自治区喀什地区'] })],
    ['a postal code', place({ postalCode: '843000' })],
    ['a subdivision code', place({ texts: ['CN-XJ'] })],
    ['coordinates', place({ coordinates: { latitude: 41.17, longitude: 80.26 } })],
  ])('is recognised by %s, is the most serious, and says since when', (_, where) => {
    const [first] = detect({ countries: ['CN'], places: [where] });
    expect(first).toMatchObject({
      kind: 'presumed-region',
      rank: 1,
      since: '2022-06-21',
      isToBeConfirmed: false,
      source: { table: 'import-orders', row: '022' },
      comparisons: [{ of: 'supplier', site: null }],
    });
  });

  it('names each site that lies in it, and none elsewhere', () => {
    const places = [
      place({ site: 'a', texts: ['Aksu'] }),
      place({ site: 'b', texts: ['Shanghai'] }),
      place({ site: 'c', texts: ['Kashgar'] }),
    ];
    const [first] = detect({ countries: ['CN'], places });
    expect(first?.comparisons.map(({ site }) => site)).toEqual(['a', 'c']);
  });

  it.each([
    ['a street that bears its name', place({ texts: ['12 Urumqi Road, Shanghai'] })],
    ['the same name in another country', place({ country: 'KZ', texts: ['Aksu'] })],
    ['a place that is not known', place({})],
  ])('is not raised by %s', (_, where) => {
    expect(kindsOf({ countries: [where.country], places: [where] })).not.toContain('presumed-region');
  });

  it('did not exist on a day before the law applied', () => {
    expect(() => detectAlerts({ asOf: '2020-01-01', names: [] })).toThrow(RangeError);
  });
});

describe('a name on a list', () => {
  const named = (name: string, countries?: string[]) =>
    detect({ names: [{ name, of: 'supplier', site: null }], ...(countries ? { countries } : {}) }).filter(
      ({ kind }) => kind === 'listed-entity',
    );

  it('is to be confirmed, letter by letter, folded or by an alias, with what was compared and whether the country is the same', () => {
    expect(named('Aksu Huafu Color Spinning Co., Ltd.', ['CN'])).toMatchObject([
      { isToBeConfirmed: true, isSameCountry: true, rank: 2, comparisons: [{ by: 'name', of: 'supplier' }] },
    ]);
    expect(named('AKSU HUAFU COLOR SPINNING', ['VN'])).toMatchObject([
      { isToBeConfirmed: true, isSameCountry: false, rank: 5, comparisons: [{ by: 'folded-name' }] },
    ]);
    expect(named('Akesu Huafu')).toMatchObject([{ isSameCountry: null, comparisons: [{ by: 'alias', matched: 'Akesu Huafu' }] }]);
    expect(named('Aksu Huafu Colour Dyeing')).toEqual([]);
  });

  it('is one alert however many names of the party meet the entry', () => {
    const alerts = detect({
      names: [
        { name: 'Akesu Huafu', of: 'supplier', site: null },
        { name: 'Aksu Huafu Textiles Co., Ltd.', of: 'site', site: 's' },
      ],
    });
    expect(alerts).toHaveLength(1);
    expect(alerts[0]?.comparisons.map(({ of, site }) => [of, site])).toEqual([
      ['supplier', null],
      ['site', 's'],
    ]);
  });
});

describe('goods, orders, sectors and governments', () => {
  it('a good listed for the country of the party, and not for another', () => {
    expect(kindsOf({ countries: ['IN'], products: ['Garments'] })).toContain('listed-good');
    expect(kindsOf({ countries: ['NO'], products: ['Garments'] })).toEqual([]);
  });

  it('a customs code that is wider than a listed good is to be confirmed', () => {
    const [first] = detect({ countries: ['IN'], products: ['52'] });
    expect(first).toMatchObject({ kind: 'listed-good', isToBeConfirmed: true, comparisons: [{ by: 'chapter', given: '52' }] });
  });

  it('an order on goods of a whole country: certain by the good, to be confirmed by the sector alone', () => {
    const order = (rest: Partial<AlertQuery>) => detect({ countries: ['TM'], ...rest }).find(({ kind }) => kind === 'import-order');
    expect(order({ products: ['Cotton yarn'] })).toMatchObject({ isToBeConfirmed: false, rank: 4 });
    expect(order({ sector: '1410' })).toMatchObject({ isToBeConfirmed: true, rank: 6 });
    expect(order({ sector: '2610' })).toBeUndefined();
  });

  it('no alert for an order against others, nor for one that was replaced', () => {
    const alerts = detect({ countries: ['MY'], products: ['Rubber gloves'] }).filter(({ kind }) => kind === 'import-order');
    expect(alerts).toEqual([]);
  });

  it('a government that the newest report names, beside the score', () => {
    expect(detect({ countries: ['CN'] })).toMatchObject([{ kind: 'state-imposed', source: { table: 'state-sponsored' }, since: '2025' }]);
    expect(kindsOf({ countries: ['NO'] })).toEqual([]);
  });

  it('raises nothing where nothing is known', () => {
    expect(detect({})).toEqual([]);
  });
});

describe('one order and one alert a row', () => {
  const full: AlertQuery = query({
    names: [
      { name: 'Akesu Huafu', of: 'supplier', site: null },
      { name: 'Aksu Huafu Textiles Co., Ltd.', of: 'parent-company', site: null },
    ],
    countries: ['CN', 'IN'],
    sector: '1311',
    products: ['Cotton', 'Thread/Yarn (Cotton)'],
    places: [place({ texts: ['Aksu'] })],
  });

  it('sorts by seriousness, and does not depend on the order of what is given', () => {
    const alerts = detectAlerts(full);
    expect(alerts.map(({ rank }) => rank)).toEqual(alerts.map(({ rank }) => rank).sort((a, b) => a - b));
    const turned = { ...full, countries: ['IN', 'CN'], products: [...(full.products ?? [])].reverse() };
    expect(detectAlerts(turned).map(({ source }) => source.row)).toEqual(alerts.map(({ source }) => source.row));
    const keys = alerts.map(({ kind, source }) => `${kind} ${source.table} ${source.row}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(alerts.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['presumed-region', 'listed-entity', 'priority-sector', 'listed-good']),
    );
  });

  it('the key of the lists changes with the day on which an entry comes into force, and with nothing else', () => {
    expect(alertListsKey('2026-11-25')).toBe(alertListsKey('2026-11-26'));
    expect(alertListsKey('2026-11-25')).toContain('listed-entities');
  });
});

describe('the score and the alert', () => {
  const numbers = numbersAt(asOf);
  const codes = ['6109.10', 'HS 5205', 'hs code: 8541', '0702', '2709'];
  // Every third good by its name and by a heading: all of them take ten times as long as the rest of this file.
  const goods = classifiedGoods(asOf)
    .filter((_, at) => at % 3 === 0)
    .flatMap(({ good, hsPrefixes }) => [good, ...hsPrefixes.slice(0, 1)]);

  it('never contradict each other on a listed good or a sector under the presumption', () => {
    for (const country of ['CN', 'IN', 'NO', 'MY']) {
      for (const product of [...codes, ...goods]) {
        const result = assess({
          asOf,
          facts: { countries: { value: [country] }, sector: { value: '1410' }, products: { value: [product] } },
          findings: [],
        });
        const reading = result.status === 'scored' ? result.components.find(({ id }) => id === 'product') : null;
        const rows = detect({ countries: [country], sector: '1410', products: [product] }).filter(
          ({ kind, labour }) => kind === 'priority-sector' || (kind === 'listed-good' && labour.includes('forced')),
        );
        // Listed here, by an input, or in a sector under a customs presumption: at least its points.
        const isListedHere = (reading?.points ?? 0) >= numbers['R3.priority-sector'];
        expect(rows.length > 0, `${product} of ${country}: ${reading?.points} points`).toBe(isListedHere);
      }
    }
  });
});
