import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssessInput, PartyFacts } from '../../types.ts';
import { evidenceGrades, housingChoices, subcontractingChoices, workerVoiceChoices } from '../../vocabulary.ts';
import { scoreMany } from '../assess.ts';
import { controlsOf } from '../controls-of.ts';
import { lowerScore } from './lower-score.ts';
import { narrowInterval } from './narrow-interval.ts';
import { placeRange } from './place-range.ts';

const asOf = '2026-11-25';
const instrument = 'ilo-ten-principles@1.0.0';
const { questions } = controlsOf(instrument);
const share = fc.double({ min: 0, max: 1, noNaN: true });
const given = <T>(value: fc.Arbitrary<T>) => fc.record({ value });
const facts: fc.Arbitrary<PartyFacts> = fc.record(
  {
    countries: given(fc.uniqueArray(fc.constantFrom('VN', 'BD', 'CN', 'DE', 'QA', 'NO'), { minLength: 1, maxLength: 2 })),
    sector: given(fc.constantFrom('14', '1410', '01', '2392', '70')),
    products: given(fc.uniqueArray(fc.constantFrom('Garments', 'Bricks', '6109', 'something else'), { maxLength: 2 })),
    migrantShare: given(share),
    agencyShare: given(share),
    migrantOrigins: given(fc.uniqueArray(fc.constantFrom('PK', 'NP', 'VN', 'FR'), { maxLength: 2 })),
    subcontracting: given(fc.constantFrom(...subcontractingChoices)),
    housing: given(fc.constantFrom(...housingChoices)),
    peakRatio: given(fc.double({ min: 1, max: 3, noNaN: true })),
    workerVoice: given(fc.constantFrom(...workerVoiceChoices)),
  },
  { requiredKeys: ['countries', 'sector'] },
);
const answers = fc.uniqueArray(
  fc.record({
    index: fc.nat(questions.length - 1),
    level: fc.integer({ min: 0, max: 4 }),
    evidence: fc.constantFrom(...evidenceGrades),
    answeredOn: fc.constantFrom('2026-11-01', '2025-01-01'),
  }),
  { selector: ({ index }) => index, maxLength: 30 },
);
const inputs: fc.Arbitrary<AssessInput> = fc
  .record({ facts, answers, isAsked: fc.boolean() })
  .map(({ facts: known, answers: list, isAsked }) => ({
    asOf,
    facts: known,
    ...(isAsked
      ? {
          instrument,
          answers: list.map(({ index, level, evidence, answeredOn }) => {
            const question = questions[index];
            const value =
              question?.scale === 'G4'
                ? level
                : question?.scale === 'PCT'
                  ? level * 25
                  : (['no', 'partial', 'yes', 'yes', 'dont-know'] as const)[level];
            return { question: question?.id ?? '', value: value ?? 'dont-know', evidence, answeredOn };
          }),
        }
      : {}),
  }));

const garments: AssessInput = { asOf, facts: { countries: { value: ['VN'] }, sector: { value: '1410' } } };
const scoreOf = (input: AssessInput) => {
  const [result] = scoreMany([input]);
  if (result?.status !== 'scored') throw new Error('not scored');
  return result;
};

describe('which unknown would narrow the interval most', () => {
  it('never widens it, whatever the fact turns out to be, and every supposed interval lies within the one shown', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const [now] = scoreMany([input]);
        const found = narrowInterval(input);
        if (now?.status !== 'scored') {
          expect(found).toEqual([]);
          return;
        }
        for (const { saved, best, worst } of found) {
          expect(saved.least).toBeGreaterThanOrEqual(0);
          expect(saved.most).toBeGreaterThanOrEqual(saved.least);
          for (const { low, high, score } of [best, worst]) {
            expect(low).toBeGreaterThanOrEqual(now.low);
            expect(high).toBeLessThanOrEqual(now.high);
            expect(score).toBeGreaterThanOrEqual(now.low);
            expect(score).toBeLessThanOrEqual(now.high);
          }
        }
      }),
    );
  });

  it('is the score again with the fact as supposed', () => {
    for (const { field, worst, best } of narrowInterval(garments))
      for (const { value, score, low, high } of [worst, best])
        expect(scoreOf({ ...garments, facts: { ...garments.facts, [field]: { value } } })).toMatchObject({ score, low, high });
  });

  it('puts goods, the heaviest unknown of a garment factory, first, and names every unknown once', () => {
    const found = narrowInterval(garments);
    expect(found.map(({ field }) => field)).toEqual([...new Set(found.map(({ field }) => field))]);
    expect(found[0]).toMatchObject({ field: 'products', saved: { least: 12, most: 12 } });
    expect(found.map(({ field }) => field).sort()).toEqual([...scoreOf(garments).missing].sort());
  });

  it('counts what one fact settles of another: without migrants there is no recruitment debt', () => {
    const withInternal = { ...garments, facts: { ...garments.facts, internalMigrantShare: { value: 0 } } };
    const migrants = narrowInterval(withInternal).find(({ field }) => field === 'migrantShare');
    expect(migrants?.saved).toEqual({ least: 8, most: 16 });
    expect(migrants?.best.value).toBe(0);
  });

  it('says nothing of a party without a score', () => {
    expect(narrowInterval({ asOf, facts: { countries: { value: ['VN'] } } })).toEqual([]);
  });
});

describe('which answers would lower the score most', () => {
  it('lowers it by what it says, never less together than by the best one, most first', () => {
    fc.assert(
      fc.property(inputs, fc.constantFrom(...evidenceGrades), (input, evidence) => {
        const found = lowerScore(input, { evidence, instrument });
        const [now] = scoreMany([input]);
        if (now?.status !== 'scored') {
          expect(found).toBeNull();
          return;
        }
        expect(found?.score).toBe(now.score);
        const drops = (found?.answers ?? []).map(({ lowers }) => lowers);
        expect(drops).toEqual([...drops].sort((a, b) => b - a));
        for (const drop of drops) expect(drop).toBeGreaterThan(0);
        if (drops.length > 0) expect(found?.together?.lowers).toBeGreaterThanOrEqual(drops[0] ?? 0);
        if (evidence === 'none' && !input.instrument) expect(found?.answers).toEqual([]);
      }),
      // Each run computes a score for every answer that could be given.
      { numRuns: Math.ceil((fc.readConfigureGlobal().numRuns ?? 100) / 4) },
    );
  });

  it('tries a party that was asked nothing with the instrument named, and none without', () => {
    expect(lowerScore(garments, { evidence: 'document-checked' })).toBeNull();
    const found = lowerScore(garments, { evidence: 'document-checked', instrument });
    expect(found?.answers).toHaveLength(3);
    expect(found?.answers.every(({ now, evidence }) => now === null && evidence === 'document-checked')).toBe(true);
  });

  it('does not offer an answer that already earns in full', () => {
    const first = lowerScore(garments, { evidence: 'audit-unannounced', instrument })?.answers[0]?.question ?? '';
    const question = questions.find(({ id }) => id === first);
    const value = question?.scale === 'G4' ? 4 : question?.scale === 'PCT' ? 100 : 'yes';
    const input: AssessInput = {
      ...garments,
      instrument,
      answers: [{ question: first, value, evidence: 'audit-unannounced', answeredOn: asOf }],
    };
    expect(lowerScore(input, { evidence: 'audit-unannounced', most: 500 })?.answers.map((each) => each.question)).not.toContain(first);
  });
});

describe('places', () => {
  const interval = fc.tuple(fc.nat(100), fc.nat(100)).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));
  const countsOf = (values: number[]) =>
    [...new Set(values)].map((value) => [value, values.filter((each) => each === value).length] as const);

  it('are those that some choice of scores within the intervals could give', () => {
    fc.assert(
      fc.property(fc.array(interval, { minLength: 1, maxLength: 12 }), (all) => {
        const counts = { lows: countsOf(all.map(({ low }) => low)), highs: countsOf(all.map(({ high }) => high)) };
        for (const [index, one] of all.entries()) {
          const others = all.filter((_, other) => other !== index);
          expect(placeRange(one, counts)).toEqual({
            best: 1 + others.filter(({ low }) => low > one.high).length,
            worst: 1 + others.filter(({ high }) => high >= one.low).length,
          });
        }
      }),
    );
  });
});
