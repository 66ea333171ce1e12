import { describe, expect, it } from 'vitest';
import { restrictedQuestions } from '#scoring';
import { allCases } from '../../../tests/factories/consistency-cases/all';
import { askedInOne, askedInTwo, inEditionTwo, onlyInOne, replacedBy } from '../../../tests/factories/consistency-cases/edition-two';
import { type Made, madeRecord } from '../../../tests/factories/consistency-record';
import { rules } from './catalogue';
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
const inOtherWords: Record<string, NonNullable<Made['answers']>> = {
  A7: { 'POL.4': 'representatives workers', 'VOI.2': 'never' },
  B10: { 'CON.8': 'all', 'BW.HR.1.d': 'not-compliant' },
  B14: { 'VOI.2': 'four', 'BW.UN.a': 'no', 'BW.HR.3.a': 'not-compliant' },
};

describe('a record of edition two', () => {
  const translated = Object.entries(allCases).map(([id, [fires, silent]]) => ({
    id,
    fires: inEditionTwo(fires),
    silent: inEditionTwo(silent),
  }));

  it.each(translated.filter(({ id, fires }) => fires !== null && id !== 'A23'))(
    'fires rule $id as one of edition one does',
    ({ id, fires, silent }) => {
      expect(firing(fires ?? {})).toContain(id);
      if (silent !== null) expect(firing(silent)).not.toContain(id);
    },
  );

  it('leaves silent only rules whose facts are asked no more', () => {
    const silent = translated.filter(({ id, fires }) => (fires === null || id === 'A23') && !inOtherWords[id]).map(({ id }) => id);
    expect(silent).toEqual(['A2', 'A3', 'A4', 'A5', 'A6', 'A10', 'A15', 'A23', 'A24', 'A34', 'A35', 'A36', 'B13', 'B19']);
  });

  it.each(Object.entries(inOtherWords))('fires rule %s on what it asks in place of that', (id, answers) =>
    expect(firing({ answers })).toContain(id),
  );

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

it('takes two questions for the same where one asks in edition two what the other asked in edition one', () => {
  expect(asksTheSame('BW.HR.2.e', 'BW.FL.2.e.1')).toBe(true);
  expect(asksTheSame('BW.OS.7.j', 'BW.FL.1.d')).toBe(false);
});
