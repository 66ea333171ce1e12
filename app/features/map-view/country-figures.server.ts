import { type Band, bandAt, countryRowsAt, scoreMany } from '#scoring';

/** The figure of a country alone (R1), 0 to 100, and the band in which it lies. */
export type CountryFigure = { value: number; band: Band };
const kept = new Map<string, ReadonlyMap<string, CountryFigure>>();
const mostDays = 8;

/** Figures of all countries that the method knows on a day, by ISO 3166-1 alpha-2; who is absent is not scored. The last few days asked for are kept. */
export function countryFigures(asOf: string): ReadonlyMap<string, CountryFigure> {
  const known = kept.get(asOf);
  if (known) return known;
  const figures = new Map<string, CountryFigure>();
  const codes = countryRowsAt(asOf).map(({ iso2 }) => iso2);
  const scored = scoreMany(codes.map((iso2) => ({ asOf, facts: { countries: { value: [iso2] } } })));
  scored.forEach(({ components }, at) => {
    const country = components.find(({ id }) => id === 'country');
    const code = codes[at];
    if (!country?.known || code === undefined) return;
    const value = Math.round((country.points / country.max) * 1000) / 10;
    figures.set(code, { value, band: bandAt(value, asOf) });
  });
  if (kept.size >= mostDays) kept.delete(kept.keys().next().value ?? '');
  kept.set(asOf, figures);
  return figures;
}
