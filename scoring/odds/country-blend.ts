import {
  countryRowsAt,
  governanceDimensions,
  governanceOf,
  informalEmploymentOf,
  type Provenance,
  traffickingTierOf,
} from '../reference/at.ts';
import type { Numbers } from './parameters.ts';

export const blendParts = ['governance', 'trafficking', 'informality'] as const;
export type BlendPart = (typeof blendParts)[number];

/** What a table says of a country: `value` so that higher is worse, `error` its published standard error, in the same unit. */
export type Measure = { value: number; error: number; unit: string; provenance: Provenance };
/** Mean and standard deviation of a part over the countries whose population is held. */
export type Standard = { mean: number; deviation: number; countries: number };

const measures: Record<BlendPart, (iso2: string, numbers: Numbers) => Measure | null> = {
  governance(iso2, { asOf }) {
    const row = governanceOf(iso2, asOf);
    if (!row) return null;
    const held = governanceDimensions.flatMap((dimension) => row.estimates[dimension] ?? []);
    const mean = held.reduce((sum, { estimate }) => sum + estimate, 0) / held.length;
    // The six share sources, so their errors are taken to move together.
    const error = held.reduce((sum, { standardError }) => sum + (standardError ?? 0), 0) / held.length;
    return { value: -mean, error, unit: 'mean of the governance estimates, sign turned', provenance: row.provenance };
  },
  trafficking(iso2, numbers) {
    const row = traffickingTierOf(iso2, numbers.asOf);
    return row && { value: numbers['R1.tiers'][row.tier], error: 0, unit: 'rank of the tier', provenance: row.provenance };
  },
  informality(iso2, { asOf }) {
    const row = informalEmploymentOf(iso2, asOf);
    return row && { value: row.share, error: 0, unit: 'share of employment', provenance: row.provenance };
  },
};

/** One part of the blend as its table has it; null when no table has it. */
export const measureOf = (part: BlendPart, iso2: string, numbers: Numbers): Measure | null => measures[part](iso2, numbers);

/** Mean and deviation of each part, by which countries are compared. */
export function standardsOf(numbers: Numbers): Record<BlendPart, Standard> {
  const peopled = countryRowsAt(numbers.asOf).filter(({ population2024 }) => population2024 !== null && population2024 > 0);
  const standard = (part: BlendPart): Standard => {
    const values = peopled.flatMap(({ iso2 }) => measures[part](iso2, numbers)?.value ?? []);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    return { mean, deviation: Math.sqrt(variance), countries: values.length };
  };
  return { governance: standard('governance'), trafficking: standard('trafficking'), informality: standard('informality') };
}
