import { findSubdivision, type Given, type PlacedFacts, type VulnerableGroup } from '#scoring';
import { productsForScoring } from '~/suppliers/classification/products-for-scoring';
import type { RecruitedCorridor } from '~/suppliers/labour-recruiters/recruitment-facts.server';
import { beside, chooseFact, type GradeOf, sharesContradict, statedOnly } from './choose-fact';
import { scoredFields } from '~/suppliers/facts/fact-fields';
import type { Projection } from '~/suppliers/facts/project-facts';
import { costOf, originsOf } from './recruited-facts';
import { withCounts } from './share-of-counts';
import { type CountedField, headsOf, shareOfSites } from './workforce-of-sites';

/**
 * What the method takes of a supplier: its own facts, the countries of all its sites beside its own, and, where the supplier says nothing
 * itself, the workforce of its sites: heads added up, shares weighted by heads, and only when every site is known. Unknown stays out.
 * Where sites with most of its workers contradict a share that it states, or count people it does not name, the better evidence counts, else what is worse for workers.
 * Where shares or origins of migrants are not said, heads by origin and by employer say them, and so do those who recruit for it.
 * @param options.asOf ISO day of the tables by which the subdivisions of its places are recognised; without it none are
 * @param options.recruited corridors through which somebody recruits for it, with what their ledgers say workers paid
 * @param options.gradeOf how well a source is shown; left out, all are statements
 */
export function gatherPartyFacts(
  itself: Projection,
  allSites: readonly Projection[],
  { asOf, recruited = [], gradeOf = statedOnly }: { asOf?: string; recruited?: readonly RecruitedCorridor[]; gradeOf?: GradeOf } = {},
): PlacedFacts {
  const own = withCounts(itself);
  const sites = allSites.map(withCounts);
  const facts: PlacedFacts = {};
  for (const field of scoredFields) {
    const known = own[field];
    if (field !== 'country' && known) Object.assign(facts, { [field]: { value: known.value, source: known.sourceId } });
  }
  if (facts.products && !facts.products.withdrawn && own.listedGoods)
    facts.products = { ...facts.products, value: productsForScoring(facts.products.value, own.listedGoods.value) };
  const countries = countriesOf(own, sites);
  if (countries) facts.countries = countries;
  const subdivisions = asOf === undefined ? null : subdivisionsOf([own, ...sites], asOf);
  if (subdivisions) facts.subdivisions = subdivisions;
  Object.assign(facts, {
    migrantOrigins: originsOf(facts.migrantOrigins, { own, sites, recruited, countries: countries?.value ?? [], gradeOf }),
  });
  Object.assign(facts, { recruitmentCost: costOf(recruited, facts) });
  Object.assign(facts, { vulnerableGroups: withYoung(facts.vulnerableGroups, own, sites) });
  for (const field of ['migrantShare', 'agencyShare'] as const)
    Object.assign(facts, { [field]: shareOf(facts[field], { field, sites, workers: facts.workers?.value, gradeOf }) });
  if (!facts.workers) Object.assign(facts, { workers: headsOf(sites) });
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

function countriesOf(own: Projection, sites: readonly Projection[]): Given<string[]> | null {
  const known = [own, ...sites].flatMap((projection) => (projection.country ? [projection.country] : []));
  const first = known[0];
  if (!first) return null;
  const from = own.country ? {} : { from: { sites: known.length } };
  return { value: [...new Set(known.map(({ value }) => value))].sort(), source: first.sourceId, ...from };
}

/** ISO 3166-2 codes of the places that are recognised for certain, with the source of the first: what could be elsewhere adds no points. */
function subdivisionsOf(places: readonly Projection[], asOf: string): Given<string[]> | null {
  const found = places.flatMap(({ country, address, city, region, postalCode, latitude, longitude }) => {
    const source = (address ?? city ?? region ?? postalCode ?? latitude)?.sourceId;
    if (!country || source === undefined) return [];
    const coordinates = latitude && longitude ? { latitude: latitude.value, longitude: longitude.value } : null;
    const texts = [address?.value, city?.value, region?.value];
    const by = findSubdivision({ iso2: country.value, texts, postalCode: postalCode?.value ?? null, coordinates }, asOf);
    return by?.certainty === 'certain' ? [{ code: by.code, source }] : [];
  });
  const [first] = found;
  return first ? { value: [...new Set(found.map(({ code }) => code))].sort(), source: first.source } : null;
}

/**
 * Vulnerable groups as they were said, with workers under 18 where any are counted, whatever the statement: also a group too small for a number is there.
 */
function withYoung(
  said: Given<VulnerableGroup[]> | undefined,
  own: Projection,
  sites: readonly Projection[],
): Given<VulnerableGroup[]> | undefined {
  const hasYoung = ({ youngWorkers }: Projection) => youngWorkers !== undefined && youngWorkers.value !== 0;
  const counting = sites.filter(hasYoung);
  const source = (hasYoung(own) ? own : counting[0])?.youngWorkers?.sourceId;
  if (source === undefined || (said && (said.withdrawn || said.value.includes('under-18')))) return said;
  const from = hasYoung(own) ? {} : { from: { sites: counting.length } };
  const counted = { value: [...(said?.value ?? []), 'under-18' as const], source, ...from };
  return said ? beside(counted, said, 'better-for-workers') : counted;
}

/** A share of its workers: its own statement, its sites where it is silent, and of two that contradict each other the one that counts, beside the other. */
function shareOf(
  said: Given<number> | undefined,
  { field, sites, workers, gradeOf }: { field: CountedField; sites: readonly Projection[]; workers: number | undefined; gradeOf: GradeOf },
): Given<number> | undefined {
  const ofSites = shareOfSites(sites, field, workers);
  if (!ofSites) return said;
  const { areAll, areMost, ...counted } = ofSites;
  if (!said) return areAll ? counted : undefined;
  if (!areMost || said.withdrawn || !sharesContradict(said.value, counted.value)) return said;
  return chooseFact([counted, said], counted.value > said.value, gradeOf);
}
