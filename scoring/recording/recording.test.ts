import { describe, expect, it } from 'vitest';
import { questionsOf } from '../instruments/answers.ts';
import { instrument, instrumentKeys, newestInstrumentKeys } from '../instruments/at.ts';
import { choicesOf } from '../instruments/choices.ts';
import type { InstrumentQuestion } from '../instruments/complete.ts';
import { restrictedQuestions } from '../zero-tolerance/implied.ts';
import { answerOf, convert, proposeAnswers, stateOf } from './propose-answers.ts';
import { type RecordedEdition, recordedEdition, sameFacts, sameFactsAmong } from './same-facts.ts';
import { thingsLeft } from './things-left.ts';
import { methodsOf, sitePlacesOf } from './where-asked.ts';

/** Questions by key; those of edition two have some keys of edition one. */
const questionsByKey = (keys: readonly string[]) =>
  new Map(keys.flatMap((key) => questionsOf(instrument(key)).map((each) => [each.key, each])));
const editions = {
  1: questionsByKey(instrumentKeys().filter((key) => !key.endsWith('@2.0.0') && !key.startsWith('workshop-core'))),
  2: questionsByKey(newestInstrumentKeys()),
};
const foundIn = (edition: RecordedEdition, key: string): InstrumentQuestion => {
  const question = editions[edition].get(key);
  if (!question) throw new Error(`no questionnaire asks ${key}`);
  return question;
};
const found = (key: string) => foundIn(1, key);
const askedIn = (...keys: string[]) =>
  new Map(keys.flatMap((key) => questionsOf(instrument(key)).flatMap((each) => (each.type === 'FACT' ? [] : [[each.key, each] as const]))));
const three = askedIn(
  ...['better-work-cat@1.0.0', 'ilo-employers-checklist@1.0.0', 'ilo-ten-principles@1.0.0'],
  ...['ilo-eleven-indicators@1.0.0', 'ilo-operational-indicators@1.0.0'],
);
const threeOfTwo = askedIn(
  ...['better-work-cat@2.0.0', 'ilo-employers-checklist@2.0.0', 'ilo-eleven-indicators@2.0.0', 'ilo-operational-indicators@2.0.0'],
);
const askedOf = { 1: three, 2: threeOfTwo };
const withheld = restrictedQuestions();
const fromRecord = new Set([
  ...['BW.PI.a', 'BW.PI.b', 'BW.PI.c', 'BW.PI.k', 'BW.PI.l', 'BW.PI.m', 'BW.PI.n', 'BW.PI.o', 'BW.PI.q'],
  ...['HL.1', 'HL.2', 'HL.3', 'D0.c', 'D0.d', 'D0.e', 'D0.f', 'D0.g'],
]);
const propose = (answers: Record<string, string | number>) => proposeAnswers(sameFacts(1), { asked: three, answers, withheld });
const valuesOf = (answers: Record<string, string | number>) =>
  Object.fromEntries([...propose(answers)].map(([key, { value }]) => [key, value]));

describe.each([1, 2] as const)('the table of same facts of edition %s', (edition) => {
  const { rows, sums, conversions } = sameFacts(edition);
  const found = (key: string) => foundIn(edition, key);

  it('names only questions that released questionnaires ask, and each pair once', () => {
    const pairs = rows.map(([left, , right]) => [left, right].sort().join(' '));
    expect(new Set(pairs).size).toBe(pairs.length);
    for (const [left, , right] of rows) expect([found(left).key, found(right).key]).toEqual([left, right]);
    for (const { whole, parts } of sums) expect([whole, ...parts].map((key) => found(key).key)).toEqual([whole, ...parts]);
    for (const { from, to } of conversions) expect([found(from).key, found(to).key]).toEqual([from, to]);
  });

  /** Whether yes to the question is not in order. */
  const isYesBad = ({ type, nonCompliantWhen }: InstrumentQuestion) => type === 'SIGN' || type === 'RF' || nonCompliantWhen === 'yes';
  it.each(rows)('%s %s %s states its scale', (left, _relation, right, scale) => {
    expect(scale).toBe(isYesBad(found(left)) === isYesBad(found(right)) ? 'same' : 'opposite');
  });

  it('relates no question of steps or of shares by rule: their answers are converted one by one', () => {
    const types = new Set(rows.flatMap(([left, , right]) => [found(left).type, found(right).type]));
    expect([...types].sort()).toEqual(edition === 1 ? ['NC', 'RF', 'SIGN', 'YNP'] : ['NC', 'SIGN']);
  });

  it('converts between answers that both questions have', () => {
    for (const { from, to, values } of conversions) {
      const given = choicesOf(found(from)).map(String);
      const isNumber = ['NUMBER', 'PCT'].includes(found(from).type);
      for (const [answer, value] of Object.entries(values)) {
        if (!isNumber) for (const each of answer.split(' ')) expect(given, `${from} ${answer}`).toContain(each);
        expect(choicesOf(found(to)), `${to} ${value}`).toContain(value);
      }
    }
    expect(convert({ '100': 'yes', some: 'partial' }, 40)).toBe('partial');
    expect(convert({ '100': 'yes', some: 'partial' }, 100)).toBe('yes');
    expect(convert({ '100': 'yes', some: 'partial' }, 0)).toBeUndefined();
  });

  it('has no part of itself', () => {
    const wholes = new Map<string, string[]>();
    for (const [left, relation, right] of rows) if (relation === 'part') wholes.set(left, [...(wholes.get(left) ?? []), right]);
    const above = (key: string, path: string[]): string[] =>
      (wholes.get(key) ?? []).flatMap((next) => (path.includes(next) ? [next] : above(next, [...path, next])));
    for (const key of wholes.keys()) expect(above(key, [key]), key).toEqual([]);
  });
});

const definiteIn = (edition: RecordedEdition, key: string) =>
  (['good', 'bad'] as const).flatMap((state) => {
    const question = foundIn(edition, key);
    const value = answerOf(question, state);
    return value === null || question.type === 'PCT' ? [] : [{ key, state, value }];
  });

describe.each([1, 2] as const)('proposed answers of edition %s', (edition) => {
  const propose = (answers: Record<string, string | number>) =>
    proposeAnswers(sameFacts(edition), { asked: askedOf[edition], answers, withheld });
  const sources = [...new Set(sameFacts(edition).rows.flatMap(([left, , right]) => [left, right]))];

  it.each(sources.flatMap((key) => definiteIn(edition, key)))(
    '$key answered $value proposes no opposite answer',
    ({ key, state, value }) => {
      const proposed = propose({ [key]: value });
      for (const [target, { value: given, sources: named }] of proposed) {
        const is = stateOf(foundIn(edition, target), given);
        // A moot question does not apply; everything else says the same.
        expect(is === 'not-applicable' ? 'good' : is, target).toBe(state);
        expect(named).toEqual([key]);
      }
    },
  );

  it('never turn a fault into what is in order by a conversion', () => {
    for (const { from, to, values } of sameFacts(edition).conversions) {
      const [source, target] = [foundIn(edition, from), foundIn(edition, to)];
      for (const [answer, value] of Object.entries(values))
        if (stateOf(source, answer) === 'bad') expect(stateOf(target, value), `${from} ${answer}`).toBe('bad');
    }
  });

  it('come from no question that is withheld to one that is not', () => {
    const restricted = [...withheld].filter((key) => askedOf[edition].has(key)).flatMap((key) => definiteIn(edition, key));
    expect(restricted.length).toBeGreaterThan(20);
    for (const { key, value } of restricted)
      expect(
        [...propose({ [key]: value }).keys()].filter((target) => !withheld.has(target)),
        key,
      ).toEqual([]);
  });

  it('leave fewer things to ask than there are questions', () => {
    const { left } = thingsLeft(sameFacts(edition), { asked: askedOf[edition], answers: {}, withheld, fromRecord });
    console.info(`edition ${edition}: ${left.length} things to ask in ${askedOf[edition].size} questions`);
    expect(left.length).toBeLessThan(0.9 * askedOf[edition].size);
  });
});

describe('proposed answers', () => {
  it('follow from identity documents that workers keep, on each scale, and leave clauses of contracts to the auditor', () => {
    expect(valuesOf({ 'H12.1': 'compliant' })).toEqual({
      ...{ 'BW.FL.1.c': 'compliant', I7: 'absent', 'D5.1': 'absent' },
      ...{ 'H12.2': 'not-applicable', 'H12.3': 'not-applicable', 'H12.4': 'not-applicable' },
    });
    expect(valuesOf({ 'BW.FL.1.c': 'not-compliant' })).toEqual({ 'H12.1': 'not-compliant', I7: 'present', 'D5.1': 'present' });
  });

  it('do not follow from what is unknown, not assessed or partly', () => {
    expect(valuesOf({ I7: 'unknown', 'BW.FL.3.a': 'not-assessed', 'P6.Q7': 'partial', 'P2.Q1': 'dont-know' })).toEqual({});
  });

  it('never replace an answer; of answers that contradict each other the fault is proposed', () => {
    expect(propose({ I7: 'absent', 'BW.FL.1.c': 'not-compliant' }).has('I7')).toBe(false);
    expect(propose({ 'H2.4': 'compliant', 'D1.1': 'present' }).get('I2')).toEqual({ value: 'present', sources: ['D1.1'] });
  });

  it('name every part of a sum, and wait for the last', () => {
    const parts = { 'BW.HR.1.a': 'compliant', 'BW.HR.1.c': 'compliant' };
    expect(valuesOf(parts)).not.toHaveProperty('P6.Q1');
    expect(propose({ ...parts, 'BW.HR.1.d': 'compliant' }).get('P6.Q1')).toEqual({
      value: 100,
      sources: ['BW.HR.1.a', 'BW.HR.1.c', 'BW.HR.1.d'],
    });
    expect(valuesOf({ ...parts, 'BW.HR.1.d': 'not-compliant' })).not.toHaveProperty('P6.Q1');
  });

  it('use the rows of the questionnaires that an audit asks', () => {
    const { rows, sums } = sameFactsAmong(new Set(['I7', 'D5.1', 'I10', 'D4.4']), recordedEdition(['better-work-cat@1.0.0']));
    expect(rows.map(([left, relation, right]) => `${left} ${relation} ${right}`).sort()).toEqual(['D4.4 part I10', 'I7 equal D5.1']);
    expect(sums).toEqual([]);
  });
});

describe('things left to ask', () => {
  const left = (answers: Record<string, string | number>, asked = three) =>
    thingsLeft(sameFacts(1), { asked, answers, withheld, fromRecord }).left;

  it('three checklists with the indicators ask at most 330 things in 507 questions', () => {
    expect(three.size).toBe(507);
    const things = left({});
    console.info(`things to ask: ${things.length} of ${three.size} questions`);
    expect(things.length).toBeLessThanOrEqual(330);
  });

  /** Answers every thing that is left in one way, again and again, until nothing is left. */
  const answerAll = (state: 'good' | 'bad') => {
    const answers: Record<string, string | number> = {};
    for (let things = left(answers); things.length > 0; things = left(answers))
      for (const key of things)
        answers[key] = answerOf(found(key), state) ?? (found(key).type === 'G4' ? 3 : (choicesOf(found(key))[0] ?? 1));
    return answers;
  };

  it('an answer to each thing leaves no question without an answer or a proposal, where everything is in order', () => {
    const answers = answerAll('good');
    const asked = Object.keys(answers).length;
    const proposed = propose(answers);
    const without = [...three.keys()].filter((key) => !(key in answers) && !proposed.has(key) && !fromRecord.has(key));
    expect(without).toEqual([]);
    expect(asked).toBeLessThanOrEqual(330);
  });

  it('a site where nothing is in order is asked more, and still not every question', () => {
    const asked = Object.keys(answerAll('bad')).length;
    console.info(`things to ask where nothing is in order: ${asked}`);
    expect(asked).toBeLessThan(three.size - fromRecord.size);
  });

  it('a whole that is not in order has its parts asked', () => {
    expect(left({})).not.toContain('D1.2');
    expect(left({ I2: 'present' })).toContain('D1.2');
    expect(left({ I2: 'absent' })).not.toContain('D1.2');
  });

  it('counts equal questions once, and none that has an answer or a proposal', () => {
    const asked = askedIn('ilo-eleven-indicators@1.0.0', 'ilo-operational-indicators@1.0.0');
    const once = left({}, asked).filter((key) => ['I7', 'D5.1'].includes(key));
    expect(once).toHaveLength(1);
    expect(left({ I7: 'absent' }, asked).filter((key) => ['I7', 'D5.1'].includes(key))).toEqual([]);
  });
});

describe('facts of the site', () => {
  const asked = new Map([...threeOfTwo, ...askedIn('short-form@2.0.0')]);
  const facts = (answers: Record<string, string | number>) =>
    Object.fromEntries(
      [...proposeAnswers(sameFacts(2), { asked, answers, withheld })].map(([key, { value, sources }]) => [
        key,
        `${value} ${sources.join()}`,
      ]),
    );
  const left = (answers: Record<string, string | number>) => thingsLeft(sameFacts(2), { asked, answers, withheld, fromRecord }).left;

  it('rule out what the site does not have, and name the fact', () => {
    expect(facts({ 'BW.SI.j': 'no' })).toMatchObject({ 'H8.5': 'not-applicable BW.SI.j', 'D4.4.b': 'absent BW.SI.j' });
    expect(facts({ 'H14.3.a': 'not-applicable' })).toMatchObject({ 'H11.2': 'not-applicable H14.3.a' });
    expect(facts({ 'BW.SI.j': 'yes' })).toEqual({});
    expect(facts({ 'H14.3.a': 'not-compliant', 'BW.OS.2.d': 'not-compliant', 'BW.HR.3.a': 'not-compliant' })).toEqual({});
  });

  it('leave the pay and hours of migrants asked where none is foreign: workers may come from other parts of the country', () => {
    expect(Object.keys(facts({ 'BW.SI.f': 'no' })).filter((key) => key.startsWith('H10.1'))).toEqual([]);
  });

  it('rule out nothing where a fault was recorded: the fault is proposed', () => {
    expect(facts({ 'BW.SI.j': 'no', 'BW.FL.1.d.1': 'not-compliant' })['H8.3']).toBe('not-compliant BW.FL.1.d.1');
    expect(facts({ 'FEE.2.agent': 'worker', 'FEE.1': 'asked-none' })['BW.FL.2.e.1']).toBe('not-compliant FEE.2.agent');
    expect(facts({ 'MOV.2': 'permission', 'BW.SI.j': 'no' })['BW.FL.1.d.1']).toBe('not-compliant MOV.2');
    expect(facts({ 'BW.SI.j': 'no', 'MOV.2': 'permission' })['BW.FL.1.d.1']).toBe('not-compliant MOV.2');
  });

  it('follow from what was ticked', () => {
    expect(facts({ 'SIT.1': 'housing agency' })).toMatchObject({ 'BW.SI.j': 'yes SIT.1', 'BW.SI.r': 'no SIT.1' });
  });

  it('are asked before what they rule out, which is asked where they do not', () => {
    expect(left({})).toContain('H14.3.a');
    expect(left({})).not.toContain('H11.2');
    expect(left({ 'H14.3.a': 'compliant' })).toContain('H11.2');
    expect(left({ 'H14.3.a': 'not-applicable' })).not.toContain('H11.2');
  });
});

describe.each([1, 2] as const)('where a question of edition %s is answered', (edition) => {
  const asked = [...askedOf[edition].values()];
  const methods = (question: InstrumentQuestion) => methodsOf(question.key, question.verify ?? []);

  it('every question of the checklists has a method, and its own where its questionnaire names one', () => {
    for (const question of asked) {
      expect(methods(question), question.key).not.toEqual([]);
      if (question.verify?.length) expect(methods(question)).toEqual(question.verify);
    }
  });

  it('whatever is observed has a place on site', () => {
    const nowhere = asked.filter((each) => methods(each).includes('observation') && sitePlacesOf(each.key, methods(each)).length === 0);
    expect(nowhere.map(({ key }) => key)).toEqual([]);
  });

  it('the place is that of the question, else of its point or section', () => {
    expect(sitePlacesOf('BW.OS.7.f', ['observation'])).toEqual(['washrooms', 'dormitory']);
    expect(sitePlacesOf('H8.4', ['documents', 'observation'])).toEqual(['gate', 'office']);
    expect(sitePlacesOf('BW.OS.7', [])).toEqual(['dormitory']);
    expect(sitePlacesOf('XX.1', [])).toEqual([]);
  });
});
