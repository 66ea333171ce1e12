import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fault, holdsBy } from '../testing/holds.ts';
import { questionsOf } from '../instruments/answers.ts';
import { instrument } from '../instruments/at.ts';
import type { AnswerGiven, AnswerValue, AssessInput, FindingGiven, PartyFacts, Scored } from '../types.ts';
import { type EvidenceGrade, evidenceGrades, findingGrades, findingStatuses, indicators } from '../vocabulary.ts';
import { assess, explain, scoreMany } from './assess.ts';
import { type ControlQuestion, weighControls } from './control-credit.ts';
import { methodAt } from './method.ts';
import { engineVersion } from './version.ts';

const holds = holdsBy(fc);

/** Generators of inputs for the property tests. */
const asOf = '2026-11-25';
const instrumentKey = 'ilo-ten-principles@1.0.0';
const asked = questionsOf(instrument(instrumentKey)).filter((each) => each.type !== 'FACT');
const controlKeys = asked.filter((each) => each.type !== 'RF').map((each) => each.key);

const given = <T>(value: fc.Arbitrary<T>) => fc.record({ value, source: fc.constantFrom('row-1', 'row-2') }, { requiredKeys: ['value'] });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const countryCodes = ['VN', 'BD', 'CN', 'DE', 'US', 'QA', 'KP', 'MM', 'TH', 'NO', 'XK', 'SD'];
const sectorCodes = ['14', '1410', '01', '2392', '23', '97', '70', '26', '9609', '49'];
const goods = ['Garments', 'Bricks', '6109', '61', 'Cotton', '8471', 'something else', 'Cocoa'];

const factsArbitrary: fc.Arbitrary<PartyFacts> = fc.record(
  {
    countries: given(fc.uniqueArray(fc.constantFrom(...countryCodes), { minLength: 1, maxLength: 3 })),
    sector: given(fc.constantFrom(...sectorCodes)),
    products: given(fc.uniqueArray(fc.constantFrom(...goods), { maxLength: 3 })),
    workers: given(fc.integer({ min: 0, max: 50_000 })),
    migrantShare: given(share),
    internalMigrantShare: given(share),
    agencyShare: given(share),
    migrantOrigins: given(fc.uniqueArray(fc.constantFrom('PK', 'BD', 'NP', 'VN', 'KH', 'FR'), { maxLength: 3 })),
    subcontracting: given(fc.constantFrom('none' as const, 'declared' as const, 'multi-tier' as const, 'undeclared-found' as const)),
    housing: given(fc.constantFrom('none' as const, 'optional' as const, 'tied' as const, 'tied-remote' as const)),
    peakRatio: given(fc.double({ min: 1, max: 4, noNaN: true })),
    vulnerableGroups: given(
      fc.uniqueArray(
        fc.constantFrom(
          'under-18' as const,
          'low-literacy' as const,
          'language-gap' as const,
          'tied-visa' as const,
          'gendered-isolated-work' as const,
        ),
      ),
    ),
    workerVoice: given(fc.constantFrom('independent' as const, 'restricted' as const, 'none' as const)),
  },
  { requiredKeys: ['countries', 'sector'] },
);

const date = fc.constantFrom('2026-11-25', '2026-06-01', '2025-11-25', '2025-03-01', '2024-05-01', '2022-01-01');

function valueFor(type: (typeof asked)[number]['type']): fc.Arbitrary<AnswerValue> {
  if (type === 'G4') return fc.constantFrom<AnswerValue>(0, 1, 2, 3, 4, 'dont-know');
  if (type === 'PCT') return fc.oneof(fc.integer({ min: 0, max: 100 }), fc.constant<AnswerValue>('dont-know'));
  if (type === 'RF') return fc.constantFrom<AnswerValue>('yes', 'no', 'no', 'dont-know');
  return fc.constantFrom<AnswerValue>('yes', 'partial', 'no', 'dont-know');
}

const answerTo = ({ key, type }: (typeof asked)[number]): fc.Arbitrary<AnswerGiven> =>
  fc.record({ question: fc.constant(key), value: valueFor(type), evidence: fc.constantFrom(...evidenceGrades), answeredOn: date });

const answersArbitrary: fc.Arbitrary<AnswerGiven[]> = fc
  .tuple(...asked.map((question) => fc.option(answerTo(question), { nil: undefined, freq: 6 })))
  .map((list) => list.filter((each) => each !== undefined));

const findingArbitrary: fc.Arbitrary<Omit<FindingGiven, 'id'>> = fc.record(
  {
    grade: fc.constantFrom(...findingGrades),
    status: fc.constantFrom(...findingStatuses),
    evidence: fc.constantFrom(...evidenceGrades),
    question: fc.constantFrom(...controlKeys),
    indicator: fc.constantFrom(...indicators),
    verifiedOn: date,
    repeated: fc.boolean(),
  },
  { requiredKeys: ['grade', 'status', 'evidence'] },
);

const findingsArbitrary: fc.Arbitrary<FindingGiven[]> = fc
  .array(findingArbitrary, { maxLength: 6 })
  .map((list) => list.map((each, index) => ({ ...each, id: `finding-${index}` })));

/** Inputs from bare facts to a full questionnaire with findings. */
const inputArbitrary: fc.Arbitrary<AssessInput> = fc.oneof(
  fc.record({ asOf: fc.constant(asOf), facts: factsArbitrary }),
  fc.record({
    asOf: fc.constant(asOf),
    facts: factsArbitrary,
    instrument: fc.constant(instrumentKey),
    answers: answersArbitrary,
    findings: findingsArbitrary,
  }),
);

const askedInputArbitrary = fc.record({
  asOf: fc.constant(asOf),
  facts: factsArbitrary,
  instrument: fc.constant(instrumentKey),
  answers: answersArbitrary,
  findings: findingsArbitrary,
});

const bestAnswers = new Map(asked.map(({ key, type }) => [key, type === 'G4' ? 4 : type === 'PCT' ? 100 : 'yes'] as const));

function perfectAnswers(evidence: EvidenceGrade): AnswerGiven[] {
  const best: Partial<Record<string, AnswerValue>> = { G4: 4, PCT: 100, RF: 'no', YNP: 'yes' };
  return asked.flatMap(({ key, type }) => {
    const value = best[type];
    return value === undefined ? [] : [{ question: key, value, evidence, answeredOn: asOf }];
  });
}

/** What is tested; a planted fault takes its place for as long as it takes to be found. */
const real = { assess, scoreMany, explain, weighControls };
let engine = real;
const plant =
  (fault: Partial<typeof real>): Fault =>
  () => {
    engine = { ...real, ...fault };
    return () => {
      engine = real;
    };
  };

type IsScored = Extract<Scored, { status: 'scored' }>;
const onScored = (change: (result: IsScored, input: AssessInput) => IsScored): Fault =>
  plant({
    scoreMany: (inputs) =>
      real.scoreMany(inputs).map((result, index) => {
        const input = inputs[index];
        return result.status === 'scored' && input ? change(result, input) : result;
      }),
  });
const onInput = (change: (input: AssessInput) => AssessInput): Fault =>
  plant({ scoreMany: (inputs) => real.scoreMany(inputs.map(change)) });
const upsideDown = onScored((result) => ({ ...result, score: 100 - result.score }));
const firstCountry = ({ countries }: PartyFacts) => (countries ? { countries: { value: countries.value.slice(0, 1) } } : {});
/** Don't-know taken as the best answer. */
const trusted = (answer: AnswerGiven): AnswerGiven =>
  answer.value === 'dont-know' ? { ...answer, value: bestAnswers.get(answer.question) ?? 'yes', evidence: 'audit-unannounced' } : answer;
/** Controls without an answer, as if they had the best one. */
const leftOut = ({ answers = [] }: AssessInput) =>
  perfectAnswers('audit-unannounced').filter(({ question }) => answers.every((answer) => answer.question !== question));
const forgotten = (facts: PartyFacts): PartyFacts => ({
  ...facts,
  ...(facts.agencyShare?.withdrawn ? { agencyShare: { value: 0 } } : {}),
  ...(facts.housing?.withdrawn ? { housing: { value: 'none' as const } } : {}),
});
const refused = (answer: AnswerGiven): AnswerGiven => (answer.value === 'not-applicable' ? { ...answer, value: 'no' } : answer);
const excused = (answer: AnswerGiven): AnswerGiven =>
  answer.value === 'not-applicable'
    ? { ...answer, value: bestAnswers.get(answer.question) ?? 'yes', evidence: 'audit-unannounced' }
    : answer;
const counting = (assessed: typeof assess): typeof assess => {
  let calls = 0;
  return (input) => {
    calls += 1;
    return { ...assessed(input), coverage: calls };
  };
};
const tenths = (value: number) => Math.round(value * 10);

function scored(input: AssessInput) {
  const result = engine.assess(input);
  if (result.status !== 'scored') throw new Error(`not scored: ${result.reasons.map((each) => each.code).join()}`);
  return result;
}

/** The score, or undefined where the engine refuses one. */
function scoreOrNone(input: AssessInput): IsScored | undefined {
  const result = engine.scoreMany([input])[0];
  return result?.status === 'scored' ? result : undefined;
}

describe('T1 the waterfall adds up', () => {
  it('lines, components, domains and findings add to what is shown', () => {
    holds(
      fc.property(inputArbitrary, (input) => {
        const result = scoreOrNone(input);
        if (!result) return;
        const { lines } = result;
        expect(tenths(lines.inherent) + tenths(lines.controlCredit) + tenths(lines.findingsUplift) + tenths(lines.overrideUplift)).toBe(
          tenths(result.score),
        );
        for (const line of [...Object.values(lines), result.score, result.low, result.high])
          expect(Math.abs(line * 10 - tenths(line))).toBeLessThan(1e-9);
        expect(result.components.reduce((sum, each) => sum + tenths(each.points), 0)).toBe(tenths(lines.inherent));
        expect(result.domains.reduce((sum, each) => sum + tenths(each.credit), 0)).toBe(tenths(lines.controlCredit) + 0);
        expect(result.findings.reduce((sum, each) => sum + tenths(each.points), 0)).toBe(
          result.findings.some((each) => each.share > 0) ? tenths(lines.findingsUplift) : 0,
        );
      }),
      [onScored((result) => ({ ...result, lines: { ...result.lines, controlCredit: result.lines.controlCredit - 0.1 } }))],
    );
  });
});

describe('T2 the interval contains the score', () => {
  it('0 <= L <= S <= U <= 100, for components too', () => {
    holds(
      fc.property(inputArbitrary, (input) => {
        const result = scoreOrNone(input);
        if (!result) return;
        expect(result.low).toBeGreaterThanOrEqual(0);
        expect(result.low).toBeLessThanOrEqual(result.score);
        expect(result.high).toBeGreaterThanOrEqual(result.score);
        expect(result.high).toBeLessThanOrEqual(100);
        for (const part of result.components) {
          expect(part.low).toBeGreaterThanOrEqual(0);
          expect(part.low).toBeLessThanOrEqual(part.points);
          expect(part.high).toBeGreaterThanOrEqual(part.points);
          expect(part.high).toBeLessThanOrEqual(part.max);
        }
      }),
      [onScored((result) => ({ ...result, low: result.low + 8 })), onScored((result) => ({ ...result, high: result.high * 1.2 }))],
    );
  });
});

describe('T3 worse facts never help, better controls never hurt', () => {
  const worse: ((facts: PartyFacts) => PartyFacts)[] = [
    (facts) =>
      facts.migrantShare
        ? { ...facts, migrantShare: { ...facts.migrantShare, value: Math.min(1, facts.migrantShare.value + 0.1) } }
        : facts,
    (facts) =>
      facts.internalMigrantShare
        ? { ...facts, internalMigrantShare: { ...facts.internalMigrantShare, value: Math.min(1, facts.internalMigrantShare.value + 0.2) } }
        : facts,
    (facts) =>
      facts.agencyShare
        ? { ...facts, agencyShare: { ...facts.agencyShare, value: Math.min(1, facts.agencyShare.value * 1.5 + 0.01) } }
        : facts,
    (facts) => (facts.peakRatio ? { ...facts, peakRatio: { ...facts.peakRatio, value: facts.peakRatio.value + 0.3 } } : facts),
    (facts) => (facts.subcontracting ? { ...facts, subcontracting: { value: 'undeclared-found' } } : facts),
    (facts) => (facts.housing ? { ...facts, housing: { value: 'tied-remote' } } : facts),
    (facts) => (facts.workerVoice ? { ...facts, workerVoice: { value: 'none' } } : facts),
    (facts) =>
      facts.vulnerableGroups
        ? { ...facts, vulnerableGroups: { value: [...facts.vulnerableGroups.value, 'tied-visa', 'under-18'] } }
        : facts,
    (facts) => (facts.countries ? { ...facts, countries: { value: [...facts.countries.value, 'SD'] } } : facts),
    (facts) => (facts.products ? { ...facts, products: { value: [...facts.products.value, 'Garments', 'Cotton'] } } : facts),
  ];

  it('raising an inherent input never lowers the score', () => {
    holds(
      fc.property(inputArbitrary, fc.constantFrom(...worse), (input, change) => {
        const before = scoreOrNone(input);
        const after = scoreOrNone({ ...input, facts: change(input.facts) });
        if (before && after) expect(after.score).toBeGreaterThanOrEqual(before.score);
      }),
      [upsideDown],
    );
  });

  const ladder: AnswerValue[] = ['no', 'partial', 'yes'];
  const betterValue = (value: AnswerValue): AnswerValue => {
    if (typeof value === 'number') return value <= 4 ? Math.min(4, value + 1) : Math.min(100, value + 15);
    return ladder[Math.min(2, ladder.indexOf(value) + 1)] ?? value;
  };
  const better: ((answer: AnswerGiven) => AnswerGiven)[] = [
    (answer) =>
      controlKeys.includes(answer.question) && answer.value !== 'dont-know' ? { ...answer, value: betterValue(answer.value) } : answer,
    (answer) => ({ ...answer, evidence: evidenceGrades[Math.min(5, evidenceGrades.indexOf(answer.evidence) + 1)] ?? answer.evidence }),
    (answer) => ({ ...answer, answeredOn: '2026-11-25' }),
  ];

  it('improving an answer, its evidence or its freshness never raises the score', () => {
    holds(
      fc.property(askedInputArbitrary, fc.nat(200), fc.constantFrom(...better), (input, pick, change) => {
        const at = input.answers.length === 0 ? 0 : pick % input.answers.length;
        const before = scoreOrNone(input);
        const after = scoreOrNone({ ...input, answers: input.answers.map((each, index) => (index === at ? change(each) : each)) });
        if (before && after) expect(after.score).toBeLessThanOrEqual(before.score);
      }),
      [upsideDown],
    );
  });
});

describe('T4 findings only raise', () => {
  it('adding a finding never lowers the score', () => {
    holds(
      fc.property(inputArbitrary, findingArbitrary, (input, finding) => {
        const before = scoreOrNone(input);
        const after = scoreOrNone({ ...input, findings: [...(input.findings ?? []), { ...finding, id: 'added' }] });
        if (before && after) expect(after.score).toBeGreaterThanOrEqual(before.score);
      }),
      [upsideDown],
    );
  });

  it('aggravating, reopening or repeating one never lowers it', () => {
    const change = fc.constantFrom<(finding: FindingGiven) => FindingGiven>(
      (finding) => ({ ...finding, grade: findingGrades[Math.max(0, findingGrades.indexOf(finding.grade) - 1)] ?? finding.grade }),
      (finding) => ({ ...finding, status: findingStatuses[Math.max(0, findingStatuses.indexOf(finding.status) - 1)] ?? finding.status }),
      (finding) => ({ ...finding, status: 'open' }),
      (finding) => ({ ...finding, repeated: true }),
    );
    holds(
      fc.property(askedInputArbitrary, change, (input, worsen) => {
        const before = scoreOrNone(input);
        const after = scoreOrNone({ ...input, findings: input.findings.map(worsen) });
        if (before && after) expect(after.score).toBeGreaterThanOrEqual(before.score);
      }),
      [upsideDown],
    );
  });
});

describe('T5 order does not matter', () => {
  it('answers, findings and lists in any order give the same bytes', () => {
    holds(
      fc.property(askedInputArbitrary, (input) => {
        const turned: AssessInput = {
          ...input,
          answers: [...input.answers].reverse(),
          findings: [...input.findings].reverse(),
          facts: {
            ...input.facts,
            ...(input.facts.countries
              ? { countries: { ...input.facts.countries, value: [...input.facts.countries.value].reverse() } }
              : {}),
            ...(input.facts.products ? { products: { ...input.facts.products, value: [...input.facts.products.value].reverse() } } : {}),
          },
        };
        expect(JSON.stringify(engine.scoreMany([turned]))).toBe(JSON.stringify(engine.scoreMany([input])));
      }),
      [onInput((input) => ({ ...input, facts: { ...input.facts, ...firstCountry(input.facts) } }))],
    );
  });

  it('parties scored together or apart give the same', () => {
    holds(
      fc.property(fc.array(inputArbitrary, { minLength: 2, maxLength: 3 }), (inputs) => {
        expect(engine.scoreMany([...inputs].reverse()).reverse()).toEqual(engine.scoreMany(inputs));
      }),
      [
        plant({
          scoreMany: (inputs) => real.scoreMany(inputs).map((result, index) => ({ ...result, coverage: result.coverage + index / 100 })),
        }),
      ],
    );
  });
});

describe('T6 hiding does not help', () => {
  it('a control answer turned to don’t-know never lowers the score and never narrows the interval', () => {
    holds(
      fc.property(askedInputArbitrary, fc.nat(200), (input, pick) => {
        const controls = input.answers.filter((each) => controlKeys.includes(each.question));
        const hidden = controls[controls.length === 0 ? 0 : pick % controls.length];
        const before = scoreOrNone(input);
        const after = scoreOrNone({
          ...input,
          answers: input.answers.map((each) => (each === hidden ? { ...each, value: 'dont-know', evidence: 'none' } : each)),
        });
        if (!before || !after) return;
        expect(after.score).toBeGreaterThanOrEqual(before.score);
        expect(after.low).toBeLessThanOrEqual(before.low);
        expect(after.high).toBeGreaterThanOrEqual(before.high);
      }),
      [onInput((input) => ({ ...input, answers: input.answers?.map(trusted) ?? [] }))],
    );
  });

  it('a control answer left out altogether does the same', () => {
    holds(
      fc.property(askedInputArbitrary, fc.nat(200), (input, pick) => {
        const controls = input.answers.filter((each) => controlKeys.includes(each.question));
        const hidden = controls[controls.length === 0 ? 0 : pick % controls.length];
        const before = scoreOrNone(input);
        const after = scoreOrNone({ ...input, answers: input.answers.filter((each) => each !== hidden) });
        if (!before || !after) return;
        expect(after.score).toBeGreaterThanOrEqual(before.score);
        expect(after.low).toBeLessThanOrEqual(before.low);
        expect(after.high).toBeGreaterThanOrEqual(before.high);
      }),
      [onInput((input) => ({ ...input, answers: [...(input.answers ?? []), ...leftOut(input)] }))],
    );
  });

  it('a fact withdrawn keeps the higher of prior and last known value', () => {
    const fields = [
      'products',
      'migrantShare',
      'internalMigrantShare',
      'agencyShare',
      'migrantOrigins',
      'subcontracting',
      'housing',
      'peakRatio',
      'vulnerableGroups',
      'workerVoice',
    ] as const;
    holds(
      fc.property(inputArbitrary, fc.constantFrom(...fields), (input, field) => {
        const fact = input.facts[field];
        if (!fact) return;
        const before = scoreOrNone(input);
        const after = scoreOrNone({ ...input, facts: { ...input.facts, [field]: { ...fact, withdrawn: true } } });
        if (!before || !after) return;
        expect(after.score).toBeGreaterThanOrEqual(before.score);
        expect(after.low).toBeLessThanOrEqual(before.low);
        expect(after.high).toBeGreaterThanOrEqual(before.high);
      }),
      [onInput((input) => ({ ...input, facts: forgotten(input.facts) }))],
    );
  });
});

describe('T7 credit has a ceiling and needs evidence', () => {
  it('credit is at most 60 % of inherent, and none without evidence', () => {
    holds(
      fc.property(askedInputArbitrary, (input) => {
        const result = scoreOrNone(input);
        if (!result) return;
        expect(-result.lines.controlCredit).toBeLessThanOrEqual(0.6 * result.lines.inherent + 0.15);
        const bare = scoreOrNone({ ...input, answers: input.answers.map((each) => ({ ...each, evidence: 'none' })) });
        expect(bare?.lines.controlCredit).toBe(0);
      }),
      [onScored((result) => ({ ...result, lines: { ...result.lines, controlCredit: result.lines.controlCredit - 0.1 } }))],
    );
  });

  it('a perfect questionnaire without any check earns at most 12 %', () => {
    holds(
      fc.property(factsArbitrary, (facts) => {
        const answers = perfectAnswers('self-declared');
        const result = scoreOrNone({ asOf, facts, instrument: instrumentKey, answers });
        if (result) expect(-result.lines.controlCredit).toBeLessThanOrEqual(0.12 * result.lines.inherent + 0.1);
      }),
      [onInput((input) => ({ ...input, answers: perfectAnswers('document-uploaded') }))],
    );
  });
});

describe('T12 a question that does not apply counts nowhere', () => {
  const questions: ControlQuestion[] = [
    { id: 'A', domain: 'policy', scale: 'YNP', weight: 1, mayBeNotApplicable: true },
    { id: 'B', domain: 'policy', scale: 'G4', weight: 2, mayBeNotApplicable: true },
    { id: 'C', domain: 'wages', scale: 'PCT', weight: 1, mayBeNotApplicable: true },
  ];
  const answer = fc.record({
    question: fc.constantFrom('A', 'B', 'C'),
    value: fc.constantFrom<AnswerValue>('yes', 'no', 3, 60, 'dont-know'),
    evidence: fc.constantFrom(...evidenceGrades),
    answeredOn: fc.constant('2026-11-01'),
  });

  it('with or without the question, numerator and denominator are the same', () => {
    holds(
      fc.property(fc.array(answer, { maxLength: 3 }), fc.constantFrom(...evidenceGrades), (answers, evidence) => {
        const method = methodAt(asOf);
        const extra: ControlQuestion = { id: 'N', domain: 'policy', scale: 'YNP', weight: 3, mayBeNotApplicable: true };
        const notApplicable: AnswerGiven = { question: 'N', value: 'not-applicable', evidence, answeredOn: '2026-11-01' };
        const without = engine.weighControls({ questions, rules: [], answers, findings: [] }, method);
        const withIt = engine.weighControls(
          { questions: [...questions, extra], rules: [], answers: [...answers, notApplicable], findings: [] },
          method,
        );
        expect({ ...withIt, answers: [] }).toEqual({ ...without, answers: [] });
      }),
      [plant({ weighControls: (given, method) => real.weighControls({ ...given, answers: given.answers.map(refused) }, method) })],
    );
  });

  it('where the question must apply, "does not apply" is taken as don’t-know', () => {
    holds(
      fc.property(askedInputArbitrary, fc.constantFrom(...controlKeys), (input, key) => {
        if (asked.find((each) => each.key === key)?.mayBeNotApplicable) return;
        const as = (value: AnswerValue) =>
          scoreOrNone({
            ...input,
            answers: [
              ...input.answers.filter((each) => each.question !== key),
              { question: key, value, evidence: 'none', answeredOn: asOf },
            ],
          });
        const { inputHash: _, ...hidden } = as('not-applicable') ?? { inputHash: '' };
        const { inputHash: __, ...unknown } = as('dont-know') ?? { inputHash: '' };
        expect(hidden).toEqual(unknown);
      }),
      [onInput((input) => ({ ...input, answers: input.answers?.map(excused) ?? [] }))],
    );
  });
});

describe('T15 the same input gives the same bytes', () => {
  it('assess twice, assess and scoreMany, assess and explain agree', () => {
    holds(
      fc.property(inputArbitrary, (input) => {
        const copy: AssessInput = JSON.parse(JSON.stringify(input));
        const { trace, ...rest } = engine.assess(input);
        const again = engine.assess(copy);
        expect(JSON.stringify(again)).toBe(JSON.stringify({ ...rest, trace }));
        expect(JSON.stringify(engine.scoreMany([input])[0])).toBe(JSON.stringify(rest));
        expect(engine.explain(input)).toEqual(trace);
        expect(rest.engineVersion).toBe(engineVersion);
      }),
      [plant({ assess: counting(real.assess) }), plant({ explain: (input) => ({ ...real.explain(input), label: '' }) })],
    );
  });

  it('another input has another hash', () => {
    holds(
      fc.property(inputArbitrary, (input) => {
        const other = { ...input, facts: { ...input.facts, workers: { value: (input.facts.workers?.value ?? 0) + 1 } } };
        expect(engine.assess(other).inputHash).not.toBe(engine.assess(input).inputHash);
      }),
      [plant({ assess: (input) => ({ ...real.assess(input), inputHash: '0' }) })],
    );
  });
});

describe('T19 labels change nothing', () => {
  it('sources, headcount and which group is named do not move the score', () => {
    holds(
      fc.property(inputArbitrary, fc.string(), (input, label) => {
        const relabelled: AssessInput = {
          ...input,
          facts: {
            ...input.facts,
            ...(input.facts.migrantShare ? { migrantShare: { ...input.facts.migrantShare, source: label } } : {}),
            ...(input.facts.vulnerableGroups
              ? { vulnerableGroups: { value: input.facts.vulnerableGroups.value.map((each) => swapped[each]), source: label } }
              : {}),
            workers: { value: 7, source: label },
          },
        };
        const before = scoreOrNone(input);
        const after = scoreOrNone(relabelled);
        expect({ ...after, inputHash: '' }).toEqual({ ...before, inputHash: '' });
      }),
      [onScored((result, input) => ({ ...result, score: result.score + (input.facts.migrantShare?.source?.length ?? 0) }))],
    );
  });

  const swapped = {
    'under-18': 'low-literacy',
    'low-literacy': 'language-gap',
    'language-gap': 'tied-visa',
    'tied-visa': 'gendered-isolated-work',
    'gendered-isolated-work': 'under-18',
  } as const;

  it('an origin counts by what its corridor costs, never by its name', () => {
    const uncovered = fc.constantFrom('FR', 'PE', 'ZA', 'MN', 'TZ');
    holds(
      fc.property(factsArbitrary, uncovered, uncovered, (facts, one, other) => {
        const place = { countries: { value: ['NO'] }, sector: { value: '01' } };
        const from = (origin: string) => scored({ asOf, facts: { ...facts, ...place, migrantOrigins: { value: [origin] } } });
        const { inputHash: _, trace: __, ...first } = from(one);
        const { inputHash: ___, trace: ____, ...second } = from(other);
        expect(first).toEqual(second);
      }),
      [plant({ assess: (input) => ({ ...real.assess(input), coverage: input.facts.migrantOrigins?.value[0] === 'FR' ? 0 : 1 }) })],
    );
  });
});
