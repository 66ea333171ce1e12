import { governanceDimensions, type GovernanceRow, governanceYears, type TraffickingTier, traffickingTierYears } from '../reference/at.ts';
import { standardsOf } from './country-blend.ts';
import { countryPoints } from './country-points.ts';
import { type Numbers, numbersAt } from './parameters.ts';
import { worldScore } from './points.ts';

/** The score of a country as an earlier report and the governance of the year before it would give it. `score` null where a part is not known. */
export type CountryEdition = { year: number; score: number | null; tier: TraffickingTier | null; governancePoints: number | null; tierPoints: number | null };

const standardsKnown = new Map<string, ReturnType<typeof standardsOf>>();
function standardsAt(numbers: Numbers) {
  const before = standardsKnown.get(numbers.asOf);
  if (before) return before;
  const made = standardsOf(numbers);
  if (standardsKnown.size > 8) standardsKnown.clear();
  standardsKnown.set(numbers.asOf, made);
  return made;
}

/** As the blend reads governance: the mean of the dimensions held, sign turned. */
function weaknessOf({ estimates }: GovernanceRow): number {
  const held = governanceDimensions.flatMap((dimension) => estimates[dimension]?.estimate ?? []);
  return -held.reduce((sum, each) => sum + each, 0) / held.length;
}

/**
 * How the score of a country moved with the editions of the two tables of which earlier years are held: the report on trafficking of a year, and governance of
 * the year before. All else is as of `asOf`: the other tables, the means and deviations, the weights and the region. The last edition gives the score of today.
 */
export function countryEditions(iso2: string, asOf: string): CountryEdition[] {
  const country = countryPoints(asOf).get(iso2);
  if (!country) return [];
  const numbers = numbersAt(asOf);
  const standards = standardsAt(numbers);
  const weights = numbers['R1.blend'];
  const held = country.blend.reduce((sum, { part, measure }) => sum + (measure ? weights[part] : 0), 0);
  const points = (part: 'governance' | 'trafficking', value: number) =>
    (numbers['R1.slope'] * weights[part] * (value - standards[part].mean)) / standards[part].deviation / held;
  const now = (part: 'governance' | 'trafficking') => country.blend.find((line) => line.part === part);
  const governance = new Map(governanceYears(iso2, asOf).map((row) => [row.year, points('governance', weaknessOf(row))]));
  const tiers = new Map(traffickingTierYears(iso2, asOf).map((row) => [row.year, row.tier]));
  const latest = Math.max(...governance.keys(), 0) + 1;
  const first = Math.min(...governance.keys(), latest) + 1;
  return Array.from({ length: Math.max(0, latest - first + 1) }, (_, at) => first + at).map((year) => {
    const tier = tiers.get(year) ?? null;
    const governancePoints = governance.get(year - 1) ?? null;
    const tierPoints = tier === null ? null : points('trafficking', numbers['R1.tiers'][tier]);
    const moved = (part: 'governance' | 'trafficking', then: number | null) => {
      const line = now(part);
      return line?.measure ? (then === null ? null : then - line.points) : 0;
    };
    const changes = [moved('governance', governancePoints), moved('trafficking', tierPoints)];
    const isKnown = changes.every((change) => change !== null);
    const score = isKnown ? changes.reduce<number>((sum, change) => sum + (change ?? 0), worldScore + country.points) : null;
    return { year, score, tier, governancePoints, tierPoints };
  });
}
