import { describe, expect, it } from 'vitest';
import { readCompliance } from '../compliance/read-instrument.ts';
import {
  complianceClusters,
  complianceOfCountry,
  compliancePoints,
  complianceQuestion,
  complianceQuestions,
  isRuleOn,
} from '../reference/at.ts';
import { type Answers, questionsOf, visibleQuestions } from './answers.ts';
import { instrument } from './at.ts';

const cat = instrument('better-work-cat@1.0.0');
const asOf = '2026-11-26';
const assessed = cat.sections.filter((section) => section.cluster);
const gathering = cat.sections.filter((section) => !section.cluster);
const asked = assessed.flatMap((section) => section.questions);
const keys = new Set(asked.map(({ key }) => key));

/** The topics of every point as the design lists them, by letter; one that holds several things is asked in parts (`.1`, `.2`). */
const topics: Record<string, string> = {
  'BW.CL.1': 'ab',
  'BW.CL.2': 'abcd',
  'BW.CL.3': 'abc',
  'BW.DI.1': 'abcdefg',
  'BW.DI.2': 'abcdefg',
  'BW.DI.3': 'abcdefghijk',
  'BW.DI.4': 'abc',
  'BW.FL.1': 'abcdefghi',
  'BW.FL.2': 'abcde',
  'BW.FL.3': 'ab',
  'BW.FL.4': 'abc',
  'BW.FA.1': 'abc',
  'BW.FA.2': 'abcdef',
  'BW.FA.3': 'abcdefghi',
  'BW.FA.4': 'abcde',
  'BW.FA.5': 'abcd',
  'BW.CO.1': 'abcd',
  'BW.CO.2': 'abcd',
  'BW.CO.3': 'ab',
  'BW.CO.4': 'abcd',
  'BW.CO.5': 'abcde',
  'BW.CO.6': 'abcdef',
  'BW.CO.7': 'abcd',
  'BW.HR.1': 'abcde',
  'BW.HR.2': 'abcdefgh',
  'BW.HR.3': 'abcdefg',
  'BW.HR.4': 'abcdef',
  'BW.OS.1': 'abcdefgh',
  'BW.OS.2': 'abcdefgh',
  'BW.OS.3': 'abcdefghij',
  'BW.OS.4': 'abcde',
  'BW.OS.5': 'abcdef',
  'BW.OS.6': 'abcde',
  'BW.OS.7': 'abcdefghijklm',
  'BW.OS.8': 'abcdefghi',
  'BW.WT.1': 'abcdef',
  'BW.WT.2': 'abcde',
  'BW.WT.3': 'abcdefg',
};

const tagOf = { confirmed: 'C', derived: 'D', memory: 'M' } as const;

describe('the compliance assessment', () => {
  it('has eight clusters and the 38 points of the table, 3 4 4 5 7 4 8 3', () => {
    expect(assessed.map(({ cluster }) => cluster)).toEqual([...complianceClusters]);
    const points = assessed.flatMap(({ cluster, points: own }) => own.map(({ key }) => ({ code: key, cluster })));
    expect(points).toEqual(
      complianceClusters.flatMap((cluster) =>
        compliancePoints().flatMap((row) => (row.cluster === cluster ? [{ code: row.code, cluster }] : [])),
      ),
    );
    expect(assessed.map(({ points: own }) => own.length)).toEqual([3, 4, 4, 5, 7, 4, 8, 3]);
    for (const point of compliancePoints()) {
      const own = assessed.flatMap(({ points: each }) => each).find(({ key }) => key === point.code);
      expect(own?.provenance === 'M', point.code).toBe(point.provenance.confidence === 'memory');
    }
  });

  it('asks every topic of every point: 229 questions, 9 34 19 28 29 28 64 18', () => {
    expect(Object.keys(topics)).toHaveLength(38);
    for (const [point, letters] of Object.entries(topics))
      for (const letter of letters)
        expect(keys.has(`${point}.${letter}`) || keys.has(`${point}.${letter}.1`), `${point}.${letter}`).toBe(true);
    expect(assessed.map(({ questions }) => questions.length)).toEqual([9, 34, 19, 28, 29, 28, 64, 18]);
    expect(asked.every(({ key, point, type }) => type === 'NC' && key.startsWith(`${point}.`))).toBe(true);
  });

  it('agrees with the table of known questions on what is not compliant and on zero tolerance', () => {
    for (const known of complianceQuestions()) {
      const question = asked.find(({ key }) => key === known.code);
      expect(question?.nonCompliantWhen, known.code).toBe(known.nonCompliantWhen);
      expect(question?.zeroTolerance === true, known.code).toBe(known.overrides.includes('O1'));
      expect(question?.provenance, known.code).toBe(known.provenance.confidence === 'memory' ? 'M' : 'C');
    }
    expect(complianceQuestions('2026-11-25')).toHaveLength(28);
    const zero = asked.filter((question) => question.zeroTolerance);
    expect(zero.map(({ key }) => key)).toEqual(['BW.CL.1.a', 'BW.CL.2.c', 'BW.FL.1.b', 'BW.FL.1.f', 'BW.FL.1.i', 'BW.OS.3.j', 'BW.OS.8.d']);
    for (const { key, raises } of zero)
      expect([raises?.grade, complianceQuestion(key)?.overrides.includes('O1')], key).toEqual(['critical', true]);
  });

  it('raises findings of forced and child labour only: the two clusters, and other questions that show an indicator', () => {
    const raising = asked.filter(({ raises }) => raises);
    const beyond = raising.filter(({ point }) => !point?.startsWith('BW.FL.') && !point?.startsWith('BW.CL.'));
    expect(raising.length - beyond.length).toBe(28);
    expect(beyond.map(({ key }) => key)).toEqual(['BW.HR.2.e', 'BW.HR.3.e', 'BW.OS.3.j', 'BW.OS.7.j', 'BW.OS.8.d', 'BW.WT.2.a']);
    for (const { key, raises, indicators } of beyond) expect([raises?.indicator], key).toEqual(indicators);
    expect(complianceQuestion('BW.FL.1.b')?.overrides).toEqual(['O1']);
  });

  it('keeps what it gathers apart: it may stay empty and decides only what is asked', () => {
    expect(gathering.map(({ key, questions }) => [key, questions.length])).toEqual([
      ['BW.SI', 18],
      ['BW.UN', 7],
      ['BW.PI', 18],
    ]);
    const shown = (answers: Answers) => visibleQuestions(cat, answers).length;
    expect(shown({})).toBe(questionsOf(cat).length);
    expect(shown({ 'BW.SI.i': 'no' })).toBe(questionsOf(cat).length - 3);
    expect(shown({ 'BW.SI.j': 'no' })).toBe(questionsOf(cat).length - 14);
  });

  it('shows what differs in a country beside the question of edition one, and beside the part of it that edition two asks', () => {
    const two = questionsOf(instrument('better-work-cat@2.0.0'));
    for (const country of ['BD', 'HT', 'ID', 'JO', 'KH', 'NI', 'VN'])
      for (const rule of complianceOfCountry(country)) {
        expect(
          asked.filter(({ key }) => isRuleOn(rule, key)).map(({ key }) => key),
          `${country} ${rule.question}`,
        ).toEqual([rule.question]);
        expect(two.filter(({ key }) => isRuleOn(rule, key)).length, `${country} ${rule.question}`).toBeGreaterThan(0);
      }
    const [hours] = ['BD', 'HT', 'ID', 'JO', 'KH', 'NI', 'VN'].flatMap((country) =>
      complianceOfCountry(country).filter(({ question }) => question === 'BW.CL.2.b'),
    );
    expect(two.filter(({ key }) => hours && isRuleOn(hours, key)).map(({ key }) => key)).toEqual(['BW.CL.2.b.2']);
  });

  it('marks public items of one country in the country, others on the question', () => {
    const publicThere = ['JO', 'VN'].flatMap((country) => complianceOfCountry(country).filter(({ kind }) => kind === 'public'));
    expect(publicThere.map(({ question }) => question)).toHaveLength(7);
    for (const { question } of publicThere) expect(asked.find(({ key }) => key === question)?.publicItem, question).toBe('known');
    for (const country of ['BD', 'HT', 'ID', 'JO', 'KH', 'NI', 'VN'])
      for (const { question } of complianceOfCountry(country)) expect(keys.has(question), `${country} ${question}`).toBe(true);
    const age = (country: string) => complianceOfCountry(country).find(({ kind }) => kind === 'minimum-age')?.value;
    expect(['BD', 'NI', 'HT', 'ID', 'VN', 'JO', 'KH', 'DE'].map(age)).toEqual([14, 14, 15, 15, 15, 16, null, undefined]);
  });

  it.each([
    ['BD', ['CL.1.a minimum-age 14 C']],
    ['HT', ['CL.1.a minimum-age 15 C', 'CL.1.b variant C']],
    ['ID', ['CL.1.a minimum-age 15 C']],
    [
      'JO',
      [
        ...['CL.1.a minimum-age 16 C', 'CL.2.b hours-a-day 7 C', 'CL.2.b hours-a-week 42 C', 'FA.1.a law-itself C'],
        ...['FL.1.c public C', 'FL.2.e public C', 'OS.7.c public C', 'OS.7.d public C'],
      ],
    ],
    ['KH', ['CL.1.a minimum-age M', 'CL.1.a protocol C', 'WT.2.b hours-a-day 2 C']],
    ['NI', ['CL.1.a minimum-age 14 C']],
    ['VN', ['CL.1.a minimum-age 15 C', 'HR.2.a public C', 'OS.2.a public C', 'OS.2.e public C', 'OS.7.e litres-a-day 75 C']],
  ])('holds of %s exactly what is known, each with where it comes from', (country, known) => {
    const told = complianceOfCountry(country).map(({ question, kind, value, provenance }) =>
      [question.replace('BW.', ''), kind, ...(value === null ? [] : [value]), tagOf[provenance.confidence]].join(' '),
    );
    expect(told).toEqual(known);
  });

  it('prints nothing that is recalled as a limit or as law, in any country', () => {
    for (const country of ['BD', 'HT', 'ID', 'JO', 'KH', 'NI', 'VN'])
      for (const { kind, value, provenance } of complianceOfCountry(country))
        if (provenance.confidence === 'memory') expect([kind, value], country).toEqual(['minimum-age', null]);
    for (const question of asked) if (question.provenance === 'M') expect(question.clause, question.key).toBeNull();
  });
});

describe('its reading by R12', () => {
  const read = (answers: Answers) => readCompliance(cat, { asOf, answers });
  const all = (value: string) => Object.fromEntries(asked.map(({ key }) => [key, value]));

  it('is compliant nowhere when nothing was assessed, whether unanswered or said so', () => {
    for (const reading of [read({}), read(all('not-assessed'))]) {
      expect(reading.overall).toEqual({ nonCompliant: 0, assessed: 0, rate: null });
      expect(reading.points.map(({ nonCompliant }) => nonCompliant)).toEqual(Array.from({ length: 38 }, () => null));
    }
  });

  it('makes a point non-compliant by one question, whichever answer to its text is bad', () => {
    for (const code of ['BW.FL.2.a', 'BW.FL.2.d']) {
      const reading = read({ ...all('compliant'), [code]: 'not-compliant' });
      expect(reading.overall).toMatchObject({ nonCompliant: 1, assessed: 33 });
      expect(reading.points.filter(({ nonCompliant }) => nonCompliant)).toMatchObject([{ code: 'BW.FL.2', because: [code] }]);
      expect(reading.zeroTolerance).toEqual([]);
    }
    expect(read({ 'BW.OS.8.d': 'not-compliant' }).zeroTolerance).toEqual(['BW.OS.8.d']);
  });

  it('leaves out what does not apply, what is hidden and what was only gathered', () => {
    const reading = read({ ...all('not-compliant'), 'BW.SI.i': 'no', 'BW.SI.a': 900, 'BW.SI.c': 'not-compliant' });
    expect(reading.points.find(({ code }) => code === 'BW.FL.4')?.nonCompliant).toBeNull();
    expect(reading.questions.some(({ code }) => code.startsWith('BW.SI'))).toBe(false);
    expect(read({ 'BW.CL.3.b': 'not-applicable' }).points.find(({ code }) => code === 'BW.CL.3')?.nonCompliant).toBeNull();
  });
});
