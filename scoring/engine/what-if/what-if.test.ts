import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { componentIds } from '../../parameters/schema.ts';
import { parameterAt } from '../../parameters/at.ts';
import type { AssessInput, FindingGiven, PartyFacts } from '../../types.ts';
import { evidenceGrades, findingGrades, housingChoices, workerVoiceChoices } from '../../vocabulary.ts';
import { scoreMany } from '../assess.ts';
import { methodAt } from '../method.ts';
import { scoreOf } from '../score.ts';
import { workThrough } from '../work.ts';
import { methodUnder, problemsOf } from './method-under.ts';
import { scoreUnder } from './score-under.ts';
import { whatIf } from './what-if.ts';

const asOf = '2026-11-25';
const share = fc.double({ min: 0, max: 1, noNaN: true });
const given = <T>(value: fc.Arbitrary<T>) => fc.record({ value });
const facts: fc.Arbitrary<PartyFacts> = fc.record(
  {
    countries: given(fc.uniqueArray(fc.constantFrom('VN', 'BD', 'CN', 'DE', 'QA', 'ZZ'), { maxLength: 3 })),
    sector: given(fc.constantFrom('14', '1410', '01', '2392', '70', 'nothing')),
    products: given(fc.uniqueArray(fc.constantFrom('Garments', 'Bricks', '6109', 'something else'), { maxLength: 2 })),
    migrantShare: given(share),
    agencyShare: given(share),
    migrantOrigins: given(fc.uniqueArray(fc.constantFrom('PK', 'NP', 'VN'), { maxLength: 2 })),
    housing: given(fc.constantFrom(...housingChoices)),
    workerVoice: given(fc.constantFrom(...workerVoiceChoices)),
  },
  { requiredKeys: [] },
);
const findings: fc.Arbitrary<FindingGiven[]> = fc
  .array(fc.record({ grade: fc.constantFrom(...findingGrades), evidence: fc.constantFrom(...evidenceGrades) }), { maxLength: 2 })
  .map((list) => list.map((each, index) => ({ ...each, id: `f${index}`, status: 'open' as const })));
const input: fc.Arbitrary<AssessInput> = fc.record({ asOf: fc.constant(asOf), facts, findings });
const parties = fc.array(input, { maxLength: 8 }).map((list) => list.map((each, index) => ({ id: `p${index}`, input: each })));
const change = fc.record({
  countryPoints: fc.dictionary(fc.constantFrom('VN', 'BD', 'DE'), fc.integer({ min: -30, max: 30 }), { maxKeys: 2 }),
  weights: fc.dictionary(fc.constantFrom('country', 'migrant', 'voice', 'sector'), fc.integer({ min: 0, max: 25 }), { maxKeys: 3 }),
});
const standing = (each: AssessInput, method = methodAt(asOf)) => {
  const result = scoreOf(workThrough(each, method));
  if (result.status === 'not-scored') return null;
  const { score, low, high, band } = result;
  return { score, low, high, band };
};
const garments: AssessInput = {
  asOf,
  facts: { countries: { value: ['VN'] }, sector: { value: '1410' }, migrantShare: { value: 0.5 } },
  findings: [{ id: 'f', grade: 'critical', status: 'open', evidence: 'audit-unannounced' }],
};

describe('what if', () => {
  it('is the score again by the whole method with the numbers as supposed, through columns or not, and leaves the released ones alone', () => {
    const released = JSON.stringify(methodAt(asOf).of);
    fc.assert(
      fc.property(parties, change, (list, method) => {
        const under = methodUnder(asOf, method);
        const rows = whatIf({ asOf, parties: list, method });
        expect(rows.map(({ id }) => id)).toEqual(list.map(({ id }) => id));
        for (const [index, row] of rows.entries()) {
          const each = list[index]?.input ?? { asOf, facts: {} };
          const [plain] = scoreMany([each]);
          expect(row.before?.score ?? null).toBe(plain?.status === 'scored' ? plain.score : null);
          expect(row.before).toEqual(standing(each));
          expect(row.after).toEqual(standing(each, under));
        }
        expect(JSON.stringify(methodAt(asOf).of)).toBe(released);
      }),
    );
  });

  it('keeps weights adding to 100, those that were set as they are', () => {
    fc.assert(
      fc.property(change, ({ weights }) => {
        const under = methodUnder(asOf, { weights }).of['R4.weights'];
        expect(Math.abs(componentIds.reduce((sum, id) => sum + under[id], 0) - 100)).toBeLessThan(1e-9);
        expect(under).toMatchObject(weights);
        for (const id of componentIds) expect(under[id]).toBeGreaterThanOrEqual(0);
      }),
    );
    expect(methodUnder(asOf, {}).of['R4.weights']).toEqual(parameterAt('R4.weights', asOf).value);
  });

  it('lets the other weights keep their proportions, by hand', () => {
    const released = parameterAt('R4.weights', asOf).value;
    const { country, ...others } = methodUnder(asOf, { weights: { country: 40 } }).of['R4.weights'];
    expect(country).toBe(40);
    for (const [id, weight] of Object.entries(others)) expect(weight).toBeCloseTo((released[id as 'sector'] * 60) / 70, 10);
    const rest = componentIds.filter((id) => id !== 'country' && id !== 'sector');
    const whole = Object.fromEntries([
      ['country', 60],
      ['sector', 40],
    ]);
    for (const id of rest) expect(methodUnder(asOf, { weights: whole }).of['R4.weights'][id]).toBe(0);
    const shift = methodUnder(asOf, { countryPoints: { VN: 3, BD: 0, DE: -6 } });
    expect(shift.countryShift).toEqual({ VN: 0.1, DE: -0.2 });
    expect('countryShift' in methodUnder(asOf, { countryPoints: { BD: 0 } })).toBe(false);
    expect(problemsOf({ countryPoints: { VN: 30, BD: -30 }, weights: { country: 0, sector: 100 } }, asOf)).toEqual([]);
  });

  it('raises nobody when a country is taken as better, and lowers nobody when as worse', () => {
    fc.assert(
      fc.property(parties, fc.integer({ min: 1, max: 30 }), (list, points) => {
        for (const { before, after } of whatIf({ asOf, parties: list, method: { countryPoints: { VN: points } } }))
          if (before && after) expect(after.score).toBeGreaterThanOrEqual(before.score);
        for (const { before, after } of whatIf({ asOf, parties: list, method: { countryPoints: { VN: -points } } }))
          if (before && after) expect(after.score).toBeLessThanOrEqual(before.score);
      }),
    );
  });

  it('moves a country by exactly the points that were said while it stays within its bounds', () => {
    const known: AssessInput = { asOf, facts: { countries: { value: ['VN'] }, sector: { value: '1410' } } };
    const [row] = whatIf({ asOf, parties: [{ id: 'p', input: known }], method: { countryPoints: { VN: 3 } } });
    expect(Math.round(((row?.after?.score ?? 0) - (row?.before?.score ?? 0)) * 10)).toBe(30);
  });

  it('changes facts, closes findings and drops parties, each for that party alone', () => {
    const list = ['a', 'b', 'c', 'd'].map((id) => ({ id, input: garments }));
    const rows = whatIf({
      asOf,
      parties: list,
      changes: { a: { facts: { migrantShare: { value: 0 } } }, b: { closedFindings: ['f'] }, c: { isDropped: true } },
    });
    const [a, b, c, d] = rows;
    expect(a?.after).toEqual(standing({ ...garments, facts: { ...garments.facts, migrantShare: { value: 0 } } }));
    expect(a?.after?.score).toBeLessThan(a?.before?.score ?? 0);
    expect(b?.after).toEqual(
      standing({
        ...garments,
        findings: [{ id: 'f', grade: 'critical', status: 'verified', evidence: 'audit-unannounced', verifiedOn: asOf }],
      }),
    );
    expect(b?.after?.score).toBeLessThan(b?.before?.score ?? 0);
    expect(c).toMatchObject({ isDropped: true, after: null });
    expect(d?.after).toEqual(d?.before);
  });

  it('scores as of its day whatever day an input names', () => {
    const [row] = whatIf({ asOf, parties: [{ id: 'p', input: { ...garments, asOf: '2026-02-01' } }] });
    expect(row?.before).toEqual(standing(garments));
  });

  it('names what cannot be, and does not apply it', () => {
    expect(problemsOf({ weights: { country: 101 } }, asOf).map(({ code }) => code)).toEqual(['weight-range', 'weights-sum']);
    expect(problemsOf({ weights: { country: 60, sector: 50 } }, asOf).map(({ code }) => code)).toEqual(['weights-sum']);
    expect(problemsOf({ weights: { country: Number.NaN } }, asOf).map(({ code }) => code)).toEqual(['weight-range', 'weights-sum']);
    expect(problemsOf({ countryPoints: { VN: 31 } }, asOf).map(({ code }) => code)).toEqual(['country-points-range']);
    expect(() => methodUnder(asOf, { countryPoints: { VN: Number.NaN } })).toThrow(RangeError);
    expect(() => methodUnder(asOf, { weights: Object.fromEntries(componentIds.map((id) => [id, 1])) })).toThrow(RangeError);
    expect(() => methodUnder('2001-01-01', {})).toThrow(RangeError);
  });
});

describe('parties under another method', () => {
  it('are of its own day: another is refused by name', () => {
    expect(() => scoreUnder([{ ...garments, asOf: '2026-11-24' }], methodAt(asOf))).toThrow(/2026-11-24.*2026-11-25/);
    expect(() => scoreUnder([{ ...garments, asOf: '2026-11-24', findings: [] }], methodAt(asOf))).toThrow(RangeError);
    expect(scoreUnder([], methodAt(asOf))).toEqual([]);
  });

  it('with a floor, a lifting or an open questionnaire stand where the whole method puts them, beside parties of whom only facts are known', () => {
    const overrides = [{ id: 'o', code: 'O9' as const, evidence: 'audit-announced' as const, since: '2026-01-01', reason: 'seen' }];
    const liftings = [
      { override: 'o', reviewer: 'ann', secondReviewer: 'ben', liftedOn: '2026-11-01', evidence: 'audit-announced' as const },
    ];
    const instrument = 'ilo-ten-principles@1.0.0';
    const answers = [{ question: 'P5.Q2', value: 4, evidence: 'audit-unannounced' as const, answeredOn: asOf }];
    const found = [{ id: 'f', grade: 'critical' as const, status: 'open' as const, evidence: 'audit-announced' as const }];
    const list: AssessInput[] = [
      garments,
      { ...garments, overrides },
      { ...garments, overrides, liftings },
      { ...garments, liftings },
      { ...garments, instrument },
      { ...garments, instrument, answers },
      { ...garments, findings: found },
      { asOf, facts: {} },
    ];
    const standings = scoreUnder(list, methodAt(asOf));
    expect(standings).toEqual(list.map((each) => standing(each)));
    expect(new Set(standings.map((each) => JSON.stringify(each))).size).toBeGreaterThan(4);
  });
});
