import { countryPoints } from '../../odds/country-points.ts';
import { numbersAt } from '../../odds/parameters.ts';
import { probabilityOf, worldScore } from '../../odds/points.ts';
import { countryRowsAt, regionalPrevalence } from '../../reference/at.ts';
import { divisionsByEmployees, iloSectors } from './employees.ts';

/** A total of the method beside what the ILO publishes, both against the world's: 1.1 is a tenth more than published. */
export type Total = { kind: 'region' | 'sector'; name: string; published: number; ours: number; ratio: number };

/**
 * Odds times employees, summed over countries and divisions, by region and by ILO sector, against the ILO's totals of 2022. Countries weigh by their people and
 * divisions by the world's employees, since employees by country and division are not held. Regions compare prevalence with the world's; sectors their share of
 * all forced labour.
 */
export function compareTotals(asOf: string): Total[] {
  const odds = numbersAt(asOf)['R4.world-odds'];
  const points = countryPoints(asOf);
  const divisions = divisionsByEmployees(asOf);
  const employees = divisions.reduce((sum, each) => sum + each.employees, 0);
  const countries = countryRowsAt(asOf).flatMap(({ iso2, population2024, iloRegion }) => {
    const country = points.get(iso2);
    return country && population2024 ? [{ country, people: population2024, region: iloRegion }] : [];
  });
  const people = countries.reduce((sum, each) => sum + each.people, 0);
  /** Of a worker of the country in the division. */
  const at = (country: number, division: number) => probabilityOf(worldScore + country + division, odds);
  const ofCountry = countries.map(({ country }) =>
    divisions.reduce((sum, { sector, employees: share }) => sum + (share / employees) * at(country.points, sector.points), 0),
  );
  const world = countries.reduce((sum, { people: weight }, index) => sum + (weight / people) * (ofCountry[index] ?? 0), 0);
  return [...regions(), ...sectors()];

  function regions(): Total[] {
    const published = regionalPrevalence('World', asOf)?.perThousand;
    return [...new Set(countries.flatMap(({ region }) => region ?? []))].sort().flatMap((name): Total[] => {
      const own = regionalPrevalence(name, asOf)?.perThousand;
      if (!published || !own) return [];
      const inside = countries
        .map((each, index) => ({ ...each, probability: ofCountry[index] ?? 0 }))
        .filter(({ region }) => region === name);
      const all = inside.reduce((sum, each) => sum + each.people, 0);
      const ours = inside.reduce((sum, each) => sum + (each.people / all) * each.probability, 0) / world;
      return [{ kind: 'region', name, published: own / published, ours, ratio: ours / (own / published) }];
    });
  }

  function sectors(): Total[] {
    const byAnchor = new Map<string, number>();
    for (const { sector, anchor, employees: share } of divisions) {
      const mean = countries.reduce((sum, { country, people: weight }) => sum + (weight / people) * at(country.points, sector.points), 0);
      byAnchor.set(anchor, (byAnchor.get(anchor) ?? 0) + (share / employees) * mean);
    }
    return iloSectors(asOf).map(({ name, sections, forcedLabour }): Total => {
      const ours = (byAnchor.get(sections) ?? 0) / world;
      return { kind: 'sector', name, published: forcedLabour, ours, ratio: ours / forcedLabour };
    });
  }
}
