import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineIds } from '#scoring';
import { queryOf, readAddress, withAdded } from './address';
import { type Change, isOldWeight, parseChange, readChange, readFactValue, writeChange } from './changes';

const tenths = (min: number, max: number) => fc.integer({ min: min * 10, max: max * 10 }).map((value) => value / 10);
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    kind: fc.constant('country' as const),
    iso2: fc.constantFrom('BD', 'VN'),
    points: tenths(-30, 30).filter((value) => value !== 0),
  }),
  fc.record({
    kind: fc.constant('factor' as const),
    line: fc.constantFrom(...lineIds),
    factor: tenths(0, 3).filter((value) => value !== 1),
  }),
  fc.record({
    kind: fc.constant('fact' as const),
    supplier: fc.constantFrom('X4KP23A61CM'),
    field: fc.constant('migrantShare' as const),
    value: tenths(0, 100).map(String),
  }),
  fc.record({ kind: fc.constant('close' as const), finding: fc.uuid() }),
  fc.record({ kind: fc.constant('drop' as const), supplier: fc.constantFrom('X4KP23A61CM') }),
);

describe('the changes in an address', () => {
  it('are read back as written, whatever the changes', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 10 }), (changes) => {
        const distinct = changes.filter((each, index) => changes.findIndex((other) => writeChange(other) === writeChange(each)) === index);
        for (const each of distinct) expect(parseChange(writeChange(each))).toEqual({ ok: true, change: each });
        expect(readAddress(new URLSearchParams(queryOf({ changes: distinct, page: 3 })))).toEqual({
          changes: distinct,
          unread: [],
          page: 3,
        });
      }),
    );
  });

  it('keep what cannot be read, and never throw', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 5 }), (texts) => {
        const { changes, unread } = readAddress(new URLSearchParams(texts.map((text) => ['change', text])));
        expect(changes.length + unread.length).toBe(new Set(texts).size);
      }),
    );
    for (const text of [
      'country.BD.99',
      'country.BD.NaN',
      'country.BD.0',
      'factor.nothing.2',
      'factor.migrant.-1',
      'factor.migrant.1',
      'factor.migrant.3.1',
      'weight.migrant.12',
      'fact.X.migrantShare.140',
      'fact.X.housing.castle',
      'fact.X.workers.3',
      'close.x',
      'drop.',
      'country.Bangladesh.3',
      'country.BD.1e9',
    ])
      expect(readAddress(new URLSearchParams({ change: text })).unread, text).toEqual([text]);
  });

  it('replace a change of the same field', () => {
    const before: Change[] = [
      { kind: 'country', iso2: 'BD', points: 3 },
      { kind: 'factor', line: 'migrant', factor: 0.5 },
    ];
    expect(withAdded(before, { kind: 'country', iso2: 'BD', points: -1 })).toEqual([
      before[1],
      { kind: 'country', iso2: 'BD', points: -1 },
    ]);
    expect(withAdded(before, { kind: 'country', iso2: 'VN', points: 1 })).toHaveLength(3);
  });
});

it('name weights of the earlier method', () => {
  expect(['weight.migrant.12', 'factor.migrant.2'].map(isOldWeight)).toEqual([true, false]);
});

describe('the input of a form', () => {
  it('is rejected at the invalid field', () => {
    expect(readChange('country', { iso2: '', points: '3' })).toEqual({ ok: false, problem: 'country' });
    expect(readChange('country', { iso2: 'BD', points: 'three' })).toEqual({ ok: false, problem: 'points' });
    expect(readChange('factor', { line: 'migrant', factor: '' })).toEqual({ ok: false, problem: 'factor' });
    expect(readChange('factor', { line: 'nothing', factor: '0' })).toEqual({ ok: false, problem: 'line' });
    expect(readChange('fact', { supplier: 'Acme', field: 'sector', value: 'x' })).toEqual({ ok: false, problem: 'value' });
    expect(readChange('something', { supplier: 'Acme' })).toEqual({ ok: false, problem: 'field' });
  });

  it('accepts shares in percent, a comma for the decimal point, lists with commas', () => {
    expect(readFactValue('migrantShare', '12,5')).toBe(0.125);
    expect(readFactValue('peakRatio', '1.5')).toBe(1.5);
    expect(readFactValue('peakRatio', '0.5')).toBeUndefined();
    expect(readFactValue('countries', 'vn, BD')).toEqual(['VN', 'BD']);
    expect(readFactValue('products', '')).toEqual([]);
    expect(readFactValue('countries', '')).toBeUndefined();
  });
});
