import {
  childCountryPoints,
  conventionsOf,
  countryEditions,
  countryRow,
  countryScores,
  governanceDimensions,
  governanceYears,
  informalEmploymentOf,
  labourInspectionOf,
  listedGoodPoints,
  migrantPopulationOf,
  nationalLawOf,
  otherConventionsOf,
  prioritySectors,
  regionUnderPresumption,
  sectorsOfCountry,
  sponsorshipOf,
  traffickingTierYears,
} from '#scoring';
import { showRequirement } from '~/audits/national-law/requirement';
import { sectorName } from '~/locales/sector-names';
import { readCorridors } from './read-corridors.server';
import { readEstimates } from './read-estimates.server';
import { readGoods } from './read-goods.server';
import { childLines, countryLines, knownParts } from './read-lines.server';
import { shownMoved, shownPlace, shownScore, shownSource } from './read-score.server';
import { readStateYears } from './read-state-years.server';

/** Everything the page of a country shows, as of a day: score, lines, and each figure with its source. Null for a code that is no country or area. */
export function readCountry(code: string, asOf: string) {
  const iso2 = code.toUpperCase();
  const row = countryRow(iso2, asOf);
  if (!row) return null;
  const score = countryScores(asOf).get(iso2) ?? null;
  const child = childCountryPoints(asOf).get(iso2) ?? null;
  const region = regionUnderPresumption(iso2, asOf);
  const inspection = labourInspectionOf(iso2, asOf);
  const informality = informalEmploymentOf(iso2, asOf);
  const migrants = migrantPopulationOf(iso2, asOf);
  const law = nationalLawOf(iso2, asOf);
  return {
    ...{ asOf, iso2, iso3: row.iso3, iloRegion: row.iloRegion },
    people: { count: row.population2024, source: shownSource(row.provenance) },
    score: score && shownPlace(score),
    lines: score ? countryLines(score.points, asOf) : [],
    /** Parts of the blend that are known, of all. */
    known: score && knownParts(score.points),
    child: score?.child ? { ...shownScore(score.child), lines: child ? childLines(child) : [] } : null,
    region: region && { code: region.code, points: region.points, ...shownScore(region) },
    state: readStateYears(iso2, asOf),
    editions: countryEditions(iso2, asOf).map(({ year, tier, isNamed, score: then }) => ({
      ...{ year, tier, isNamed },
      shown: then === null || !score ? null : shownMoved(score, then, asOf),
    })),
    tiers: traffickingTierYears(iso2, asOf).map(({ year, tier, possible, provenance }) => ({
      year,
      tier,
      possible,
      source: shownSource(provenance),
    })),
    governance: governanceYears(iso2, asOf).map(({ year, estimates, provenance }) => ({
      ...{ year, source: shownSource(provenance) },
      estimates: governanceDimensions.map((dimension) => ({
        dimension,
        ...(estimates[dimension] ?? { estimate: null, standardError: null }),
      })),
    })),
    goods: readGoods(iso2, asOf),
    goodPoints: listedGoodPoints(asOf),
    presumptions: prioritySectors(asOf)
      .filter((sector) => sector.iso2 === iso2)
      .map(({ sector, designated, isicDivisions, provenance }) => ({ sector, designated, isicDivisions, source: shownSource(provenance) })),
    sponsorship: sponsorshipOf(iso2, asOf).map(({ provenance, ...scheme }) => ({ ...scheme, source: shownSource(provenance) })),
    informality: informality && { share: informality.share, year: informality.year, source: shownSource(informality.provenance) },
    migrants: {
      usual: score ? { share: score.points.migrants.share, isKnown: score.points.migrants.provenance !== null } : null,
      people: migrants && { share: migrants.share, source: shownSource(migrants.provenance) },
    },
    corridors: readCorridors(iso2, asOf),
    conventions: readConventions(iso2, asOf),
    inspection: inspection && {
      ...{
        measure: inspection.measure,
        perTenThousand: inspection.perTenThousand,
        year: inspection.year,
        inspectors: inspection.inspectors,
      },
      source: shownSource(inspection.provenance),
    },
    estimates: readEstimates(iso2, asOf),
    law: { requirements: law.map(showRequirement), source: law[0] ? shownSource(law[0].provenance) : null },
    sectors: [...sectorsOfCountry(asOf, iso2).values()]
      .map((pair) => ({
        code: pair.code,
        name: sectorName(pair.code) ?? pair.code,
        isPresumed: pair.presumption !== null,
        ...shownPlace(pair),
      }))
      .sort((a, b) => b.exact - a.exact || (a.code < b.code ? -1 : 1)),
  };
}
export type CountryRead = NonNullable<ReturnType<typeof readCountry>>;

/** The eleven fundamental instruments; null for a country that is no member of the ILO. */
function readConventions(iso2: string, asOf: string) {
  const five = conventionsOf(iso2, asOf);
  if (!five) return null;
  const rows = [
    ...Object.entries(five).map(([instrument, { status, year, confidence, provenance }]) => ({
      ...{ instrument, status, year, confidence, source: shownSource(provenance) },
    })),
    ...otherConventionsOf(iso2, asOf).map(({ instrument, status, year, provenance }) => ({
      ...{
        instrument: String(instrument),
        status,
        year,
        confidence: status === 'unknown' ? null : provenance.confidence,
        source: shownSource(provenance),
      },
    })),
  ];
  // Forced and child labour first, as the table has them; then the others by number.
  return rows;
}
