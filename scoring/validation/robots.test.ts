import { describe, expect, it } from 'vitest';
import { questionsOf, tickAnswer, visibleQuestions } from '../instruments/answers.ts';
import { instrument } from '../instruments/at.ts';
import { extremeAnswer } from '../instruments/choices.ts';
import { scoreMany } from '../odds/assess.ts';
import { numbersAt } from '../odds/parameters.ts';
import type { AnswerGiven, AnswerValue } from '../types.ts';
import type { EvidenceGrade } from '../vocabulary.ts';

const asOf = '2026-12-01';
const core = instrument('workshop-core@1.0.0');
const asked = questionsOf(core).filter(({ type }) => type !== 'FACT');
/** A garment workshop in Viet Nam with migrants, an agency and rooms. */
const facts = {
  countries: { value: ['VN'] },
  sector: { value: '1410' },
  workers: { value: 30 },
  migrantShare: { value: 0.2 },
  agencyShare: { value: 0.1 },
  housing: { value: 'tied' as const },
};
const { claimed } = numbersAt(asOf)['R5.most'];

type Given = Record<string, AnswerValue | undefined>;
const by = (value: (question: (typeof asked)[number]) => AnswerValue | undefined): Given =>
  Object.fromEntries(asked.map((question) => [question.key, value(question)]));

/** Points that the answers take off the score; hidden questions are not answered. */
function gain(given: Given, evidence: EvidenceGrade | ((question: string) => EvidenceGrade)): number {
  const shown = new Set(visibleQuestions(core, given).map(({ key }) => key));
  const answers = Object.entries(given).flatMap(([question, value]): AnswerGiven[] =>
    value === undefined || !shown.has(question)
      ? []
      : [{ question, value, evidence: typeof evidence === 'string' ? evidence : evidence(question), answeredOn: asOf }],
  );
  const [without, withAnswers] = scoreMany([
    { asOf, facts },
    { asOf, facts, instrument: core.key, answers },
  ]);
  if (without?.status !== 'scored' || withAnswers?.status !== 'scored') throw new Error('not scored');
  return without.score - withAnswers.score;
}

const site = 'housing agency';
/** A workshop as many are: it pays on time and keeps no documents, but little is in writing and workers pay a part of what the job costs. */
const honest: Given = {
  ...{
    'SIT.1': site,
    'CON.1': 'first-week',
    'CON.2': 'pay hours',
    'CON.3': 'some',
    'PAY.1': 'mostly',
    'PAY.2': 'pay hours',
    'ADV.1': 'one-month',
  },
  ...{
    'AGE.1': 'always',
    'FEE.1': 'asked-some',
    'FEE.3': 'part',
    'FEE.2.agent': 'worker',
    'FEE.2.documents': 'employer',
    'FEE.2.travel': 'worker',
  },
  ...{ 'FEE.2.medical': 'employer', 'FEE.2.insurance': 'employer', 'FEE.2.tests': 'not-applicable', 'FEE.2.training': 'not-applicable' },
  ...{
    'FEE.2.tools': 'employer',
    'FEE.2.extra': 'not-applicable',
    'AGY.1': 'not-checked',
    'DOC.1': 'worker',
    'HRS.1': 'nothing',
    'MOV.1': 'free',
  },
  ...{ 'MOV.2': 'set-hours', 'EXI.1': 'none', 'EXI.2': 'loss', 'VOI.1': 'other-person', 'REM.1': 'spoken', 'POL.1': 'spoken' },
};
const flattering: Given = { ...by((question) => extremeAnswer(question, 'best')), 'SIT.1': site };
const worst: Given = { ...by((question) => extremeAnswer(question, 'worst')), 'SIT.1': site };
const straight = (pick: (values: string[]) => string | undefined): Given =>
  by(({ type, options = [] }) => {
    const value = pick(options.map((option) => option.value));
    return value === undefined ? undefined : type === 'TICKS' ? tickAnswer(options, [value]) : value;
  });
const lines: [string, Given][] = [
  ['the first answer everywhere', straight((values) => values[0])],
  ['the last answer everywhere', straight((values) => values.at(-1))],
  ['the second answer everywhere', straight((values) => values[1])],
  [
    'every box ticked',
    by(({ type, options = [] }) =>
      type === 'TICKS'
        ? tickAnswer(
            options,
            options.map(({ value }) => value),
          )
        : options[0]?.value,
    ),
  ],
  ['no box ticked', by(({ type, options = [] }) => (type === 'TICKS' ? 'none' : options[0]?.value))],
];

describe('three robots answer the core', () => {
  it('the honest one is given by answers that the questions take', () => {
    const known = new Map(asked.map(({ key, options = [] }) => [key, options.map(({ value }) => value)]));
    for (const [key, value] of Object.entries(honest))
      for (const each of String(value).split(' ')) expect([...(known.get(key) ?? []), 'none', 'not-applicable'], key).toContain(each);
    const open = visibleQuestions(core, honest).filter(({ key, type }) => type !== 'FACT' && honest[key] === undefined);
    expect(open.map(({ key }) => key)).toEqual([]);
  });

  it.each(lines)('the careless one, %s, gains at most what a claim may', (_, given) => {
    expect(gain(given, 'self-declared')).toBeLessThanOrEqual(claimed + 1e-9);
    expect(gain(given, 'none')).toBe(0);
  });

  it('the careless one who knows nothing gains nothing', () => {
    expect(
      gain(
        by(() => 'dont-know'),
        'self-declared',
      ),
    ).toBe(0);
  });

  it('the flattering one gains at most what a claim may, however good the answers are', () => {
    const most = gain(flattering, 'self-declared');
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(claimed + 1e-9);
    for (const [, given] of lines) expect(gain(given, 'self-declared')).toBeLessThanOrEqual(most + 1e-9);
  });

  it('the honest one gains less than the flattering one by words alone, and more with evidence', () => {
    const words = gain(honest, 'self-declared');
    const [uploaded, checked, visited] = (['document-uploaded', 'document-checked', 'audit-unannounced'] as const).map((each) =>
      gain(honest, each),
    );
    expect(words).toBeGreaterThan(0);
    expect(words).toBeLessThan(gain(flattering, 'self-declared'));
    expect(uploaded).toBeGreaterThan(words);
    expect(checked).toBeGreaterThan(uploaded ?? 0);
    expect(visited).toBeGreaterThan(checked ?? 0);
    expect(checked).toBeGreaterThan(gain(flattering, 'self-declared'));
  });

  it('evidence for a few good answers is worth more than praise for all, and bad answers gain nothing with it', () => {
    const few = new Set(['DOC.1', 'PAY.1', 'AGE.1', 'HRS.1', 'MOV.1', 'EXI.1']);
    expect(gain(honest, (question) => (few.has(question) ? 'document-checked' : 'self-declared'))).toBeGreaterThan(
      gain(honest, 'self-declared'),
    );
    expect(gain(worst, 'audit-unannounced')).toBe(0);
  });

  it('a better answer never costs the honest one anything', () => {
    for (const question of asked.filter(({ domain, key }) => domain !== null && honest[key] !== 'not-applicable')) {
      const better = { ...honest, [question.key]: extremeAnswer(question, 'best') };
      expect(gain(better, 'document-checked'), question.key).toBeGreaterThanOrEqual(gain(honest, 'document-checked') - 1e-9);
    }
  });
});
