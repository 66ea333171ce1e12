import type { PartyFacts } from '../types.ts';
import type { Band } from '../vocabulary.ts';
import { type ChildCountry, childCountryPoints, childSectorPoints, unheldChildCountry } from './child-points.ts';
import { countryPoints } from './country-points.ts';
import { type Numbers, numbersAt } from './parameters.ts';
import { worldScore } from './points.ts';
import { productOf, type ProductReading } from './product-points.ts';
import { bandOf } from '../engine/score-band.ts';
import { standing } from './standing.ts';

export const childLines = ['country', 'sector', 'product', 'young-workers'] as const;
export type ChildScore = {
  /** 50 plus all lines, unclamped: 50 are the odds of the average child of the world, ten points double them. */
  score: number;
  band: Band;
  /** Standard deviation in points. */
  error: number;
  lines: { id: (typeof childLines)[number]; points: number; error: number; isKnown: boolean }[];
  country: ChildCountry;
  products: ProductReading[];
};

/**
 * The score of child labour of a party, beside the score of forced labour and never mixed with it. Of several countries the one with the most points counts.
 * @returns null where no country is known
 */
export function scoreChildLabour({ asOf, facts }: { asOf: string; facts: PartyFacts }): ChildScore | null {
  const numbers = numbersAt(asOf);
  const codes = standing(facts.countries) ?? [];
  const countries = childCountryPoints(asOf);
  const held = codes.flatMap((code) => countries.get(code) ?? []);
  // A country of which nothing is held counts only where none is known better: it adds no points and widens the interval.
  const [first, ...rest] = held.length > 0 ? held : unheldAmong(codes, numbers);
  if (!first) return null;
  const country = rest.reduce((worst, found) => (found.points > worst.points ? found : worst), first);
  const division = standing(facts.sector)?.slice(0, 2) ?? null;
  const sector = childSectorPoints(division, numbers);
  const product = productOf(facts, { countries: codes, division }, numbers, 'child-labour');
  const young = numbers['C4.young-workers'];
  const groups = standing(facts.vulnerableGroups);
  const areYoung = groups?.includes('under-18') === true;
  const lines: ChildScore['lines'] = [
    { id: 'country', points: country.points, error: country.error, isKnown: held.length > 0 },
    {
      id: 'sector',
      points: sector ?? 0,
      error: sector === null ? numbers['C2.sections'].unknown : numbers['C2.sections'].error,
      isKnown: sector !== null,
    },
    { id: 'product', points: product.points, error: product.error, isKnown: product.isKnown },
    // No report of young workers is no evidence that there are none.
    { id: 'young-workers', points: areYoung ? young.known : 0, error: areYoung ? 0 : young.error, isKnown: areYoung },
  ];
  const score = lines.reduce((sum, { points }) => sum + points, worldScore);
  const error = Math.sqrt(lines.reduce((sum, line) => sum + line.error ** 2, 0));
  return { score, band: bandOf(score, numbers), error, lines, country, products: product.readings };
}

/** The countries that have points for forced labour and none for child labour. */
const unheldAmong = (codes: readonly string[], numbers: Numbers): ChildCountry[] =>
  codes.filter((code) => countryPoints(numbers.asOf).has(code)).map((code) => unheldChildCountry(code, numbers));
