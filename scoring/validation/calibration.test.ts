import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../engine/assess.ts';
import { seededUniform } from '../engine/draws.ts';
import { calibrateBlend, calibrateErrors } from './calibrate-countries.ts';
import { calibrateFacts, calibrateSuppliers } from './calibrate-suppliers.ts';
import { rankedCountries } from './countries.ts';
import { rankStability } from './stability.ts';
import { hideAnswers, hideFacts, poolsOf, synthesizeAnswers, synthesizeFacts } from './synthetic.ts';

const asOf = '2026-06-20';
const ranked = rankedCountries(asOf);
const countries = ranked.map((each) => each.iso2);
const pools = poolsOf(countries, asOf);

describe('synthetic suppliers', () => {
  it('have every fact, within its range, and a score', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const facts = synthesizeFacts(pools, seededUniform(seed));
        expect(Object.keys(facts)).toHaveLength(13);
        const shares = [facts.migrantShare, facts.internalMigrantShare, facts.agencyShare].map((each) => each?.value ?? -1);
        for (const share of shares) expect(share >= 0 && share <= 1).toBe(true);
        expect((shares[0] ?? 0) + (shares[1] ?? 0)).toBeLessThanOrEqual(1);
        expect(facts.peakRatio?.value).toBeGreaterThanOrEqual(1);
        expect(assess({ asOf, facts }).status).toBe('scored');
      }),
    );
  });

  it('keep country and sector when the rest is hidden, and all when nothing is', () => {
    const facts = synthesizeFacts(pools, seededUniform(1));
    expect(Object.keys(hideFacts(facts, 1, seededUniform(2)))).toEqual(['countries', 'sector']);
    expect(hideFacts(facts, 0, seededUniform(2))).toEqual(facts);
    const answers = synthesizeAnswers('ilo-ten-principles@1.0.0', asOf, seededUniform(3));
    expect(hideAnswers(answers, 0, seededUniform(4))).toEqual(answers);
    expect(hideAnswers(answers, 1, seededUniform(4)).every((each) => each.value === 'dont-know')).toBe(true);
  });
});

describe('calibration of the intervals', () => {
  const draws = { pools, asOf, count: 200, seed: 5 };

  it('finds the truth in every interval when nothing is hidden, without error or bias', () => {
    const found = calibrateSuppliers('facts', { ...draws, probability: 0 });
    expect(found).toMatchObject({ suppliers: 200, notScored: 0, coverage: 1, bias: 0, error: 0, enough: 0 });
  });

  it('is wider the more is hidden, and repeats for the same seed', () => {
    const [some, most] = [0.2, 0.9].map((probability) => calibrateSuppliers('facts', { ...draws, probability }));
    expect(most?.width).toBeGreaterThan(some?.width ?? 100);
    expect(calibrateSuppliers('facts', { ...draws, probability: 0.2 })).toEqual(some);
  });

  it('holds the truth whichever fact is hidden alone', () => {
    for (const { fact, coverage } of calibrateFacts(draws)) expect([fact, coverage]).toEqual([fact, 1]);
  });

  it('holds nine in ten truths when governance errs as the interval supposes, and more when each estimate errs on its own', () => {
    const [together, apart] = (['together', 'apart'] as const).map((errors) =>
      calibrateErrors(errors, { countries, asOf, count: 40, seed: 2 }),
    );
    expect(together?.nominal).toBeCloseTo(0.9, 12);
    expect(Math.abs((together?.coverage ?? 0) - 0.9)).toBeLessThan(0.02);
    expect(apart?.coverage).toBeGreaterThan(together?.coverage ?? 1);
  });

  it('holds the whole blend when indicators are hidden', () => {
    expect(calibrateBlend({ countries, asOf, count: 300, seed: 3 })).toMatchObject({ coverage: 1, truths: 300 });
  });
});

describe('stability of the ranks', () => {
  const context = { asOf, draws: 60, seed: 9 };
  const half = rankStability('half', { ...context, countries: ranked });

  it('is closer to our order the less the weights move', () => {
    const any = rankStability('any', { ...context, countries: ranked });
    expect(half.correlation.middle).toBeGreaterThan(any.correlation.middle);
    expect(half.settledPairs).toBeGreaterThan(any.settledPairs);
    expect(half.topKept.low).toBeGreaterThan(0.5);
    expect(half.rankWidth.most).toBeLessThan(any.rankWidth.most);
  });

  it('is the same in whatever order the countries come', () => {
    expect(rankStability('half', { ...context, countries: [...ranked].reverse() })).toEqual(half);
  });
});
