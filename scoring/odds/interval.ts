import { evidenceGrades } from '../vocabulary.ts';
import type { Drawable } from './draws.ts';
import type { Numbers } from './parameters.ts';

/** One possible state of a party's claims: how likely (0 to 1), and the score with the points of false claims taken away. */
type Case = { weight: number; mean: number };

/**
 * The states of the claims, from all true to all false. A claim with better evidence is true wherever one with worse evidence is, so there is one state more than
 * kinds of evidence.
 */
function casesOf({ score, claims }: Drawable, truth: Numbers['R5.truth']): Case[] {
  const made = evidenceGrades.flatMap((grade) => (claims[grade] === 0 ? [] : [{ holds: truth[grade], points: claims[grade] }]));
  const sorted = made.sort((a, b) => a.holds - b.holds);
  const cases: Case[] = [];
  let reached = 0;
  let mean = score;
  for (const { holds, points } of sorted) {
    cases.push({ weight: holds - reached, mean });
    reached = holds;
    mean -= points;
  }
  return [...cases, { weight: 1 - reached, mean }].filter(({ weight }) => weight > 0);
}

/** The complementary error function of x >= 0, by its rational approximation: relative error below 1.2e-7 (Press et al., Numerical Recipes, erfcc). */
function complementaryError(x: number): number {
  const t = 1 / (1 + 0.5 * x);
  const terms = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223, 0.17087277,
  ];
  return t * Math.exp(-x * x + terms.reduceRight((sum, term) => term + t * sum, 0));
}

/** The probability that a standard normal number is at most z. */
export function normalBelow(z: number): number {
  const tail = 0.5 * complementaryError(Math.abs(z) / Math.SQRT2);
  return z >= 0 ? 1 - tail : tail;
}

/** Halvings from a range of some hundred points down to far below a tenth. */
const halvings = 40;
const standard = new Map<number, number>();

/** The quantile (0 to 1) of the standard normal distribution: about -1.645 at 0.05. */
export function normalQuantile(at: number): number {
  const known = standard.get(at) ?? quantile([{ weight: 1, mean: 0 }], 1, at);
  standard.set(at, known);
  return known;
}

function quantile(cases: readonly Case[], deviation: number, at: number): number {
  const below = (value: number) => cases.reduce((sum, { weight, mean }) => sum + weight * normalBelow((value - mean) / deviation), 0);
  let low = Math.min(...cases.map(({ mean }) => mean)) - 6 * deviation;
  let high = Math.max(...cases.map(({ mean }) => mean)) + 6 * deviation;
  for (let step = 0; step < halvings; step += 1) {
    const middle = (low + high) / 2;
    if (below(middle) < at) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Standard deviation in points of everything but claims. */
export const deviationOf = ({ country, sector, ownError }: Drawable): number =>
  Math.sqrt(country.error ** 2 + sector.error ** 2 + ownError ** 2);

/**
 * The 90 % interval of one party (R8), in points: the exact quantiles of what `drawList` draws, so that they depend neither on the party's id nor on the list
 * it is in. Errors of lines are normal and independent; claims are true or false at the rates of their evidence. A floor in force raises both ends.
 */
export function intervalOf(party: Drawable, numbers: Numbers): { low: number; high: number } {
  const { lower, upper } = numbers['R8.draws'];
  const cases = casesOf(party, numbers['R5.truth']);
  const deviation = deviationOf(party);
  const raised = (value: number) => (party.floor === null ? value : Math.max(party.floor, value));
  const end = (at: number) =>
    raised(cases.length === 1 ? party.score + normalQuantile(at) * deviation : quantile(cases, Math.max(deviation, 1e-9), at));
  return { low: end(lower), high: end(upper) };
}
