import { type ChildCountry, type CountryPoints, regionalPrevalence, stateSponsoredOf, traffickingTierOf } from '#scoring';
import { type PointLine, shownSource } from './read-score.server';

/** The lines of the score of a country (R1), which add up to its points. */
export function countryLines(country: CountryPoints, asOf: string): PointLine[] {
  const { iso2, blend, migrants, sponsorship, stateSponsored, calibration } = country;
  const estimate = calibration.region === null ? null : regionalPrevalence(calibration.region, asOf);
  const blended = blend.map(({ part, measure, points }): PointLine => {
    const says =
      measure === null
        ? null
        : part === 'trafficking'
          ? (traffickingTierOf(iso2, asOf)?.tier ?? null)
          : part === 'governance'
            ? -measure.value
            : measure.value;
    return { id: part, points, says, source: shownSource(measure?.provenance ?? null) };
  });
  return [
    ...blended,
    { id: 'migrants', points: migrants.points, says: migrants.share, source: shownSource(migrants.provenance) },
    ...(sponsorship
      ? [
          {
            id: 'sponsorship' as const,
            points: sponsorship.points,
            says: sponsorship.isReformed ? 'reformed' : 'tied',
            source: shownSource(sponsorship.provenance),
          },
        ]
      : []),
    ...(stateSponsored
      ? [
          {
            id: 'state-sponsored' as const,
            points: stateSponsored.points,
            says: stateSponsored.reportYear,
            source: shownSource(stateSponsoredOf(iso2, asOf)?.provenance ?? null),
          },
        ]
      : []),
    calibration.estimate
      ? {
          ...{ id: 'own-estimate', points: calibration.points },
          ...{ says: calibration.estimate.perThousand, source: shownSource(calibration.estimate.provenance) },
        }
      : { id: 'calibration', points: calibration.points, says: calibration.region, source: shownSource(estimate?.provenance ?? null) },
  ];
}

/** The lines of the score of child labour of a country (C1); the last moves the mean of the world to 50. */
export function childLines({ lines, points }: ChildCountry): PointLine[] {
  const named = lines.map(({ part, value, points: own, provenance }): PointLine => {
    const says = value === null ? null : part === 'governance' || part === 'births' ? -value : value;
    return { id: part, points: own, says, source: shownSource(provenance) };
  });
  const sum = lines.reduce((total, line) => total + line.points, 0);
  return [...named, { id: 'world-mean', points: points - sum, says: null, source: null }];
}

/** How many parts of the blend are known, and of how many. */
export const knownParts = ({ blend }: CountryPoints): { parts: number; of: number } => ({
  parts: blend.filter(({ measure }) => measure !== null).length,
  of: blend.length,
});

/** A score that one table alone speaks for is not to be compared with others: a single figure is stretched over the whole blend. */
export const isLittleKnown = (country: CountryPoints): boolean => knownParts(country).parts < 2;
