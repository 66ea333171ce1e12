import { describe, expect, it } from 'vitest';
import { restrictedQuestions } from '#scoring';
import { allCases } from '../../../tests/factories/consistency-cases/all';
import { askedInOne, askedInTwo, inEditionTwo, onlyInOne, replacedBy } from '../../../tests/factories/consistency-cases/edition-two';
import { type Made, madeRecord } from '../../../tests/factories/consistency-record';
import { rules } from './catalogue';
import { ends } from './checks/respondents';
import { reviewRules } from './rules/reviews';
import { checkConsistency } from './check-consistency';
import { editionTwo, noLongerAsked } from './edition-two';
import { asksTheSame } from './follow-editions';
import { readsOf } from './rule';

const isQuestion = (key: string) => !/^[a-z]/.test(key);
const read = [...new Set(rules.flatMap(readsOf).filter(isQuestion))];
const firing = (made: Made) => checkConsistency(madeRecord(made)).map(({ rule }) => rule);

describe('the inputs of the rules', () => {
  it('are questions of edition one, or questions that edition two alone asks', () => {
    expect(read.filter((key) => !askedInOne.has(key) && !askedInTwo.has(key))).toEqual([]);
    expect(read.filter((key) => askedInOne.has(key)).length).toBeGreaterThan(200);
  });

  it('are asked in edition two under the same key or another, or are listed as asked no more', () => {
    const left = read.filter((key) => askedInOne.has(key) && !askedInTwo.has(key) && !onlyInOne.has(key));
    expect(left.filter((key) => !editionTwo[key]).sort()).toEqual(Object.keys(noLongerAsked).sort());
  });

  it('follow only from questions that edition two has in their place, by answers that it offers', () => {
    // Edition two has no question of its own for these: what the rows of the fee table say decides.
    const byRows = ['D-1.1', 'FR7.1'];
    const shortOf: Record<string, string> = { 'BW.OS.7.j': 'BW.FL.1.d.1' };
    for (const [key, { keys, ok, bad }] of Object.entries(editionTwo)) {
      expect(askedInOne.has(key) && !askedInTwo.has(key), key).toBe(true);
      for (const later of keys) {
        const asked = askedInTwo.get(later);
        expect(asked && !askedInOne.has(later), later).toBe(true);
        if (!byRows.includes(key))
          expect(replacedBy.get(later)?.includes(key) || shortOf[key] === later || isOfEitherDepth(key, later), `${later} for ${key}`).toBe(
            true,
          );
      }
      const values = new Set(keys.flatMap((later) => askedInTwo.get(later)?.values ?? []));
      for (const match of [ok, bad])
        for (const value of match === undefined
          ? []
          : 'ticks' in match
            ? [match.ticks]
            : 'lacks' in match
              ? [match.lacks]
              : match.flatMap((each) => each.split(' ')))
          expect(words.includes(value) || values.has(value), `${key} ${value}`).toBe(true);
    }
  });

  it('reveal no answer to a zero-tolerance question in either edition', () => {
    const later = [...read, ...Object.values(editionTwo).flatMap(({ keys }) => keys)];
    const isNear = (key: string) =>
      restrictedQuestions().has(key) ||
      askedInTwo.get(key)?.zeroTolerance === true ||
      (replacedBy.get(key) ?? []).some((before) => restrictedQuestions().has(before));
    expect(later.filter(isNear)).toEqual([]);
  });
});

const words = ['compliant', 'not-compliant', 'met', 'not-met', 'none', 'any'];
/** A question of one depth whose counterpart in the other depth the review names. */
const isOfEitherDepth = (key: string, later: string) =>
  /^S\d/.test(key) && (replacedBy.get(later) ?? []).some((before) => /^[PS]\d/.test(before));

/** Rules that find the same on other questions of edition two. */
const inOtherWords: Record<string, [fires: Made, silent: Made][]> = {
  A2: [one({ 'FR9.1.b': 'met', 'IR-3.4': 'not-met' }, { 'IR-3.4': 'met' })],
  A3: [
    one({ 'FEE.1': 'asked-some', 'HR.2': 'not-applicable', 'HR.3': 'not-applicable' }, { 'FEE.1': 'asked-none' }),
    one({ 'F3.insurance': 'worker', 'IR-1.4': 'not-applicable' }, { 'IR-1.4': 'not-met' }),
    // A bond is a promise to pay: nothing was paid that could be reimbursed.
    one({ 'F9.deposit': 'yes', 'IR-1.4': 'not-applicable' }, { 'F9.deposit': 'no', 'F9.bond': 'yes' }),
  ],
  A4: [
    one({ 'CON.6': 'none', 'CON.1': 'before-first-day' }, { 'CON.6': 'some' }),
    // That a contract was explained does not say that a copy was given.
    one({ 'CON.6': 'none', 'CON.1': 'first-week', 'CON.3': 'all' }, { 'CON.1': 'no-copy' }),
  ],
  A5: [
    one({ 'POL.5': 'companies suppliers', 'SUP.3': 'some' }, { 'POL.5': 'companies' }),
    one({ 'TRN.1': 'indicators test', 'TRN.2': 'none' }, { 'TRN.2': 'some' }),
  ],
  A6: [one({ 'POL.1': 'spoken', 'SUP.3': 'all' }, { 'POL.1': 'written' })],
  A7: [one({ 'POL.4': 'representatives workers', 'VOI.2': 'never' }, { 'VOI.2': 'four' })],
  A10: [
    // An expert who helped to write the rule checked nothing.
    [{ answers: { 'FEE.5': 'outsider' } }, { answers: { 'FEE.5': 'private', 'POL.4': 'workers expert' } }],
    [
      { answers: { 'FEE.5': 'outsider' } },
      { answers: { 'FEE.5': { answer: 'outsider', by: ['documents'], note: 'By a workers’ centre, in May.' } } },
    ],
  ],
  A23: [
    one({ 'MOV.2': 'permission', 'BW.FL.1.d.1': 'compliant' }, { 'MOV.2': 'any-time' }),
    // A curfew is a restriction.
    one({ 'MOV.2': 'set-hours', 'BW.FL.1.d.1': 'compliant' }, { 'BW.FL.1.d.1': 'not-compliant' }),
    one({ 'MOV.2': 'any-time', 'BW.FL.1.d.1': 'not-compliant' }, { 'MOV.2': 'permission' }),
  ],
  A34: [one({ 'FEE.2.medical': 'worker', 'H11.8': 'compliant' }, { 'FEE.2.medical': 'employer' })],
  A36: [
    // Safekeeping at the worker's request does not count against workers who keep their own.
    one({ 'H12.5': 'no', 'DOC.1': 'employer', 'H12.1': 'compliant' }, { 'DOC.1': 'recruiter' }),
    one({ 'H12.5': 'yes', 'DOC.1': 'worker' }, { 'DOC.1': 'safe', 'H12.1': 'compliant' }),
  ],
  B10: [
    one({ 'CON.8': 'all', 'BW.HR.1.d': 'not-compliant' }, { 'BW.HR.1.d': 'compliant' }),
    // Most have a copy where not each has one; and a copy held today may have come late.
    one({ 'CON.6': 'all', 'BW.HR.1.c': 'not-compliant' }, { 'CON.6': 'most' }),
    one({ 'CON.1': 'before-first-day', 'PS2-9.1': 'not-met' }, { 'CON.1': 'first-week', 'CON.6': 'all' }),
  ],
  B13: [
    // A promise in writing beside retaliation is a finding, and contradicts nothing.
    one({ 'H4.5': 'not-compliant', 'PS2-20.7': 'not-met', 'VOI.1': 'other-person promise' }, { 'VOI.1': 'promise' }),
  ],
  B14: [one({ 'VOI.2': 'four', 'BW.UN.a': 'no', 'BW.HR.3.a': 'not-compliant' }, { 'BW.UN.a': 'yes' })],
  B19: Object.entries(ends).map(([key, [first, last]]): [Made, Made] => [
    { own: { [key]: first }, answers: { [key]: last } },
    { own: { [key]: first }, answers: { [key]: first } },
  ]),
};

function one(answers: NonNullable<Made['answers']>, otherwise: NonNullable<Made['answers']>): [Made, Made] {
  return [{ answers }, { answers: { ...answers, ...otherwise } }];
}

/** Rules whose cases read answers under the keys of edition one alone. */
const asAskedAlone = ['A1', 'A23'];

describe('a record of edition two', () => {
  const translated = Object.entries(allCases).map(([id, [fires, silent]]) => ({
    id,
    fires: inEditionTwo(fires),
    silent: inEditionTwo(silent),
  }));

  it.each(translated.filter(({ id, fires }) => fires !== null && !asAskedAlone.includes(id)))(
    'fires rule $id as one of edition one does',
    ({ id, fires, silent }) => {
      expect(firing(fires ?? {})).toContain(id);
      if (silent !== null) expect(firing(silent)).not.toContain(id);
    },
  );

  it('leaves silent only rules whose facts are asked no more', () => {
    const silent = translated
      .filter(({ id, fires }) => (fires === null || asAskedAlone.includes(id)) && !inOtherWords[id])
      .map(({ id }) => id);
    expect(silent).toEqual(['A1', 'A15', 'A24', 'A35']);
  });

  it.each(Object.entries(inOtherWords))('fires rule %s on what it asks in place of that', (id, pairs) => {
    for (const [fires, silent] of pairs) {
      expect(firing(fires)).toContain(id);
      expect(firing(silent)).not.toContain(id);
    }
  });

  it('is checked by at least 80 rules', () => {
    const isOfReview = new Set<string>(reviewRules.map(({ id }) => id));
    const active = translated.filter(({ id, fires }) => inOtherWords[id] !== undefined || (fires !== null && !asAskedAlone.includes(id)));
    const ofAudit = active.filter(({ id }) => !isOfReview.has(id));
    expect(ofAudit.length).toBeGreaterThanOrEqual(80);
    expect(active.length).toBe(rules.length - 4);
  });

  it('asks only for answers that its questions offer', () => {
    for (const [fires, silent] of Object.values(inOtherWords).flat())
      for (const [key, said] of Object.entries({ ...fires.own, ...fires.answers, ...silent.answers })) {
        const asked = askedInTwo.get(key);
        if (asked === undefined || asked.values.length === 0) continue;
        const answer = String(typeof said === 'object' ? said.answer : said);
        for (const value of asked.type === 'TICKS' ? answer.split(' ') : [answer]) expect(asked.values, `${key} ${value}`).toContain(value);
      }
  });

  it('shows the answers that were recorded, and not the question that they stand for', () => {
    const [hit] = checkConsistency(madeRecord({ answers: { 'BW.FL.1.c.2': 'not-compliant', I7: 'absent' } }));
    expect(hit?.rule).toBe('B1');
    expect(hit?.inputs.map(({ key }) => key)).toEqual(['BW.FL.1.c.2', 'I7']);
  });

  it('says that a fact is in order only where every part of it is', () => {
    const parts = { 'H10.1.a': 'compliant', 'H10.1.b': 'compliant' };
    const bad = { 'PS2-11.2': 'not-met' };
    expect(firing({ answers: { ...parts, ...bad } })).not.toContain('B12');
    expect(firing({ answers: { ...parts, 'H10.1.c': 'compliant', ...bad } })).toContain('B12');
  });
});

it('lets an employer that pays every cost learn in edition two that some workers had paid', () => {
  const costs = Object.fromEntries((editionTwo['S2.Q1']?.keys ?? []).map((key) => [key, 'employer']));
  expect(firing({ answers: { ...costs, 'FEE.1': 'asked-some', 'FEE.3': 'all' } })).toEqual([]);
});

it('takes two questions for the same where one asks in edition two what the other asked in edition one', () => {
  expect(asksTheSame('BW.HR.2.e', 'BW.FL.2.e.1')).toBe(true);
  expect(asksTheSame('BW.OS.7.j', 'BW.FL.1.d')).toBe(false);
});
