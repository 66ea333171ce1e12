import { describe, expect, it } from 'vitest';
import { controlsOf } from '../engine/controls-of.ts';
import { answersSchema, answersThatCount, contradictionsOf, needsAnswer, questionsOf, visibleQuestions } from './answers.ts';
import { instrument, instrumentKeys } from './at.ts';
import { completeInstrument } from './complete.ts';
import { localize, placesOf } from './localize.ts';
import { instrumentSchema } from './schema.ts';

const words = (en: string) => ({ en });
const question = (key: string, type: string, more: object = {}) => ({
  key,
  type,
  text: words(`Question ${key}?`),
  typicalEvidence: words('A paper'),
  mayBeNotApplicable: false,
  dependsOn: null,
  indicators: [],
  clause: null,
  provenance: 'D',
  ...more,
});
const bad = { point: 'T.1', verify: ['documents'], nonCompliantWhen: 'yes' };
const scale = (...values: string[]) => values.map((value) => ({ value, text: words(value) }));
const raw = {
  id: 'test',
  version: '1.0.0',
  title: words('Test'),
  owner: 'us',
  licence: 'ours',
  source: 'us',
  language: 'en',
  audience: ['auditor'],
  kind: 'audit',
  scores: false,
  evidenceFrom: 'T.f',
  scales: {
    NC: scale('compliant', 'not-compliant', 'not-assessed', 'not-applicable'),
    SIGN: scale('present', 'absent', 'unknown'),
    REVIEW: scale('met', 'partial', 'not-met', 'not-assessed'),
  },
  sections: [
    {
      key: 'T',
      title: words('Section'),
      summary: words('The section.'),
      provenance: 'D',
      points: [{ key: 'T.1', title: words('Point'), whyWeAsk: words('The point.'), provenance: 'C' }],
      questions: [
        question('T.a', 'CHOICE', {
          options: [
            { value: 'a-house', text: words('A house') },
            { value: 'none', text: words('None') },
          ],
        }),
        question('T.b', 'NC', { ...bad, mayBeNotApplicable: true, dependsOn: { question: 'T.a', unless: ['none'] } }),
        question('T.c', 'SIGN', { point: 'T.1', strength: 'strong', dimension: 'coercion-at-destination' }),
        question('T.d', 'REVIEW', { point: 'T.1', whyWeAsk: words('Its own reason.') }),
        question('T.e', 'NUMBER'),
        question('T.f', 'CHOICE', {
          options: [
            { value: 'audit-announced', text: words('Announced') },
            { value: 'audit-unannounced', text: words('Unannounced') },
          ],
        }),
        question('T.g', 'TEXT'),
        question('T.h', 'DATE'),
      ],
    },
  ],
  consistency: [],
};
const made = completeInstrument(instrumentSchema.parse(raw));
const change = (key: string, more: object) => ({
  ...raw,
  sections: raw.sections.map((section) => ({
    ...section,
    questions: section.questions.map((each) => (each.key === key ? { ...each, ...more } : each)),
  })),
});
const refuses = (given: object) => instrumentSchema.safeParse(given).success === false;

describe('questions of those who assess', () => {
  it.each([
    [
      { 'T.b': 'not-compliant', 'T.c': 'present', 'T.d': 'partial', 'T.a': 'a-house', 'T.e': 12.5, 'T.g': 'yes', 'T.h': '2026-11-24' },
      true,
    ],
    [{ 'T.b': 'not-applicable' }, true],
    [{ 'T.c': 'not-applicable' }, false],
    [{ 'T.b': 'yes' }, false],
    [{ 'T.c': 'dont-know' }, false],
    [{ 'T.a': 'a house' }, false],
    [{ 'T.e': -1 }, false],
    [{ 'T.e': '12' }, false],
    [{ 'T.g': '   ' }, false],
    [{ 'T.h': '24.11.2026' }, false],
    [{ 'T.h': '2026-02-30' }, false],
  ])('%j is accepted: %s', (answers, ok) => {
    expect(answersSchema(made).safeParse(answers).success).toBe(ok);
  });

  it('count what is on a scale and asked, never what is gathered, which may stay empty', () => {
    const answers = { 'T.a': 'none', 'T.b': 'compliant', 'T.c': 'absent', 'T.e': 3, 'T.g': 'met' };
    expect(visibleQuestions(made, answers).map(({ key }) => key)).toEqual(['T.a', 'T.c', 'T.d', 'T.e', 'T.f', 'T.g', 'T.h']);
    expect(answersThatCount(made, answers)).toEqual({ 'T.c': 'absent' });
    expect(
      questionsOf(made)
        .filter(needsAnswer)
        .map(({ key }) => key),
    ).toEqual(['T.b', 'T.c', 'T.d']);
    expect(contradictionsOf(made, answers)).toEqual([]);
  });

  it('give no control credit: an instrument that does not score holds no control for it', () => {
    for (const key of instrumentKeys()) expect(controlsOf(key).questions.length > 0, key).toBe(instrument(key).scores);
  });

  it('take the reason of their point, or of the section, where they have none of their own, and its translation', () => {
    const overlay = {
      instrument: 'test@1.0.0',
      locale: 'fr',
      strings: { 'T.1.whyWeAsk': { text: 'Le point.', revision: 2, status: 'drafted' as const } },
    };
    const [section] = localize(made.key, { instrument: made, overlay, locale: 'fr' }).sections;
    expect(section?.questions.map(({ whyWeAsk }) => whyWeAsk.text)).toEqual([
      'The section.',
      'Le point.',
      'Le point.',
      'Its own reason.',
      ...Array.from({ length: 4 }, () => 'The section.'),
    ]);
    expect(placesOf(made)).toEqual(expect.arrayContaining(['T.1.title', 'T.1.whyWeAsk', 'T.d.whyWeAsk', 'T.a.options.none']));
    expect(placesOf(made)).not.toContain('T.b.whyWeAsk');
  });
});

describe('an instrument is refused', () => {
  it('is unchanged otherwise', () => expect(refuses(raw)).toBe(false));
  it.each([
    ['that depends on a question asked later', change('T.a', { dependsOn: { question: 'T.b', unless: ['compliant'] } })],
    ['that depends on an answer nobody can give', change('T.b', { dependsOn: { question: 'T.a', unless: ['no'] } })],
    ['with an empty text', change('T.c', { text: words('  ') })],
    ['with a sign of no known strength', change('T.c', { strength: 'loud' })],
    ['with a strength but no dimension', change('T.c', { dimension: undefined })],
    ['with an indicator that is none', change('T.c', { indicators: ['sadness'] })],
    ['with a point it does not have', change('T.b', { point: 'T.2' })],
    ['with a question under no point', change('T.d', { point: undefined })],
    ['with a compliance question that nobody can read', change('T.b', { nonCompliantWhen: undefined })],
    ['with a compliance question nobody can verify', change('T.b', { verify: undefined })],
    ['with a clause that is only recalled', change('T.b', { provenance: 'M', clause: 'Labour Code, section 1' })],
    ['with a choice of nothing', change('T.a', { options: undefined })],
    ['with a control that has a domain though nothing scores', change('T.d', { type: 'YNP', domain: 'policy' })],
    ['with a scale that has no words', { ...raw, scales: { ...raw.scales, SIGN: [] } }],
    ['whose visit is told by a question that tells no grade', { ...raw, evidenceFrom: 'T.a' }],
    [
      'that scores with a control that counts nowhere',
      { ...change('T.d', { type: 'RF', raises: { grade: 'minor', indicator: null } }), scores: true },
    ],
  ])('%s', (_, given) => expect(refuses(given)).toBe(true));
});
