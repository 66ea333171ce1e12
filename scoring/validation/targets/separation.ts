import { drawList, drawsOf, endsOf } from '../../odds/draws.ts';
import { numbersAt } from '../../odds/parameters.ts';
import { shareToldApart } from '../../odds/ranks.ts';
import { bases, type Basis, scoreParty } from '../../odds/score-party.ts';
import type { PartyFacts } from '../../types.ts';
import { type Band, bands } from '../../vocabulary.ts';

/** Whether the method tells the suppliers of one list apart, from the facts of the list alone. */
export type Separation = {
  suppliers: number;
  scored: number;
  /** Standard deviation of the scores, and the middle width of their 90 % intervals, in points. */
  deviation: number;
  width: number;
  /** Share of pairs of which one is above the other with at least 90 % probability. */
  toldApart: number;
  bands: Record<Band, number>;
  bases: Record<Basis, number>;
};

const count = <T extends string>(words: readonly T[], of: readonly T[]): Record<T, number> =>
  Object.fromEntries(words.map((word) => [word, of.filter((each) => each === word).length])) as Record<T, number>;

/** Scores and draws a list together. @param facts of every supplier, in any order */
export function separationOf(facts: readonly PartyFacts[], asOf: string): Separation {
  const numbers = numbersAt(asOf);
  const scored = facts.flatMap((each, at) => scoreParty({ asOf, facts: each }, { id: String(at) }) ?? []);
  const draws = drawList(
    scored.map(({ drawable }) => drawable),
    numbers,
  );
  const mean = scored.reduce((sum, { score }) => sum + score, 0) / Math.max(1, scored.length);
  const widths = scored
    .map((_, at) => endsOf(drawsOf(draws, at), numbers['R8.draws']))
    .map(({ low, high }) => high - low)
    .sort((a, b) => a - b);
  return {
    suppliers: facts.length,
    scored: scored.length,
    deviation: Math.sqrt(scored.reduce((sum, { score }) => sum + (score - mean) ** 2, 0) / Math.max(1, scored.length)),
    width: widths[Math.floor(widths.length / 2)] ?? 0,
    toldApart: shareToldApart(draws),
    bands: count(
      bands,
      scored.map(({ band }) => band),
    ),
    bases: count(
      bases,
      scored.map(({ basis }) => basis),
    ),
  };
}
