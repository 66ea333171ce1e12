import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factColumns } from '../engine/columns/fact-columns.ts';
import type { AssessInput, PlacedFacts, TraceNode } from '../types.ts';
import { bands, evidenceGrades, housingChoices, subcontractingChoices, vulnerableGroups, workerVoiceChoices } from '../vocabulary.ts';
import { assess, explain, rankList, scoreMany } from './assess.ts';
import { lineAt, scoreColumns } from './columns/score-columns.ts';
import { drawList, drawsOf, endsOf } from './draws.ts';
import { intervalOf, normalBelow, normalQuantile } from './interval.ts';
import { numbersAt } from './parameters.ts';
import type { HasScore } from './result.ts';
import { bases } from './score-party.ts';
import { mostTelling } from './sensitivity/most-telling.ts';

const asOf = '2026-12-01';
const instrument = 'ilo-ten-principles@1.0.0';
const numbers = numbersAt(asOf);
const share = fc.double({ min: 0, max: 1, noNaN: true });
const given = <T>(value: fc.Arbitrary<T>) => fc.record({ value, withdrawn: fc.boolean() });
const facts: fc.Arbitrary<PlacedFacts> = fc.record(
  {
    countries: fc.record({
      value: fc.uniqueArray(fc.constantFrom('VN', 'BD', 'CN', 'DE', 'QA', 'NO', 'ZZ'), { minLength: 1, maxLength: 2 }),
    }),
    subdivisions: given(fc.constantFrom(['CN-XJ'], ['CN-GD'], [])),
    sector: given(fc.constantFrom('14', '1410', '01', '2392', '70', '0116')),
    products: given(fc.uniqueArray(fc.constantFrom('Garments', 'Bricks', '6109', 'something else'), { maxLength: 2 })),
    migrantShare: given(share),
    internalMigrantShare: given(share),
    agencyShare: given(share),
    migrantOrigins: given(fc.uniqueArray(fc.constantFrom('PK', 'NP', 'VN', 'FR'), { maxLength: 2 })),
    subcontracting: given(fc.constantFrom(...subcontractingChoices)),
    housing: given(fc.constantFrom(...housingChoices)),
    peakRatio: given(fc.double({ min: 1, max: 3, noNaN: true })),
    vulnerableGroups: given(fc.uniqueArray(fc.constantFrom(...vulnerableGroups))),
    workerVoice: given(fc.constantFrom(...workerVoiceChoices)),
  },
  { requiredKeys: ['countries'] },
);
const questions = ['P1.Q2', 'P2.Q1', 'P2.Q2', 'P3.Q1', 'P3.Q2', 'P4.Q1', 'P6.Q1', 'P6.Q2', 'P7.Q1'];
const answers = fc.array(
  fc.record({
    question: fc.constantFrom(...questions),
    value: fc.constantFrom('yes' as const, 'no' as const),
    evidence: fc.constantFrom(...evidenceGrades),
    answeredOn: fc.constantFrom('2026-11-01', '2025-01-01'),
  }),
);
const findings = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('f1', 'f2', 'f3'),
    grade: fc.constantFrom('minor' as const, 'major' as const, 'critical' as const),
    status: fc.constantFrom('open' as const, 'verified' as const),
    evidence: fc.constantFrom(...evidenceGrades),
  }),
  { selector: ({ id }) => id },
);
const inputs: fc.Arbitrary<AssessInput> = fc.record({ facts, answers, findings }).map((rest) => ({ asOf, instrument, ...rest }));
const garments: AssessInput = { asOf, facts: { countries: { value: ['VN'] }, sector: { value: '1410' }, workers: { value: 800 } } };
const scored = (input: AssessInput): HasScore => {
  const [result] = scoreMany([input]);
  if (result?.status !== 'scored') throw new Error('not scored');
  return result;
};
const nodes = (node: TraceNode): TraceNode[] => [node, ...(node.inputs ?? []).flatMap(nodes)];

describe('the result of a party', () => {
  it('adds up exactly: components to the inherent line, the four lines to the score, domains and findings to theirs', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const [result] = scoreMany([input]);
        if (result?.status !== 'scored') return;
        const tenths = (values: readonly number[]) => values.reduce((sum, value) => sum + Math.round(value * 10), 0);
        const { inherent, controlCredit, findingsUplift, overrideUplift } = result.lines;
        expect(tenths([inherent, controlCredit, findingsUplift, overrideUplift])).toBe(tenths([result.score]));
        expect(tenths([50, ...result.components.map(({ points }) => points)])).toBe(tenths([inherent]));
        expect(tenths(result.domains.map(({ credit }) => credit))).toBe(tenths([controlCredit]));
        expect(tenths(result.findings.map(({ points }) => points))).toBe(tenths([findingsUplift]));
        expect(tenths([50, ...result.child.components.map(({ points }) => points)])).toBe(tenths([result.child.score]));
        expect(result.low).toBeLessThanOrEqual(result.score);
        expect(result.high).toBeGreaterThanOrEqual(result.score);
        expect(bands).toContain(result.band);
      }),
    );
  });

  it('says how likely, about how many people, what it rests on and which facts would tell, widest first', () => {
    const result = scored(garments);
    expect(result.probability.point).toBeCloseTo(
      (0.00635 * 2 ** ((result.score - 50) / 10)) / (1 + 0.00635 * 2 ** ((result.score - 50) / 10)),
      9,
    );
    expect(result.people?.expected).toBeCloseTo(800 * result.probability.point, 9);
    expect(result.basis).toEqual({ grade: 'D' });
    expect(result.missing[0]).toBe('migrantShare');
    expect(result.missing).not.toContain('subdivisions');
    expect(scored({ ...garments, facts: { countries: { value: ['VN'] } } })).toMatchObject({ basis: { grade: 'E' }, people: null });
  });

  it('is not given without a country, and says so', () => {
    const result = assess({ asOf, facts: { sector: { value: '14' } } });
    expect(result).toMatchObject({ status: 'not-scored', missing: ['countries'], reasons: [{ code: 'country-unknown' }] });
    expect(result.trace).toMatchObject({ value: null, unknown: expect.stringContaining('No country') });
  });

  it('rests on claims at most where access was refused', () => {
    const answered = questions.map((question) => ({
      question,
      value: 'yes' as const,
      evidence: 'audit-unannounced' as const,
      answeredOn: asOf,
    }));
    const audited: AssessInput = { ...garments, instrument, answers: answered };
    expect(scored(audited).basis).toEqual({ grade: 'A' });
    const refused = {
      id: 'o',
      code: 'O8' as const,
      evidence: 'audit-announced' as const,
      since: '2026-11-01',
      reason: 'Turned away at the gate',
    };
    expect(scored({ ...audited, overrides: [refused] })).toMatchObject({ basis: { grade: 'C', loweredBy: 'O8' }, score: 65 });
  });

  it('has a trace of the same numbers, down to rows and dated numbers, each node with an address of its own', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const result = assess(input);
        const all = nodes(result.trace);
        expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
        expect(explain(input)).toEqual(result.trace);
        if (result.status !== 'scored') return;
        expect(result.trace.value).toBe(result.score);
        for (const component of result.components)
          expect(all.find(({ id }) => id === `score/inherent/${component.id}`)?.value).toBe(component.points);
        expect(all.filter(({ reference }) => reference?.table === 'governance')).toHaveLength(1);
        for (const [table, vintage] of Object.entries(result.vintages)) expect([table, vintage.length > 0]).toEqual([table, true]);
      }),
      { numRuns: Math.ceil((fc.readConfigureGlobal().numRuns ?? 100) / 2) },
    );
  });
});

describe('the interval', () => {
  it('has the quantiles of a normal error where nothing rests on claims', () => {
    expect(normalQuantile(0.05)).toBeCloseTo(-1.644854, 5);
    expect(normalBelow(1.959964)).toBeCloseTo(0.975, 6);
    const { low, high, score } = scored(garments);
    expect(high - score).toBeCloseTo(score - low, 0);
  });

  it('has the ends that a great many draws have, with claims that may be false and with a floor', () => {
    fc.assert(
      fc.property(
        fc.record({
          claimed: fc.double({ min: -20, max: 0, noNaN: true }),
          grade: fc.constantFrom(...evidenceGrades),
          floor: fc.constantFrom(null, 65),
        }),
        ({ claimed, grade, floor }) => {
          const claims = { ...Object.fromEntries(evidenceGrades.map((each) => [each, 0])), [grade]: claimed } as Record<
            (typeof evidenceGrades)[number],
            number
          >;
          const party = {
            id: 'p',
            score: 52,
            floor,
            ownError: 4,
            claims,
            country: { code: 'VN', error: 6 },
            sector: { code: '14', error: 5 },
          };
          const many = drawList([party], { ...numbers, 'R8.draws': { ...numbers['R8.draws'], count: 20_000 } });
          const drawn = endsOf(drawsOf(many, 0), numbers['R8.draws']);
          const exact = intervalOf(party, numbers);
          expect(Math.abs(drawn.low - exact.low)).toBeLessThan(0.6);
          expect(Math.abs(drawn.high - exact.high)).toBeLessThan(0.6);
        },
      ),
      { numRuns: 10 },
    );
  });
});

describe('many parties', () => {
  it('as columns have the numbers of one by one, to the last digit', () => {
    fc.assert(
      fc.property(fc.array(facts, { minLength: 1, maxLength: 20 }), (list) => {
        const { columns, put } = factColumns(list.length);
        for (const [row, each] of list.entries()) put(row, each);
        const made = scoreColumns(columns, { asOf });
        for (const [row, result] of scoreMany(list.map((each) => ({ asOf, facts: each }))).entries()) {
          if (result.status !== 'scored') {
            expect([made.isScored[row], made.score[row]]).toEqual([0, Number.NaN]);
            continue;
          }
          expect([made.score[row], made.low[row], made.high[row]]).toEqual([result.score, result.low, result.high]);
          expect([bands[made.band[row] ?? 9], bases[made.basis[row] ?? 9]]).toEqual([result.band, result.basis.grade]);
          const most = Math.max(...result.components.map(({ points }) => points));
          expect(result.components.find(({ id }) => id === lineAt(made, row))?.points).toBeGreaterThanOrEqual(most - 0.1);
        }
      }),
    );
  });

  it('of a list have places that hold for every order of it, and those of alike parties overlap', () => {
    const parties = ['NO', 'VN', 'KP', 'DE', 'BD', 'VN'].map((iso2, at) => ({
      id: `${iso2}${at}`,
      input: { ...garments, facts: { ...garments.facts, countries: { value: [iso2] } } },
    }));
    const ranked = rankList(parties, { asOf });
    const again = rankList([...parties].reverse(), { asOf });
    const placeOf = (rows: typeof ranked, id: string) => rows.find((row) => row.id === id)?.place;
    for (const { id } of parties) expect(placeOf(again, id)).toEqual(placeOf(ranked, id));
    expect(placeOf(ranked, 'KP2')?.best).toBe(1);
    expect(placeOf(ranked, 'KP2')?.inRiskiestTenth).toBeGreaterThan(0.8);
    expect(placeOf(ranked, 'NO0')?.worst).toBe(6);
    const [one, other] = [placeOf(ranked, 'VN1'), placeOf(ranked, 'VN5')];
    expect((one?.best ?? 9) <= (other?.worst ?? 0) && (other?.best ?? 9) <= (one?.worst ?? 0)).toBe(true);
    expect(rankList([...parties, { id: 'none', input: { asOf, facts: {} } }], { asOf }).at(-1)).toMatchObject({ place: null });
    expect(() => rankList(parties, { asOf: '2026-12-02' })).toThrow('the list of 2026-12-02');
  });
});

describe('which unknown fact would tell most', () => {
  it('puts first what would most probably change the band, and never widens the interval', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const found = mostTelling(input);
        expect(found.map(({ changesBand }) => changesBand)).toEqual(found.map(({ changesBand }) => changesBand).sort((a, b) => b - a));
        for (const { narrowsBy, best, worst } of found) {
          expect(narrowsBy).toBeGreaterThanOrEqual(0);
          expect(best.score).toBeLessThanOrEqual(worst.score);
        }
      }),
      // Each run scores the party again for every value of every fact that is not known.
      { numRuns: Math.ceil((fc.readConfigureGlobal().numRuns ?? 100) / 10) },
    );
  });

  it('of a garment factory is the share of migrants, from none to all', () => {
    const [first] = mostTelling(garments);
    expect(first).toMatchObject({ field: 'migrantShare', best: { value: 0 }, worst: { value: 1 } });
    expect(first?.changesBand).toBeGreaterThan(0.05);
  });

  it('can change the band only if a value of the fact leads to another one, and moves the score by what is shown', () => {
    const { moderate, elevated, high, severe } = numbers['R8.bands'];
    const bandOf = (score: number) => [moderate, elevated, high, severe].filter((bound) => score >= bound).length;
    fc.assert(
      fc.property(inputs, (input) => {
        const result = assess(input);
        for (const { changesBand, best, worst } of mostTelling(input)) {
          if (result.status !== 'scored') throw new Error('a party without a score has no telling facts');
          const [now, ...others] = [result.score, best.score, worst.score].map(bandOf);
          if (changesBand > 0) expect(others.some((band) => band !== now)).toBe(true);
          const moves = Math.max(Math.abs(best.score - result.score), Math.abs(worst.score - result.score));
          expect(moves >= 0.4 || others.some((band) => band !== now)).toBe(true);
        }
      }),
      { numRuns: Math.ceil((fc.readConfigureGlobal().numRuns ?? 100) / 10) },
    );
  });

  it('changes nothing where an override decides', () => {
    const raised = { id: 'o', code: 'O1' as const, evidence: 'document-checked' as const, since: '2026-11-01', reason: 'Confirmed' };
    for (const { changesBand } of mostTelling({ ...garments, overrides: [raised] })) expect(changesBand).toBe(0);
  });
});
