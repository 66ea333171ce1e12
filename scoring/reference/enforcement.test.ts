import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  enforcementFor,
  type EnforcementQuery,
  entityCandidates,
  foldEntityName,
  importOrders,
  listedEntities,
  orderStates,
  recordsOf,
  referenceAt,
} from './at.ts';
import { orderOn } from './enforcement-rows.ts';

const asOf = '2026-11-25';
const lines = (query: Partial<EnforcementQuery>) =>
  enforcementFor({ asOf, ...query }).map(({ list, subject, reason, state }) => `${list} ${subject} ${reason} ${state}`);

describe('names', () => {
  it('letter by letter, folded, and by another name of the list, each with its reason', () => {
    const found = (name: string) => entityCandidates({ asOf, name }).map(({ list, reason, matched }) => [list, reason, matched]);
    expect(found('Hetian Taida Apparel Co., Ltd.')).toEqual([
      ['listed-entities', 'name', 'Hetian Taida Apparel Co., Ltd.'],
      ['import-orders', 'name', 'Hetian Taida Apparel Co., Ltd.'],
    ]);
    expect(found('HETIAN TAIDA APPAREL CO LTD')[0]).toEqual(['listed-entities', 'folded-name', 'Hetian Taida Apparel Co., Ltd.']);
    expect(found('Hetian TEDA Garment')).toEqual([['listed-entities', 'alias', 'Hetian TEDA Garment']]);
    expect(found('hetian teda garment company limited')[0]?.[1]).toBe('folded-alias');
    expect(found('Bonechar Carvao Ativado do Brasil LTDA')).toEqual([]);
  });

  it('never by likeness or by a part', () => {
    for (const name of ['Hetian Taida', 'Hetian Taida Apparels Co., Ltd.', 'Taida Apparel', 'Esquel', '', ' ', 'Co., Ltd.', '—'])
      expect(entityCandidates({ asOf, name }), name).toEqual([]);
  });

  it('says whether the country agrees, and does not hide a match where it does not', () => {
    const country = (countries?: string[]) =>
      entityCandidates({ asOf, name: 'Western Gold Inc', countries }).map((match) => match.isSameCountry);
    expect(country(['US'])).toEqual([false]);
    expect(country(['US', 'CN'])).toEqual([true]);
    expect(country()).toEqual([null]);
    expect(country([])).toEqual([null]);
  });

  it('takes the caller’s way of making names alike', () => {
    expect(entityCandidates({ asOf, name: 'x', fold: () => 'the same' }).length).toBe(
      listedEntities(asOf).length +
        importOrders(asOf).filter(({ names, state }) => names.length > 0 && ['in-force', 'unknown'].includes(state)).length,
    );
  });

  it('folds case, accents, punctuation and legal forms at the end, and nothing else', () => {
    expect(foldEntityName('Bonechar Carvão Ativado do Brasil Ltda.')).toBe('bonechar carvao ativado do brasil');
    expect(foldEntityName('Hongchang Fruits & Vegetable Products Co., Ltd.')).toBe('hongchang fruits and vegetable products');
    expect(foldEntityName('Co., Ltd.')).toBe('co ltd');
    expect(foldEntityName('深圳市')).toBe('深圳市');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(foldEntityName(foldEntityName(name))).toBe(foldEntityName(name));
        expect(foldEntityName(` ${name.toUpperCase()} `)).toBe(foldEntityName(name.toUpperCase()));
      }),
    );
  });
});

describe('dates', () => {
  it('an order that was lifted is reported with both days, and is no candidate', () => {
    const natchi = (day: string) =>
      enforcementFor({ asOf: day, name: 'Natchi Apparel (P) Ltd.' }).map(({ state, since, until, isCandidate }) => ({
        state,
        since,
        until,
        isCandidate,
      }));
    expect(natchi('2026-02-01')).toEqual([{ state: 'imports-allowed', since: '2022-07-29', until: '2022-09-07', isCandidate: false }]);
  });

  it('an order lifted after the day was in force on it', () => {
    const [order] = importOrders(asOf);
    if (!order) throw new Error('no order');
    const lifted = { ...order, issued: '2026-01-05', state: 'ended' as const, stateSince: '2026-05-01' };
    expect(orderOn(lifted, '2026-01-04')).toBeNull();
    expect(orderOn(lifted, '2026-04-30')).toMatchObject({ state: 'in-force', stateSince: null });
    expect(orderOn(lifted, '2026-05-01')).toMatchObject({ state: 'ended', stateSince: '2026-05-01' });
  });

  it('an order is not known before its day', () => {
    const monte = (day: string) => entityCandidates({ asOf: day, name: 'Finca Monte Grande' }).length;
    expect(monte('2026-01-28')).toBe(0);
    expect(monte('2026-01-29')).toBe(1);
  });

  it('before the first lists nothing is answered', () => {
    expect(() => enforcementFor({ asOf: '2025-12-31', name: 'x' })).toThrow(RangeError);
  });
});

describe('goods (A31)', () => {
  it.each(['MY', 'ID'])('palm fruit of %s is listed for child and forced labour, its oils for what they are made with', (country) => {
    const listed = enforcementFor({ asOf, countries: [country], products: ['Palm fruit', 'Crude palm oil', 'Refined palm oil'] }).filter(
      ({ list }) => list === 'listed-goods',
    );
    expect(listed.map(({ subject, reason, labour, madeWith }) => [subject, reason, labour, madeWith])).toEqual([
      ['Crude Palm Oil', 'inputs', ['child', 'forced'], `Palm Fruit (${country})`],
      ['Palm Fruit', 'good', ['child', 'forced'], null],
      ['Refined Palm Oil', 'inputs', ['child', 'forced'], `Palm Fruit (${country})`],
    ]);
  });

  it('a good that an edition took off is closed with its day', () => {
    const [salt, ...more] = enforcementFor({ asOf, countries: ['KH'], products: ['Salt'] });
    expect(more).toEqual([]);
    expect(salt).toMatchObject({ state: 'ended', since: null, until: '2024-09-05', labour: ['child'] });
    const shrimp = enforcementFor({ asOf, countries: ['TH'], products: ['shrimp'] }).filter(({ list }) => list === 'listed-goods');
    expect(shrimp.map(({ state, labour }) => [state, labour])).toEqual([
      ['in-force', ['forced']],
      ['ended', ['child']],
    ]);
  });

  it('goods listed for other countries, and codes wider than a heading, are no facts about this party', () => {
    expect(lines({ countries: ['NO'], products: ['Garments', '61'] })).toEqual([]);
    expect(lines({ countries: ['CI'], products: ['18'] })).toEqual([]);
    expect(lines({ products: ['Garments'], sector: '14' })).toEqual([]);
  });
});

describe('orders and sectors of a country', () => {
  it('an order on goods of the whole country applies to those who make them', () => {
    const cotton = enforcementFor({ asOf, countries: ['TM'], products: ['Cotton'] }).find(({ list }) => list === 'import-orders');
    expect(cotton).toMatchObject({
      subject: 'All Turkmenistan cotton',
      reason: 'country-and-product',
      isAboutOthers: false,
      isCandidate: false,
    });
  });

  it('an order against other parties is reported as such', () => {
    const gloves = enforcementFor({ asOf, name: 'Careplus', countries: ['MY'], products: ['Rubber gloves'] }).filter(
      ({ list }) => list === 'import-orders',
    );
    expect(gloves.length).toBeGreaterThan(3);
    expect(gloves.every(({ isAboutOthers, isCandidate }) => isAboutOthers && !isCandidate)).toBe(true);
  });

  it('the same entry is reported once, by its closest reason', () => {
    const own = enforcementFor({ asOf, name: 'Kingtom Aluminio SRL', countries: ['DO'], sector: '24' }).filter(({ subject }) =>
      subject.startsWith('Kingtom'),
    );
    expect(own.map(({ reason }) => reason)).toEqual(['folded-name']);
  });

  it('a sector under the presumption is met by division or by customs heading', () => {
    expect(lines({ countries: ['CN'], sector: '1410' }).filter((line) => line.startsWith('priority'))).toEqual([
      'priority-sectors Apparel country-and-sector in-force',
      'priority-sectors Cotton and cotton products country-and-sector in-force',
    ]);
    expect(lines({ countries: ['CN'], products: ['2815'] })).toContain('priority-sectors Caustic soda country-and-product in-force');
  });
});

describe('whatever is asked', () => {
  const names = recordsOf(referenceAt('listed-entities', asOf)).map(({ cells }) => String(cells.entity));
  const query = fc.record(
    {
      name: fc.oneof(fc.constantFrom(...names), fc.string()),
      countries: fc.array(fc.constantFrom('CN', 'MY', 'TH', 'TM', 'NO', 'XX'), { maxLength: 4 }),
      sector: fc.constantFrom('14', '1410', '01', '00', 'x'),
      products: fc.array(fc.constantFrom('Garments', 'Palm fruit', 'Cotton', '2815', 'nonsense', ''), { maxLength: 4 }),
    },
    { requiredKeys: [] },
  );

  it('every answer has a reason, a source and a day or says that it is not known; the order of the question does not matter; only names make candidates', () => {
    fc.assert(
      fc.property(query, (given) => {
        const found = enforcementFor({ asOf, ...given });
        const turned = {
          ...given,
          ...(given.countries ? { countries: [...given.countries].reverse() } : {}),
          ...(given.products ? { products: [...given.products].reverse() } : {}),
        };
        expect(enforcementFor({ asOf, ...turned })).toEqual(found);
        for (const match of found) {
          expect(match.provenance.licence && match.provenance.vintage && match.given !== undefined).toBeTruthy();
          expect(orderStates).toContain(match.state);
          expect(match.since === null || match.since <= asOf).toBe(true);
          expect(match.labour.length).toBeGreaterThan(0);
          if (match.isCandidate) expect(match.reason).toMatch(/name|alias/);
          else if (!/name|alias/.test(match.reason)) expect(given.countries).toContain(match.country);
        }
      }),
    );
  });

  it('a name and a place that are not given find nothing', () => {
    expect(enforcementFor({ asOf })).toEqual([]);
  });
});
