import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { questionsOf, tickAnswer } from '../../instruments/answers.ts';
import { instrument } from '../../instruments/at.ts';
import { assess, explain } from '../../odds/assess.ts';
import type { AnswerGiven, AnswerValue, EvidenceGrade, QuestionnaireGiven, TraceNode } from '../../index.ts';
import { controlsOf } from '../controls-of.ts';
import { canonicalJson } from '../hash.ts';
import { mergeQuestionnaires } from './merge.ts';

vi.mock('../../instruments/files.ts', async () => ({ files: (await import('../../testing/depths.ts')).smallFiles }));
vi.mock('../../instruments/crosswalk.json', async () => ({ default: (await import('../../testing/depths.ts')).smallCrosswalk }));

const asOf = '2026-12-01';
const [old, core, whole] = ['small-old@1.0.0', 'small-core@1.0.0', 'small-whole@1.0.0'] as const;
const questionnaire = (
  key: string,
  on: string,
  answers: Record<string, AnswerValue>,
  evidence: EvidenceGrade = 'self-declared',
): QuestionnaireGiven => ({
  id: `${key} ${on}`,
  instrument: key,
  submittedAt: `${on}T10:00:00.000Z`,
  answers: Object.entries(answers).map(([question, value]) => ({ question, value, evidence, answeredOn: on })),
});
const merge = (...given: QuestionnaireGiven[]) => mergeQuestionnaires(given, { asOf });
const counting = (key: string, ...given: QuestionnaireGiven[]) => merge(...given)?.answers.find(({ question }) => question === key);

describe('depths of one bank', () => {
  it('ask the same question under the same key, so that the newest answer counts whole wherever it was given', () => {
    const list = [
      questionnaire(whole, '2026-03-01', { 'FEE.1': 'always', 'POL.1': 'yes' }),
      questionnaire(core, '2026-06-01', { 'FEE.1': 'sometimes' }),
    ];
    expect(merge(...list)?.instrument).toBe(whole);
    expect(counting('FEE.1', ...list)).toMatchObject({
      value: 'sometimes',
      setAside: [{ value: 'always', because: 'newer', contradicts: true }],
    });
    expect(counting('POL.1', ...list)).toMatchObject({ value: 'yes', answeredOn: '2026-03-01' });
  });

  it('are scored as the deepest that was answered', () => {
    expect(merge(questionnaire(core, '2026-06-01', { 'FEE.1': 'always' }))?.instrument).toBe(core);
    expect(merge(questionnaire(old, '2026-06-01', { 'Q.1': 'yes' }))?.instrument).toBe(old);
  });

  it('keep the key of a finding, and give one of the earlier edition that of the question it represents', () => {
    const finding = (question: string) =>
      ({ id: question, grade: 'minor', status: 'open', evidence: 'audit-announced', question }) as const;
    const found = mergeQuestionnaires([questionnaire(core, '2026-06-01', { 'FEE.1': 'always' })], {
      asOf,
      findings: [finding('EXI.1'), finding('Q.1'), finding('Q.3')],
    });
    expect(found?.findings.map(({ question }) => question)).toEqual(['EXI.1', 'FEE.1', 'Q.3']);
  });
});

describe('an earlier edition beside a part of the new one', () => {
  it('scores the new edition whole: what only the earlier answers speak to is not lost', () => {
    const found = merge(
      questionnaire(old, '2025-12-10', { 'Q.3': 'yes', 'Q.4': 'yes' }),
      questionnaire(core, '2026-06-01', { 'FEE.1': 'mostly' }),
    );
    expect(found?.instrument).toBe(whole);
    expect(found?.answers.map(({ question, value }) => [question, value])).toEqual([
      ['POL.1', 'yes'],
      ['POL.2', 100],
      ['HRS.1', 100],
      ['FEE.1', 'mostly'],
    ]);
  });

  it('reads an equal answer as the crosswalk says, and any other as what it is worth', () => {
    const of = (key: string, answers: Record<string, AnswerValue>) =>
      counting(key, questionnaire(old, '2025-12-10', answers), questionnaire(core, '2026-06-01', { 'EXI.1': 'none' }))?.value;
    expect(of('FEE.1', { 'Q.1': 'yes' })).toBe('always');
    expect(of('FEE.1', { 'Q.1': 'no' })).toBe('never');
    expect(of('FEE.1', { 'Q.1': 'partial' })).toBe(50);
    expect(of('FEE.1', { 'Q.1': 'not-applicable' })).toBe('not-applicable');
    expect(of('CON.1', { 'Q.2': 3 })).toBe(75);
    expect(of('HRS.1', { 'Q.3': 'partial' })).toBe(50);
    expect(of('MOV.1', { 'Q.5': 'no' })).toBe(0);
  });

  it('never raises an older answer by a newer one on a scale that says less, and lowers it where the newer one is worse', () => {
    const mine = questionnaire(core, '2026-03-01', { 'CON.1': 'pay', 'MOV.1': 'set-hours' }, 'document-checked');
    const later = (answers: Record<string, AnswerValue>) => questionnaire(old, '2026-09-01', answers);
    expect(counting('CON.1', mine, later({ 'Q.2': 4 }))).toMatchObject({
      value: 'pay',
      setAside: [{ because: 'coarser', contradicts: false }],
    });
    expect(counting('MOV.1', mine, later({ 'Q.5': 'yes' }))).toMatchObject({ value: 'set-hours' });
    expect(counting('MOV.1', mine, later({ 'Q.5': 'no' }))).toMatchObject({
      value: 0,
      setAside: [{ because: 'newer', contradicts: true }],
    });
  });

  it('counts what is only near a question where nothing else speaks to it', () => {
    const both = [questionnaire(whole, '2025-12-10', { 'POL.2': 'none' }), questionnaire(old, '2026-09-01', { 'Q.4': 'yes' })];
    expect(counting('POL.2', ...both)).toMatchObject({ value: 'none', setAside: [{ because: 'near' }] });
  });
});

describe('a domain of which a part asks nothing', () => {
  const facts = { countries: { value: ['VN'] }, sector: { value: '14' } };
  const best: Record<string, AnswerValue> = {
    ...{ 'SIT.1': 'housing', 'FEE.1': 'always', 'FEE.2.visa': 'employer', 'FEE.2.travel': 'employer' },
    ...{ 'CON.1': 'pay hours notice', 'CON.2': 'always', 'EXI.1': 'none', 'MOV.1': 'any-time' },
  };
  const answers: AnswerGiven[] = Object.entries(best).map(([question, value]) => ({
    question,
    value,
    evidence: 'document-checked',
    answeredOn: asOf,
  }));

  it('does not count: the others share its weight, as the calculation says', () => {
    expect(controlsOf(core).unasked).toEqual(expect.arrayContaining(['policy', 'hours']));
    expect(controlsOf(whole).unasked).toEqual([]);
    const result = assess({ asOf, facts, instrument: core, answers });
    if (result.status !== 'scored') throw new Error('not scored');
    const out = result.domains.filter(({ notAsked }) => notAsked);
    expect(out.map(({ domain, weight }) => [domain, weight])).toEqual(
      expect.arrayContaining([
        ['policy', 0],
        ['hours', 0],
      ]),
    );
    const sum = result.domains.reduce((total, { weight }) => total + weight, 0);
    expect(sum).toBeCloseTo(100, 9);
    const nodes = (node: TraceNode): TraceNode[] => [node, ...(node.inputs ?? []).flatMap(nodes)];
    const said = nodes(explain({ asOf, facts, instrument: core, answers })).filter(({ unknown }) =>
      unknown?.includes('asks nothing of it'),
    );
    expect(said.map(({ value }) => value)).toEqual(out.map(() => 'not-applicable'));
  });
});

type Question = ReturnType<typeof questionsOf>[number];
const answerTo = (question: Question): fc.Arbitrary<AnswerValue> => {
  const { type, options = [], mayBeNotApplicable } = question;
  const values = options.map(({ value }) => value);
  const ticks = fc.subarray(values).map((ticked) => tickAnswer(options, ticked));
  const words = type === 'PICK' ? values : type === 'G4' ? [0, 1, 3, 4] : ['yes', 'partial', 'no'];
  const own: fc.Arbitrary<AnswerValue> = type === 'TICKS' ? ticks : fc.constantFrom<AnswerValue>(...words);
  return fc.oneof(
    { weight: 5, arbitrary: own },
    fc.constantFrom<AnswerValue>('dont-know', ...(mayBeNotApplicable ? ['not-applicable'] : [])),
  );
};
const answered = (key: string): fc.Arbitrary<QuestionnaireGiven> =>
  fc
    .record({
      day: fc.constantFrom('2025-02-11', '2025-12-01', '2026-05-05', '2026-11-20'),
      values: fc.tuple(...questionsOf(instrument(key)).map((question) => fc.option(answerTo(question), { nil: undefined }))),
      evidence: fc.constantFrom<EvidenceGrade>('self-declared', 'document-checked', 'audit-unannounced'),
      id: fc.uuid(),
    })
    .map(({ day, values, evidence, id }) => ({
      ...{ id, instrument: key, submittedAt: `${day}T10:00:00.000Z` },
      answers: questionsOf(instrument(key)).flatMap(({ key: question }, at) => {
        const value = values[at];
        return value === undefined ? [] : [{ question, value, evidence, answeredOn: day }];
      }),
    }));
const several = fc.array(fc.oneof(...[old, core, whole].map(answered)), { minLength: 1, maxLength: 4 });

describe('merging editions and depths', () => {
  it('gives the same in whatever order questionnaires and answers come', () => {
    fc.assert(
      fc.property(several, (given) => {
        const turned = given.map((each) => ({ ...each, answers: [...each.answers].reverse() })).reverse();
        expect(canonicalJson(merge(...turned))).toBe(canonicalJson(merge(...given)));
      }),
    );
  });

  it('loses no question of the bank that any depth answered, and takes its newest answer', () => {
    fc.assert(
      fc.property(several, (given) => {
        const found = merge(...given);
        for (const each of given.filter(({ instrument: key }) => key !== old))
          for (const { question, answeredOn } of each.answers) {
            const counted = found?.answers.find((answer) => answer.question === question);
            expect(counted, question).toBeDefined();
            const isPassedOver = counted?.value !== undefined && (counted.setAside ?? []).some(({ value }) => value === 'not-applicable');
            if (counted && counted.from?.instrument !== old && !isPassedOver) expect(counted.answeredOn >= answeredOn, question).toBe(true);
          }
      }),
    );
  });

  it('gives every question an answer that it takes, or a number of percent from the earlier edition', () => {
    fc.assert(
      fc.property(several, (given) => {
        const found = merge(...given);
        for (const { question, value, from } of found?.answers ?? []) {
          const asked = found && questionsOf(instrument(found.instrument)).find(({ key }) => key === question);
          const isOptions = asked?.type === 'PICK' || asked?.type === 'TICKS';
          if (isOptions && typeof value === 'number') {
            expect(from?.instrument).toBe(old);
            expect(value >= 0 && value <= 100).toBe(true);
          }
        }
      }),
    );
  });
});
