import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fault, holdsBy } from '../testing/holds.ts';
import type { AssessInput, FindingGiven, LiftingGiven, OverrideGiven, Scored } from '../index.ts';
import { evidenceGrades, findingGrades, findingStatuses, overrideCodes } from '../vocabulary.ts';
import { scoreMany } from '../odds/assess.ts';
import { methodAt } from './method.ts';

const holds = holdsBy(fc);

/** T1, T2, T4, T5, T6 and T8 with critical overrides (R7). */
const asOf = '2026-11-25';
const tenths = (value: number) => Math.round(value * 10);
const day = fc.constantFrom('2025-01-01', '2026-06-01', '2026-10-25', '2026-10-26', '2026-11-25', '2026-11-26', '2027-01-01');

const findingArbitrary: fc.Arbitrary<Omit<FindingGiven, 'id'>> = fc.record(
  {
    grade: fc.constantFrom(...findingGrades),
    status: fc.constantFrom(...findingStatuses),
    evidence: fc.constantFrom(...evidenceGrades),
    question: fc.constantFrom('P5.Q3', 'P6.Q6', 'BW.FL.1.b', 'BW.CL.1.a', 'BW.FL.1.a'),
    indicator: fc.constantFrom('debt-bondage', 'retention-of-identity-documents', 'deception'),
    foundOn: day,
  },
  { requiredKeys: ['grade', 'status', 'evidence'] },
);
const keyed = <T extends object>(list: T[]) => list.map((each, index) => ({ ...each, id: `${index}` }));
const findingsArbitrary = fc.array(findingArbitrary, { maxLength: 4 }).map((list): FindingGiven[] => keyed(list));

const overrideArbitrary = fc.record({
  code: fc.constantFrom(...overrideCodes),
  evidence: fc.constantFrom(...evidenceGrades),
  since: day,
  reason: fc.constant('because'),
});
const overridesArbitrary = fc.array(overrideArbitrary, { maxLength: 4 }).map((list): OverrideGiven[] => keyed(list));

const liftingArbitrary: fc.Arbitrary<LiftingGiven> = fc.record({
  override: fc.constantFrom('0', '1', '2', '3', 'O6:0+1', 'O6:1+0', 'O7:0', 'O1:0', 'O1:1', 'O3:0'),
  reviewer: fc.constantFrom('ann', 'ben'),
  secondReviewer: fc.constantFrom('ben', 'cleo', ''),
  liftedOn: day,
  evidence: fc.constantFrom(...evidenceGrades),
});

type Full = Required<Pick<AssessInput, 'findings' | 'overrides' | 'liftings'>> & AssessInput;
const inputArbitrary: fc.Arbitrary<Full> = fc.record({
  asOf: fc.constant(asOf),
  facts: fc.record(
    {
      countries: fc.constantFrom('NO', 'VN', 'QA', 'BD', 'KP').map((code) => ({ value: [code] })),
      sector: fc.constantFrom('70', '1410', '97').map((value) => ({ value })),
      migrantShare: fc.double({ min: 0, max: 1, noNaN: true }).map((value) => ({ value })),
      agencyShare: fc.double({ min: 0, max: 1, noNaN: true }).map((value) => ({ value })),
    },
    { requiredKeys: ['sector'] },
  ),
  instrument: fc.constant('ilo-ten-principles@1.0.0'),
  findings: findingsArbitrary,
  overrides: overridesArbitrary,
  liftings: fc.array(liftingArbitrary, { maxLength: 3 }),
});

/** What is tested; a planted fault takes its place for as long as it takes to be found. */
let score = scoreMany;
const plant =
  (fault: typeof scoreMany): Fault =>
  () => {
    score = fault;
    return () => {
      score = scoreMany;
    };
  };
const onResult = (change: (result: Scored) => Scored): Fault => plant((inputs) => scoreMany(inputs).map(change));
const onInput = (change: (input: AssessInput) => AssessInput, after = (result: Scored, _given: Scored): Scored => result): Fault =>
  plant((inputs) => {
    const given = scoreMany(inputs);
    return scoreMany(inputs.map(change)).map((result, index) => after(result, given[index] ?? result));
  });
const upsideDown = onResult((result) => (result.status === 'scored' ? { ...result, score: 100 - result.score } : result));

const outcome = (input: AssessInput): Scored => {
  const result = score([input])[0];
  if (!result) throw new Error('no result');
  return result;
};
const scoreOf = (input: AssessInput) => {
  const result = outcome(input);
  return result.status === 'scored' ? result : undefined;
};

describe('T1 and T2 with a floor', () => {
  it('four lines add up exactly, the interval contains the score, and no floor in force exceeds the lower end', () => {
    holds(
      fc.property(inputArbitrary, (input) => {
        const result = scoreOf(input);
        if (!result) return;
        const { lines, score, low, high } = result;
        expect(Object.values(lines).reduce((sum, line) => sum + tenths(line), 0)).toBe(tenths(score));
        for (const value of [...Object.values(lines), score, low, high]) expect(Math.abs(value * 10 - tenths(value))).toBeLessThan(1e-9);
        expect(lines.overrideUplift).toBeGreaterThanOrEqual(0);
        expect(low <= score && score <= high).toBe(true);
        for (const { state, floor } of result.overrides) if (state === 'in-force') expect(low).toBeGreaterThanOrEqual(floor);
      }),
      [
        onResult((result) =>
          result.status === 'scored' ? { ...result, lines: { ...result.lines, controlCredit: result.lines.controlCredit - 0.1 } } : result,
        ),
        onResult((result) => (result.status === 'scored' ? { ...result, low: result.low + 10 } : result)),
      ],
    );
  });
});

describe('T8 floors', () => {
  it('the greatest floor in force is the least score, and the score is otherwise untouched', () => {
    holds(
      fc.property(inputArbitrary, (input) => {
        const result = scoreOf(input);
        if (!result) return;
        const { inherent, controlCredit, findingsUplift } = result.lines;
        const own = tenths(inherent) + tenths(controlCredit) + tenths(findingsUplift);
        const floors = result.overrides.filter(({ state }) => state === 'in-force').map((each) => each.floor * 10);
        expect(tenths(result.score)).toBe(Math.max(own, ...floors));
      }),
      [
        onInput(
          (input) => ({ ...input, overrides: input.overrides?.slice(1) ?? [] }),
          (result, given) => ({ ...result, overrides: given.overrides }),
        ),
      ],
    );
  });

  it('giving the same facts twice, or in another order, changes nothing', () => {
    holds(
      fc.property(inputArbitrary, (input) => {
        const turned = {
          ...input,
          findings: [...input.findings].reverse(),
          overrides: [...input.overrides, ...input.overrides].reverse(),
          liftings: [...input.liftings, ...input.liftings].reverse(),
        };
        expect(JSON.stringify(outcome(turned))).toBe(JSON.stringify(outcome(input)));
      }),
      [onInput((input) => ({ ...input, overrides: input.overrides?.slice(0, 1) ?? [] }))],
    );
  });

  it('one more override never lowers the score or either end, and a lifting never raises them', () => {
    holds(
      fc.property(inputArbitrary, overrideArbitrary, (input, more) => {
        const [bare, with1, lifted] = [
          scoreOf({ ...input, liftings: [] }),
          scoreOf({ ...input, liftings: [], overrides: [...input.overrides, { ...more, id: 'more' }] }),
          scoreOf(input),
        ];
        if (!bare || !with1 || !lifted) return;
        for (const part of ['score', 'low', 'high'] as const) {
          expect(with1[part]).toBeGreaterThanOrEqual(bare[part]);
          expect(lifted[part]).toBeLessThanOrEqual(bare[part]);
        }
      }),
      [upsideDown],
    );
  });

  it('every decision either lifts or gives the reason why not; one with weak evidence or a single reviewer lifts nothing', () => {
    const { of } = methodAt(asOf);
    holds(
      fc.property(inputArbitrary, (input) => {
        const { overrides, ignoredLiftings } = outcome(input);
        for (const { lifted, since } of overrides) {
          if (!lifted) continue;
          expect(of['R5.evidence'][lifted.evidence]).toBeGreaterThanOrEqual(0.85);
          expect(lifted.secondReviewer).not.toBe('');
          expect(lifted.secondReviewer).not.toBe(lifted.reviewer);
          expect(lifted.liftedOn <= asOf && lifted.liftedOn >= (since ?? '')).toBe(true);
        }
        const weak = input.liftings.map((each) => ({ ...each, evidence: 'document-checked' as const }));
        const result = outcome({ ...input, liftings: weak });
        expect(result.overrides.filter(({ state }) => state === 'lifted')).toEqual([]);
        const distinct = (list: LiftingGiven[]) => new Set(list.map((each) => JSON.stringify(each))).size;
        expect(result.ignoredLiftings).toHaveLength(distinct(weak));
        expect(ignoredLiftings.length).toBeLessThanOrEqual(distinct(input.liftings));
      }),
      [
        onInput((input) => ({
          ...input,
          liftings: input.liftings?.map((each) => ({ ...each, evidence: 'audit-unannounced' as const })) ?? [],
        })),
      ],
    );
  });
});

describe('T4 with derived overrides', () => {
  /** Findings from which overrides often follow, of an office with few other points. */
  const telling: fc.Arbitrary<Omit<FindingGiven, 'id'>> = fc.record({
    grade: fc.constant('minor'),
    status: fc.constantFrom(...findingStatuses),
    evidence: fc.constantFrom('document-uploaded', 'document-checked', 'audit-announced'),
    question: fc.constantFrom('P5.Q3', 'BW.FL.1.a'),
    indicator: fc.constantFrom('debt-bondage', 'retention-of-identity-documents'),
    foundOn: fc.constantFrom('2026-10-01', '2026-11-20', '2026-12-01'),
  });
  const input = fc.record({
    asOf: fc.constant(asOf),
    facts: fc.constant<AssessInput['facts']>({ countries: { value: ['NO'] }, sector: { value: '70' } }),
    instrument: fc.constant('ilo-ten-principles@1.0.0'),
    findings: fc.array(telling, { maxLength: 3 }).map((list): FindingGiven[] => keyed(list)),
    liftings: fc.array(liftingArbitrary, { maxLength: 2 }),
  });
  const worse = fc.constantFrom<(finding: FindingGiven) => FindingGiven>(
    (finding) => ({ ...finding, status: 'open' }),
    (finding) => ({ ...finding, evidence: 'audit-unannounced' }),
    (finding) => ({ ...finding, grade: 'critical' }),
  );

  it('adding a finding never lowers the score, whatever was lifted', () => {
    holds(
      fc.property(input, telling, (given, more) => {
        const after = scoreOf({ ...given, findings: [...given.findings, { ...more, id: 'more' }] });
        expect(after?.score).toBeGreaterThanOrEqual(scoreOf(given)?.score ?? Number.NaN);
      }),
      [upsideDown],
    );
  });

  it('reopening, better proving or aggravating findings never lowers it', () => {
    holds(
      fc.property(input, worse, (given, change) => {
        const after = scoreOf({ ...given, findings: given.findings.map(change) });
        expect(after?.score).toBeGreaterThanOrEqual(scoreOf(given)?.score ?? Number.NaN);
      }),
      [upsideDown],
    );
  });
});

describe('T6 under a floor', () => {
  it('a fact withdrawn neither lowers the score nor narrows the interval', () => {
    holds(
      fc.property(inputArbitrary, fc.constantFrom('migrantShare', 'agencyShare'), (input, field) => {
        const fact = input.facts[field];
        if (!fact) return;
        const before = scoreOf(input);
        const after = scoreOf({ ...input, facts: { ...input.facts, [field]: { ...fact, withdrawn: true } } });
        if (!before || !after) return;
        expect(after.score).toBeGreaterThanOrEqual(before.score);
        expect(tenths(after.high) - tenths(after.low)).toBeGreaterThanOrEqual(tenths(before.high) - tenths(before.low));
        expect(after.high).toBeGreaterThanOrEqual(before.high);
      }),
      [
        onInput((input) => ({
          ...input,
          facts: { ...input.facts, ...(input.facts.agencyShare?.withdrawn ? { agencyShare: { value: 0 } } : {}) },
        })),
      ],
    );
  });
});

describe('a party without a score', () => {
  it('shows the same overrides as one with a score', () => {
    holds(
      fc.property(inputArbitrary, (input) => {
        const { countries: _, ...facts } = input.facts;
        const unknown = outcome({ ...input, facts });
        const known = outcome({ ...input, facts: { ...facts, countries: { value: ['VN'] } } });
        expect(unknown.status).toBe('not-scored');
        expect(unknown.overrides).toEqual(known.overrides);
      }),
      [onResult((result) => (result.status === 'scored' ? result : { ...result, overrides: result.overrides.slice(1) }))],
    );
  });
});
