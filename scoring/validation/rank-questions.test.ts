import { describe, expect, it } from 'vitest';
import { questionsOf } from '../instruments/answers.ts';
import { instrument } from '../instruments/at.ts';
import { controlDomains } from '../vocabulary.ts';
import { rankedCountries } from './countries.ts';
import { chooseQuestions, rankQuestions } from './rank-questions.ts';
import { poolsOf } from './synthetic.ts';

const asOf = '2026-12-01';
const key = 'ilo-ten-principles@1.0.0';
const pools = poolsOf(
  rankedCountries(asOf).map(({ iso2 }) => iso2),
  asOf,
);
const ranked = rankQuestions({ key, pools, asOf, suppliers: 40, seed: 1 });
const byKey = new Map(questionsOf(instrument(key)).map((question) => [question.key, question]));

describe('the ranking of questions', () => {
  it('ranks every question, most first, the same for the same seed', () => {
    expect(ranked.map(({ question }) => question).sort()).toEqual([...byKey.keys()].sort());
    expect([...ranked].sort((a, b) => b.moves - a.moves)).toEqual(ranked);
    expect(rankQuestions({ key, pools, asOf, suppliers: 3, seed: 7 })).toEqual(rankQuestions({ key, pools, asOf, suppliers: 3, seed: 7 }));
  });

  it('puts first what is known of the workforce, then the red flags that raise a major finding', () => {
    expect(ranked.slice(0, 3).map(({ question }) => question)).toEqual(['P5.Q1', 'P5.Q3', 'P6.Q6']);
    for (const { question, moves, most } of ranked) {
      expect(most, question).toBeGreaterThanOrEqual(moves);
      expect(moves, question).toBeGreaterThanOrEqual(0);
    }
  });

  it('chooses the twenty questions that the short form asks', () => {
    expect(chooseQuestions(ranked, { key, count: 20 }).sort()).toEqual(
      [
        ...['P1.Q1', 'P1.Q4', 'P1.Q8', 'P4.Q5', 'P5.Q1', 'P5.Q2', 'P5.Q3', 'P5.Q4', 'P5.Q6', 'P5.Q7', 'P5.Q8'],
        ...['P6.Q1', 'P6.Q2', 'P6.Q3', 'P6.Q4', 'P6.Q6', 'P6.Q7', 'P8.Q1', 'P8.Q6', 'P9.Q3'],
      ].sort(),
    );
  });

  it('leaves no domain unasked, however few it may choose, and asks nothing whose condition it does not ask', () => {
    for (const count of [12, 20, 40, 61]) {
      const chosen = chooseQuestions(ranked, { key, count });
      expect(chosen.length).toBeLessThanOrEqual(count);
      const domains = new Set(chosen.flatMap((question) => (byKey.get(question)?.type === 'RF' ? [] : [byKey.get(question)?.domain])));
      for (const domain of controlDomains) expect(domains, domain).toContain(domain);
      for (const question of chosen) {
        const parent = byKey.get(question)?.dependsOn?.question;
        if (parent !== undefined) expect(chosen, question).toContain(parent);
      }
    }
  });
});
