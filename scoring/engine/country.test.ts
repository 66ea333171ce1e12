import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countryRowsAt } from '../reference/at.ts';
import { blend, countryShare } from './country.ts';
import { methodAt } from './method.ts';
import { worstCountry } from './worst-country.ts';

const asOf = '2026-11-25';
const method = methodAt(asOf);
const read = (iso2: string) => {
  const share = countryShare(iso2, asOf);
  if (!share) throw new Error(`no share for ${iso2}`);
  return share;
};

describe('country blend (R1)', () => {
  it('adds the parts by their weights when all are known', () => {
    const bangladesh = read('BD');
    expect(bangladesh.known).toBeCloseTo(1, 12);
    const sum = bangladesh.parts.reduce((total, part) => total + part.weight * (part.share ?? 0), 0);
    expect(bangladesh.point).toBeCloseTo(sum, 12);
    expect(bangladesh.low).toBeCloseTo(bangladesh.point, 12);
    expect(bangladesh.high).toBeCloseTo(bangladesh.point, 12);
  });

  it('re-weights what is missing for the point and widens by it', () => {
    const states = read('US');
    const missing = states.parts.filter((part) => part.share === undefined);
    expect(missing.map((part) => part.id)).toEqual(['informality']);
    expect(missing[0]).toMatchObject({ low: 0, high: 1, known: 0 });
    const known = states.parts.filter((part) => part.share !== undefined);
    const weight = known.reduce((total, part) => total + part.weight, 0);
    expect(states.point).toBeCloseTo(known.reduce((total, part) => total + part.weight * (part.share ?? 0), 0) / weight, 12);
    expect(states.high - states.low).toBeGreaterThan(0.1499);
  });

  it('reads governance as the mean of six between the anchors', () => {
    const part = read('NO').parts.find((each) => each.id === 'governance');
    const estimates = (part?.readings ?? []).map((reading) => Number(reading.value));
    expect(estimates).toHaveLength(6);
    const mean = estimates.reduce((sum, each) => sum + each, 0) / 6;
    expect(part?.share).toBeCloseTo((2.5 - mean) / 5, 10);
  });

  it('counts only known cells of the conventions, and bounds by the unknown ones', () => {
    const part = read('US').parts.find((each) => each.id === 'legal');
    const statuses = (part?.readings ?? []).map((reading) => reading.value);
    const gaps = statuses.filter((each) => each === 'not-ratified').length;
    expect(part?.share).toBeCloseTo(gaps / statuses.length, 12);
    expect(part?.low).toBeCloseTo(gaps / 5, 12);
    expect(part?.high).toBeCloseTo((gaps + 5 - statuses.length) / 5, 12);
  });

  it('names the table, vintage and row of every value', () => {
    for (const part of read('VN').parts) {
      for (const reading of part.readings) {
        expect(reading.reference.row).toContain('VN');
        expect(reading.reference.producer).not.toBe('');
        expect(reading.reference.licence).not.toBe('');
      }
    }
    expect(read('VN').vintages).toMatchObject({ governance: '2024', 'trafficking-tiers': '2024-06' });
  });

  it('orders a few countries as expected', () => {
    expect(read('NO').point).toBeLessThan(read('VN').point);
    expect(read('VN').point).toBeLessThan(read('MM').point);
    expect(read('MM').point).toBeGreaterThan(0.6);
    expect(read('NO').point).toBeLessThan(0.25);
  });

  it('does not know codes that are no country', () => {
    expect(countryShare('ZZ', asOf)).toBeNull();
    expect(countryShare('', asOf)).toBeNull();
  });

  it('keeps low, point and high in order, and draws within 0 and 1, for every country', () => {
    for (const { iso2 } of countryRowsAt(asOf)) {
      const share = countryShare(iso2, asOf);
      if (!share) continue;
      expect(share.low).toBeGreaterThanOrEqual(0);
      expect(share.low).toBeLessThanOrEqual(share.point);
      expect(share.point).toBeLessThanOrEqual(share.high);
      expect(share.high).toBeLessThanOrEqual(1);
      expect(share.known).toBeLessThanOrEqual(1 + 1e-12);
      expect(share.draws).toHaveLength(1000);
      for (const draw of share.draws) if (!(draw >= 0 && draw <= 1)) throw new Error(`${iso2}: draw ${draw}`);
    }
  });
});

describe('blend', () => {
  const part = fc.record(
    { weight: fc.double({ min: 0.01, max: 1, noNaN: true }), share: fc.double({ min: 0, max: 1, noNaN: true }) },
    { requiredKeys: ['weight'] },
  );

  it('is nothing when nothing is known', () => {
    expect(blend([{ weight: 1, low: 0, high: 1, known: 0, reliability: 1 }], method)).toBeNull();
  });

  it('never falls when a known part rises, and its bounds hold the point', () => {
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 6 }),
        fc.nat(5),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (raw, pick, more) => {
          const total = raw.reduce((sum, each) => sum + each.weight, 0);
          const parts = raw.map(({ weight, share }) => ({
            weight: weight / total,
            ...(share === undefined ? {} : { share }),
            low: share ?? 0,
            high: share ?? 1,
            known: share === undefined ? 0 : 1,
            reliability: 1,
          }));
          const before = blend(parts, method);
          if (!before) return;
          expect(before.low).toBeLessThanOrEqual(before.point);
          expect(before.high).toBeGreaterThanOrEqual(before.point);
          const after = blend(
            parts.map((each, index) =>
              index === pick && each.share !== undefined ? { ...each, share: Math.min(1, each.share + more) } : each,
            ),
            method,
          );
          expect((after?.point ?? 0) - before.point).toBeGreaterThanOrEqual(-1e-12);
        },
      ),
    );
  });
});

describe('several countries', () => {
  it('the worst counts', () => {
    const both = worstCountry(['NO', 'MM'], method);
    expect(both.worst?.iso2).toBe('MM');
    expect(both.point).toBe(read('MM').point);
    expect(both.upper).toBeGreaterThanOrEqual(worstCountry(['NO'], method).upper);
  });

  it('under each draw the worst counts, whichever country that is', () => {
    const [one, other] = [read('EG'), read('BO')];
    const worst = one.draws.map((draw, at) => Math.max(draw, other.draws[at] ?? 0));
    const sorted = [...worst].sort((a, b) => a - b);
    const both = worstCountry(['EG', 'BO'], method);
    expect(Math.abs(both.lower - (sorted[50] ?? 0))).toBeLessThan(0.002);
    expect(Math.abs(both.upper - (sorted[949] ?? 0))).toBeLessThan(0.002);
    expect(both.lower).toBeGreaterThan(Math.max(worstCountry(['EG'], method).lower, worstCountry(['BO'], method).lower));
  });

  it('order and repetition do not matter', () => {
    expect(worstCountry(['MM', 'NO', 'MM'], method)).toEqual(worstCountry(['NO', 'MM'], method));
  });

  it('an unknown code among them leaves the upper bound open', () => {
    const one = worstCountry(['NO', 'ZZ'], method);
    expect(one.unknown).toEqual(['ZZ']);
    expect(one.high).toBe(1);
    expect(one.known).toBeLessThan(worstCountry(['NO'], method).known);
  });

  it('none at all is the prior and no worst', () => {
    for (const codes of [[], ['ZZ']]) {
      const none = worstCountry(codes, method);
      expect(none.worst).toBeUndefined();
      expect(none).toMatchObject({ point: 0.5, low: 0, high: 1, known: 0 });
    }
  });

  it('quantiles of the draws lie around the point where governance carries errors', () => {
    const vietnam = worstCountry(['VN'], method);
    expect(vietnam.lower).toBeLessThan(vietnam.point);
    expect(vietnam.upper).toBeGreaterThan(vietnam.point);
    expect(vietnam.upper - vietnam.lower).toBeLessThan(0.1);
  });
});
