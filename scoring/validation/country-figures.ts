import { countryShare } from '../engine/country.ts';
import { methodAt } from '../engine/method.ts';
import {
  conflictOf,
  displacementOf,
  type GovernanceDimension,
  governanceDimensions,
  governanceOf,
  informalityOf,
  traffickingTierOf,
} from '../reference/at.ts';
import type { RankedCountry } from './countries.ts';

/** What a country is ranked by: our own figure, one index alone, or the size of its population (the trap). */
export type FigureKind = 'ours' | 'index' | 'trap';
/** Values by country, higher is worse. A country without a value is left out, never zero. */
export type CountryFigure = { id: string; kind: FigureKind; values: Map<string, number> };

/** Ids of the governance figures, in the order of the dimensions. */
const governanceIds: Record<GovernanceDimension, string> = {
  voiceAccountability: 'voice-accountability',
  politicalStability: 'political-stability',
  governmentEffectiveness: 'government-effectiveness',
  regulatoryQuality: 'regulatory-quality',
  ruleOfLaw: 'rule-of-law',
  controlOfCorruption: 'control-of-corruption',
};

/**
 * Our country figure (R1, which does not read the list of goods), each index it is made of as the table holds it, and the logarithm of the
 * population. Tiers stand in the order of `R1.tiers`; the gaps in ratification are a share of the known cells of `R1.conventions`.
 */
export function countryFigures(countries: readonly RankedCountry[], asOf: string): CountryFigure[] {
  const { of } = methodAt(asOf);
  const figure = (id: string, kind: FigureKind, read: (country: RankedCountry) => number | null | undefined): CountryFigure => ({
    id,
    kind,
    values: new Map(
      countries.flatMap((country) => {
        const value = read(country);
        return value === null || value === undefined ? [] : [[country.iso2, value] as const];
      }),
    ),
  });
  const partOf = (iso2: string, id: string) => countryShare(iso2, asOf)?.parts.find((part) => part.id === id)?.share;
  return [
    figure('country-figure', 'ours', ({ iso2 }) => countryShare(iso2, asOf)?.point),
    ...governanceDimensions.map((dimension) =>
      figure(governanceIds[dimension], 'index', ({ iso2 }) => {
        const found = governanceOf(iso2, asOf)?.estimates[dimension];
        return found && -found.estimate;
      }),
    ),
    figure('trafficking-tier', 'index', ({ iso2 }) => {
      const row = traffickingTierOf(iso2, asOf);
      return row && of['R1.tiers'][row.tier];
    }),
    figure('ratification-gaps', 'index', ({ iso2 }) => partOf(iso2, 'legal')),
    figure('informality', 'index', ({ iso2 }) => informalityOf(iso2, asOf)?.share),
    figure('conflict', 'index', ({ iso2 }) => conflictOf(iso2, asOf)?.perMillion),
    figure('displacement', 'index', ({ iso2 }) => displacementOf(iso2, asOf)?.perThousand),
    figure('log-population', 'trap', ({ population }) => Math.log(population)),
  ];
}
