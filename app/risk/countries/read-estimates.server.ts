import { estimateRegionsOf, regionalEstimates } from '#scoring';
import { shownSource } from './read-score.server';

/** The four editions of the ILO's estimates, with the year each speaks of and the grouping of regions it uses. */
const editions = [
  { edition: 'ilo_2005', year: 2005, regions: 'of2005' },
  { edition: 'ilo_2012', year: 2012, regions: 'of2012' },
  { edition: 'ilo_walkfree_2017', year: 2016, regions: 'of2022' },
  { edition: 'ilo_walkfree_iom_2022', year: 2021, regions: 'of2022' },
] as const;

/** The estimate of forced labour in the region of a country by each edition; what an edition does not publish is null. Editions do not compare. */
export function readEstimates(iso2: string, asOf: string) {
  const own = estimateRegionsOf(iso2, asOf);
  const all = regionalEstimates(asOf).filter(({ measure, breakdown }) => measure === 'forced_labour' && breakdown === 'total');
  return editions.map(({ edition, year, regions }) => {
    const region = own?.[regions] ?? null;
    const row = region === null ? undefined : all.find((each) => each.edition === edition && each.region === region);
    return {
      year,
      region,
      period: row?.period ?? null,
      people: row?.people ?? null,
      perThousand: row?.perThousand ?? null,
      source: row ? shownSource(row.provenance) : null,
    };
  });
}
