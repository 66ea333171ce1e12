import type { AssessInput } from '../../types.ts';
import { type PartyFactField, partyFactFields } from '../../vocabulary.ts';
import { scoreMany } from '../assess.ts';
import { methodAt } from '../method.ts';
import { toTenths } from '../rounding.ts';
import { valuesToTry } from './values-to-try.ts';

/** What the party would stand at if the fact had this value. Points of 100, one decimal. */
export type Supposed = { value: string | number | readonly string[]; score: number; low: number; high: number };

export type Narrowing = {
  field: PartyFactField;
  /** Points by which the interval would narrow, whatever the fact turns out to be, and at most. */
  saved: { least: number; most: number };
  /** The values with the lowest and the highest score. */
  best: Supposed;
  worst: Supposed;
};

/**
 * Which unknown facts, if known, would narrow the interval most (R8): each is set to every value it could have and the party scored again, so that what one
 * fact settles of another counts too (no migrants means no recruitment debt). First the one that saves most in any case, then the one that may save most.
 * Empty for a party without a score: what it lacks is in `missing`. Throws as `assess`.
 */
export function narrowInterval(input: AssessInput): Narrowing[] {
  const [now] = scoreMany([input]);
  if (now?.status !== 'scored') return [];
  const method = methodAt(input.asOf);
  const width = toTenths(now.high) - toTenths(now.low);
  return partyFactFields
    .filter((field) => now.missing.includes(field))
    .flatMap((field) => {
      const supposed = valuesToTry(field, input.facts, method).flatMap((value): Supposed[] => {
        const [result] = scoreMany([{ ...input, facts: { ...input.facts, [field]: { value } } }]);
        return result?.status === 'scored' ? [{ value, score: result.score, low: result.low, high: result.high }] : [];
      });
      const narrowing = narrowingOf(supposed, width);
      return narrowing ? [{ field, ...narrowing }] : [];
    })
    .filter(({ saved }) => saved.most > 0)
    .sort((a, b) => b.saved.least - a.saved.least || b.saved.most - a.saved.most);
}

function narrowingOf(supposed: readonly Supposed[], width: number): Omit<Narrowing, 'field'> | null {
  const [first] = supposed;
  if (!first) return null;
  const saved = supposed.map(({ low, high }) => width - (toTenths(high) - toTenths(low)));
  return {
    saved: { least: Math.min(...saved) / 10, most: Math.max(...saved) / 10 },
    best: supposed.reduce((best, each) => (each.score < best.score ? each : best), first),
    worst: supposed.reduce((worst, each) => (each.score > worst.score ? each : worst), first),
  };
}
