import { describe, expect, it } from 'vitest';
import { smallCore, smallWhole } from '../testing/depths.ts';
import { answersSchema, answersThatCount, contradictionsOf, questionsOf, tickAnswer, visibleQuestions } from './answers.ts';
import { completeInstrument } from './complete.ts';
import { localize, placesOf, shownChoices } from './localize.ts';
import { inheritedPlaces, inheritStrings, resolveInstrument } from './resolve.ts';
import { instrumentSchema } from './schema.ts';

const frozenCore = resolveInstrument(smallCore, () => {
  throw new RangeError('it includes nothing');
});
const frozenWhole = resolveInstrument(smallWhole, () => frozenCore);
const [core, whole] = [completeInstrument(frozenCore), completeInstrument(frozenWhole)];
const string = (text: string) => ({ text, revision: 1, status: 'drafted' as const });
const keysOf = (made: typeof core) => questionsOf(made).map(({ key }) => key);
const coreWith = (key: string, more: object) => ({
  ...smallCore,
  sections: smallCore.sections.map((section) => ({
    ...section,
    questions: section.questions.map((each) => (each.key === key ? { ...each, ...more } : each)),
  })),
});

describe('an instrument that includes another', () => {
  it('asks its own questions and the included ones, in its own order', () => {
    expect(keysOf(whole)).toEqual([
      ...['SIT.1', 'CON.1', 'CON.2', 'POL.1', 'POL.2'],
      ...['HRS.1', 'FEE.1', 'FEE.2.visa', 'FEE.2.travel', 'EXI.1', 'MOV.1'],
    ]);
    const [, costs] = whole.sections;
    expect(costs?.points.map(({ key, title }) => [key, title.en])).toEqual([['FEE.2', 'Who pays?']]);
    expect(whole.consistency).toEqual(core.consistency);
    for (const question of questionsOf(core)) {
      const used = questionsOf(whole).find(({ key }) => key === question.key);
      // The reason may be that of the section, which differs.
      expect({ ...used, whyWeAsk: null, reasonPlace: null }).toEqual({ ...question, whyWeAsk: null, reasonPlace: null });
    }
  });

  it('takes translations of included texts from the included file, and only those', () => {
    const inherited = inheritedPlaces(smallWhole, whole);
    const english = {
      instrument: core.key,
      locale: 'fr',
      strings: Object.fromEntries(placesOf(core).map((place) => [place, string(`core ${place}`)])),
    };
    const own = { instrument: whole.key, locale: 'fr', strings: { title: string('Entier'), 'POL.1.text': string('Politique ?') } };
    const overlay = inheritStrings(own, { inherited, from: [english] });
    const shown = localize(whole.key, { instrument: whole, overlay, locale: 'fr' });
    expect(shown.title.text).toBe('Entier');
    expect(shown.sections[0]?.title).toMatchObject({ text: 'Terms', lang: 'en' });
    expect(shown.sections[1]?.points[0]?.title.text).toBe('core FEE.2.title');
    const texts = new Map(shown.sections.flatMap(({ questions }) => questions).map((each) => [each.key, each]));
    expect(texts.get('CON.1')?.text.text).toBe('core CON.1.text');
    expect(texts.get('CON.1')?.whyWeAsk.text).toBe('core CON.1.whyWeAsk');
    expect(texts.get('FEE.1')?.options.map(({ text }) => text.text)).toContain('core sets.practice.always');
    expect(texts.get('EXI.1')?.options.map(({ text }) => text.text)).toContain('core EXI.1.options.wage');
    expect(shown.scales.PICK.map(({ text }) => text.text)).toContain('core scale.PICK.dont-know');
    expect(shown.consistency[0]?.text.text).toBe('core consistency.paid-but-charged');
    const ownPlaces = placesOf(whole).filter((place) => !inherited.has(place));
    expect(ownPlaces).toEqual(
      expect.arrayContaining(['title', 'A.title', 'C.summary', 'POL.1.text', 'HRS.1.typicalEvidence', 'scale.YNP.yes', 'sets.depth.all']),
    );
    expect(ownPlaces).toHaveLength(1 + 4 + 4 + 2 + 3 * 2);
  });

  it('is refused where a question is missing, left over, or asked twice', () => {
    const asked = (questions: object[]) => ({
      ...smallWhole,
      sections: [{ ...smallWhole.sections[0], questions }, smallWhole.sections[1]],
    });
    const [first] = smallWhole.sections;
    const questions = first?.questions ?? [];
    expect(() => resolveInstrument(asked([...questions, { use: 'ZZZ.1' }]), () => frozenCore)).toThrow('ZZZ.1 is used but not included');
    expect(() => resolveInstrument(asked(questions.slice(0, 2)), () => frozenCore)).toThrow('CON.2 is included but not used');
    expect(() => resolveInstrument(asked([...questions, { use: 'CON.1' }]), () => frozenCore)).toThrow('a question key is there twice');
    const sets = { ...smallWhole.sets, payer: smallCore.sets.payer };
    expect(() => resolveInstrument({ ...smallWhole, sets }, () => frozenCore)).toThrow('the set payer is there twice');
  });
});

describe('PICK and TICKS', () => {
  it.each([
    [{ 'FEE.1': 'always', 'CON.1': 'pay notice', 'EXI.1': 'none', 'MOV.1': 'dont-know' }, true],
    [{ 'FEE.2.visa': 'not-applicable' }, true],
    [{ 'FEE.2.travel': 'not-applicable' }, false],
    [{ 'FEE.1': 'employer' }, false],
    [{ 'FEE.1': 'none' }, false],
    [{ 'CON.1': 'notice pay' }, false],
    [{ 'CON.1': 'pay pay' }, false],
    [{ 'CON.1': 'pay none' }, false],
    [{ 'CON.1': '' }, false],
    [{ 'CON.1': 'everything' }, false],
  ])('%j is accepted: %s', (answers, ok) => {
    expect(answersSchema(core).safeParse(answers).success).toBe(ok);
  });

  it('write ticks in the order of the question, and no tick as none', () => {
    const { options = [] } = questionsOf(core).find(({ key }) => key === 'CON.1') ?? {};
    expect(tickAnswer(options, ['notice', 'pay', 'other'])).toBe('pay notice');
    expect(tickAnswer(options, [])).toBe('none');
  });

  it('ask what depends on a tick where it is ticked, not answered or not known', () => {
    const isAsked = (value: string | undefined) => visibleQuestions(core, { 'SIT.1': value }).some(({ key }) => key === 'MOV.1');
    expect(['housing', 'housing agency', 'dont-know', undefined].map(isAsked)).toEqual([true, true, true, true]);
    expect(['agency', 'none', 'not-applicable'].map(isAsked)).toEqual([false, false, false]);
    expect(answersThatCount(core, { 'SIT.1': 'none', 'MOV.1': 'any-time' })).toEqual({ 'SIT.1': 'none' });
  });

  it('name answers that contradict each other by what was picked, ticked, or is worth', () => {
    const found = (answers: Record<string, string>) => contradictionsOf(core, answers).map(({ code }) => code);
    expect(found({ 'FEE.1': 'mostly', 'FEE.2.visa': 'worker' })).toEqual(['paid-but-charged']);
    expect(found({ 'FEE.1': 'sometimes', 'FEE.2.visa': 'worker' })).toEqual([]);
    expect(found({ 'FEE.1': 'always', 'FEE.2.visa': 'shared' })).toEqual([]);
    expect(found({ 'MOV.1': 'set-hours', 'EXI.1': 'deposit wage' })).toEqual(['free-but-bound']);
    expect(found({ 'FEE.2.travel': 'employer', 'CON.1': 'pay' })).toEqual(['more-than-written']);
    expect(found({ 'FEE.2.travel': 'shared', 'CON.1': 'pay notice' })).toEqual([]);
  });

  it('show their options, then what their scale offers besides', () => {
    const shown = localize(core.key, { instrument: core, overlay: null, locale: 'en' });
    const choices = (key: string) => {
      const question = shown.sections.flatMap(({ questions }) => questions).find((each) => each.key === key);
      return question && shownChoices(shown, question).map(({ value }) => value);
    };
    expect(choices('FEE.1')).toEqual(['always', 'mostly', 'sometimes', 'never', 'dont-know']);
    expect(choices('FEE.2.visa')).toEqual(['employer', 'shared', 'worker', 'dont-know', 'not-applicable']);
    expect(choices('CON.1')).toEqual(['pay', 'hours', 'notice', 'none', 'dont-know']);
    expect(placesOf(core).filter((place) => place.includes('worker'))).toEqual(['sets.payer.worker']);
  });

  it.each([
    [
      'whose best answer is not worth everything',
      coreWith('CON.1', {
        options: [
          { value: 'pay', credit: 0.9, text: { en: 'Pay' } },
          { value: 'hours', credit: 0, text: { en: 'Hours' } },
        ],
      }),
    ],
    [
      'whose worst answer is worth something',
      coreWith('EXI.1', {
        options: [
          { value: 'a', credit: -0.2, text: { en: 'A' } },
          { value: 'b', credit: -0.2, text: { en: 'B' } },
        ],
      }),
    ],
    [
      'with credit in a domain but none on an option',
      coreWith('CON.1', {
        options: [
          { value: 'pay', credit: 1, text: { en: 'Pay' } },
          { value: 'hours', text: { en: 'Hours' } },
        ],
      }),
    ],
    [
      'with an option that the scale offers',
      coreWith('SIT.1', {
        options: [
          { value: 'none', text: { en: 'None' } },
          { value: 'housing', text: { en: 'Housing' } },
        ],
      }),
    ],
    ['with a set that the instrument does not have', coreWith('FEE.1', { set: 'colours' })],
    ['with a set and options', coreWith('MOV.1', { set: 'practice' })],
    ['with neither', coreWith('MOV.1', { options: undefined })],
    ['with a row outside a table', coreWith('FEE.1', { layout: 'row' })],
    ['with rows of two sets in one table', coreWith('FEE.2.travel', { set: 'practice' })],
    ['with a base where nothing is ticked', coreWith('FEE.1', { base: 1 })],
    [
      'that depends on a tick of a question that ticks nothing',
      coreWith('MOV.1', { dependsOn: { question: 'FEE.1', ticked: ['always'] } }),
    ],
    ['that depends on a tick that does not exist', coreWith('MOV.1', { dependsOn: { question: 'SIT.1', ticked: ['garden'] } })],
    ['that depends on answers and ticks', coreWith('MOV.1', { dependsOn: { question: 'SIT.1', ticked: ['housing'], unless: ['none'] } })],
    ['with a topic of law that does not exist', coreWith('FEE.1', { law: ['weather'] })],
    [
      'with a contradiction by an answer that cannot be given',
      { ...smallCore, consistency: [{ ...smallCore.consistency[0], is: ['yes'] }] },
    ],
    ['with an answer that its scale has no text for', { ...smallCore, scales: { ...smallCore.scales, TICKS: [] } }],
  ])('refuse a question %s', (_, given) => {
    expect(instrumentSchema.safeParse(smallCore).success).toBe(true);
    expect(instrumentSchema.safeParse(given).success).toBe(false);
  });
});
