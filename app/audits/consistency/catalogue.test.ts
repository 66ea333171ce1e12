import { describe, expect, it } from 'vitest';
import { crosswalk, instrument, instrumentKeys, questionsOf, restrictedQuestions, restrictedTopics } from '#scoring';
import { askedInTwo, replacedBy } from '../../../tests/factories/consistency-cases/edition-two';
import { type Made, madeRecord } from '../../../tests/factories/consistency-record';
import { rules } from './catalogue';
import { checkConsistency, type Explanation, stateHits } from './check-consistency';
import { supportsIndicator, showsIndicator } from './checks/findings';
import { topicQuestions } from './checks/interviews';
import { redFlags, shares } from './judge';
import { fingerprint } from './fingerprint';
import { ruleLabel } from './labels';
import { parameterIds, limitsOn } from './parameters';
import { readsOf } from './rule';

const asked = new Map(instrumentKeys().flatMap((key) => questionsOf(instrument(key)).map((each) => [each.key, each] as const)));
const isQuestion = (key: string) => !/^[a-z]/.test(key);
import { rulesNearZeroTolerance } from '~/audits/entries/explanation-key';

describe('the catalogue', () => {
  it('reads questions that a released questionnaire asks, and none that reveals a zero-tolerance answer', () => {
    for (const rule of rules)
      for (const key of readsOf(rule).filter(isQuestion)) {
        expect(asked.has(key) || askedInTwo.has(key), `${rule.id} reads ${key}`).toBe(true);
        expect(restrictedQuestions().has(key), `${rule.id} reads ${key}`).toBe(false);
      }
    expect(Object.keys(topicQuestions).filter((topic) => restrictedTopics().includes(topic))).toEqual([]);
  });

  it('gives each rule an id of its own, a reason and a source', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const { reason, from } of rules) expect([reason.length > 15, from.length > 0]).toEqual([true, true]);
  });

  it('asks for no explanation where a zero-tolerance answer could decide a rule', () => {
    expect(rules.filter(({ zero, severity }) => zero === 'z3' && severity === 'contradiction')).toEqual([]);
  });

  it('reads scales as their questionnaires define them', () => {
    const ofType = (type: string) => [...asked.values()].filter((each) => each.type === type).map(({ key }) => key);
    expect([...redFlags].sort()).toEqual(ofType('RF').sort());
    expect([...shares].sort()).toEqual(ofType('PCT').sort());
  });

  it('relates indicators to questions as the crosswalk does', () => {
    const related = crosswalk().pairs.flatMap(([, left, relation, , right]) => [
      `${left} ${relation} ${right}`,
      `${right} ${relation} ${left}`,
    ]);
    const isShown = (key: string, indicator: string) =>
      related.some(
        (each) => each === `${key} narrower ${indicator}` || each === `${key} equal ${indicator}` || each === `${indicator} equal ${key}`,
      );
    for (const [indicator, keys] of Object.entries(showsIndicator))
      for (const key of keys)
        expect(
          [key, ...(replacedBy.get(key) ?? [])].some((each) => isShown(each, indicator)),
          `${key} ${indicator}`,
        ).toBe(true);
    for (const [indicator, keys] of Object.entries(supportsIndicator))
      for (const key of keys)
        expect(
          related.some((each) => each.startsWith(`${key} `) && each.endsWith(` ${indicator}`)) || key.startsWith('H12'),
          `${key} ${indicator}`,
        ).toBe(true);
  });
});

it('has a text of its own for every rule, in each language', () => {
  for (const locale of ['en', 'fr', 'es'] as const) {
    const texts = rules.map(({ id }) => ruleLabel(id, { locale }));
    expect(new Set(texts).size).toBe(rules.length);
    for (const text of texts) expect(text).toMatch(/\?$/);
  }
});

describe('a record', () => {
  it('without entries contradicts nothing', () => expect(checkConsistency(madeRecord({}))).toEqual([]));

  it('is not contradicted by the supplier’s own answers alone', () => {
    expect(checkConsistency(madeRecord({ own: { 'S2.Q1': 'yes', 'S2.Q2': 'yes' } }))).toEqual([]);
  });

  it('is checked against the thresholds in force, those of today where it is older', () => {
    for (const id of parameterIds()) expect([limitsOn('2020-01-01')(id), limitsOn('2030-01-01')(id)].every(Number.isFinite)).toBe(true);
  });
});

describe('an explanation', () => {
  const seen = (answer: string) => ({ answer, by: ['documents' as const], agreement: 'single' as const });
  const made = { answers: { 'S2.Q1': seen('yes'), 'S2.Q2': seen('yes') } };
  const [hit] = checkConsistency(madeRecord(made));
  const explained = new Map<string, Explanation>([
    [hit?.key ?? '', { fingerprint: hit?.fingerprint ?? '', text: 'Two workers paid before 2024.' }],
  ]);
  const statesOf = (answers: NonNullable<Made['answers']>) =>
    stateHits(checkConsistency(madeRecord({ answers })), explained).map(({ state }) => state);

  it('explains the hit with these inputs', () => expect(statesOf(made.answers)).toEqual(['explained']));
  it('lapses when an input changes, and not when something else does', () => {
    expect(statesOf({ ...made.answers, 'P5.Q3': seen('yes') })).toEqual(['lapsed']);
    expect(statesOf({ ...made.answers, 'BW.SI.c': seen('Gloves') })).toEqual(['explained']);
  });
});

describe('explanations by country under version 1 of D17', () => {
  const made = { recruiters: [{ origins: ['ID'], corridors: [] }], site: { 'site.origins': 'BD NP' } };
  const print = (origin: string) =>
    fingerprint(
      JSON.stringify([
        'D17',
        1,
        'doubt',
        [
          ['recruiter.count', 1],
          ['site.origins', origin],
        ],
      ]),
    );
  const stateOf = (explanations: [string, Explanation][], site = made.site) => {
    const [hit] = stateHits(
      checkConsistency(madeRecord({ ...made, site })).filter(({ rule }) => rule === 'D17'),
      new Map(explanations),
    );
    return [hit?.state, hit?.explanation];
  };
  const bangladesh: [string, Explanation] = ['D17:BD', { fingerprint: print('BD'), text: 'Hired at the gate.' }];
  const nepal: [string, Explanation] = ['D17:NP', { fingerprint: print('NP'), text: 'Through relatives.' }];

  it('explain the one question of version 2 together', () => {
    expect(stateOf([nepal, bangladesh])).toEqual(['explained', 'Bangladesh: Hired at the gate.\nNepal: Through relatives.']);
    expect(stateOf([bangladesh, ['D17:NP', { ...nepal[1], text: bangladesh[1].text }]])).toEqual(['explained', 'Hired at the gate.']);
  });

  it('are kept and asked about again where a country is left, or the recruiters changed', () => {
    expect(stateOf([bangladesh])).toEqual(['lapsed', 'Hired at the gate.']);
    expect(stateOf([bangladesh, nepal], { 'site.origins': 'BD MM NP' })[0]).toBe('lapsed');
    expect(stateOf([bangladesh, ['D17:NP', { ...nepal[1], fingerprint: 'other' }]])[0]).toBe('lapsed');
  });

  it('give way to an explanation of version 2, and to its withdrawal', () => {
    expect(stateOf([bangladesh, nepal, ['D17', { fingerprint: 'other', text: 'By a cooperative.' }]])).toEqual([
      'lapsed',
      'By a cooperative.',
    ]);
    expect(stateOf([bangladesh, nepal, ['D17', { fingerprint: 'other', text: '' }]])).toEqual(['open', null]);
  });
});

it('names the rules near zero tolerance where entries are read', () => {
  expect([...rulesNearZeroTolerance]).toEqual(rules.filter(({ zero }) => zero === 'z5').map(({ id }) => id));
});
