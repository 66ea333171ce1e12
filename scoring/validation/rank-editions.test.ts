import { describe, expect, it } from 'vitest';
import { questionsOf } from '../instruments/answers.ts';
import { instrument } from '../instruments/at.ts';
import { depths } from '../testing/depths.ts';
import { controlDomains } from '../vocabulary.ts';
import { rankedCountries } from './countries.ts';
import { chooseQuestions, rankQuestions } from './rank-questions.ts';
import { poolsOf } from './synthetic.ts';

const asOf = '2026-12-01';
const pools = poolsOf(
  rankedCountries(asOf).map(({ iso2 }) => iso2),
  asOf,
);

describe.each(depths)('the ranking of %s', (key) => {
  const ranked = rankQuestions({ key, pools, asOf, suppliers: 12, seed: 1 });
  const byKey = new Map(questionsOf(instrument(key)).map((question) => [question.key, question]));

  it('ranks every question: what has a domain moves the score, what has none does not', () => {
    expect(ranked.map(({ question }) => question).sort()).toEqual([...byKey.keys()].sort());
    for (const { question, moves, domain, type } of ranked) {
      if (domain === null && type !== 'FACT') expect(moves, question).toBe(0);
      expect(moves, question).toBeGreaterThanOrEqual(0);
    }
    // A question that another answer mostly hides may move none of the few suppliers drawn.
    const first = ranked.filter(({ question }) => byKey.get(question)?.domain && !byKey.get(question)?.dependsOn);
    for (const { question, moves } of first) expect(moves, question).toBeGreaterThan(0);
  });

  it('chooses a question of every domain, and none whose condition it does not ask', () => {
    const chosen = chooseQuestions(ranked, { key, count: 20 });
    for (const domain of controlDomains)
      expect(
        chosen.map((question) => byKey.get(question)?.domain),
        domain,
      ).toContain(domain);
    for (const question of chosen) {
      const parent = byKey.get(question)?.dependsOn?.question;
      if (parent !== undefined) expect(chosen, question).toContain(parent);
    }
  });
});
