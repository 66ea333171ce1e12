import { corridorOf, findSubdivision, type Given, type PlacedFacts, type VulnerableGroup } from '#scoring';
import { productsForScoring } from '~/suppliers/classification/products-for-scoring';
import type { RecruitedCorridor } from '~/suppliers/labour-recruiters/recruitment-facts.server';
import { withCounts } from './share-of-counts';
import type { KnownFact, Projection } from './project-facts';
import { scoredFields } from './fact-fields';

/** What a ledger can say at most, as the method takes it: fifty years of pay. */
const mostMonths = 600;

/**
 * What the method takes of a supplier: its own facts, the countries of all its sites beside its own, and, where the supplier says nothing
 * itself, the workforce of its sites: heads added up, shares weighted by heads, and only when every site is known. Unknown stays out.
 * Where shares or origins of migrants are not said, heads by origin and by employer say them, and so do those who recruit for it.
 * @param options.asOf ISO day of the tables by which the subdivisions of its places are recognised; without it none are
 * @param options.recruited corridors through which somebody recruits for it, with what their ledgers say workers paid
 */
export function gatherPartyFacts(
  itself: Projection,
  allSites: readonly Projection[],
  { asOf, recruited = [] }: { asOf?: string; recruited?: readonly RecruitedCorridor[] } = {},
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
  if (!facts.migrantOrigins) Object.assign(facts, { migrantOrigins: originsOf([own, ...sites], recruited, countries?.value ?? []) });
  Object.assign(facts, { recruitmentCost: costOf(recruited, facts) });
  Object.assign(facts, { vulnerableGroups: withYoung(facts.vulnerableGroups, [own, ...sites]) });
  if (!facts.workers) Object.assign(facts, { workers: heads(sites) });
  for (const field of ['migrantShare', 'agencyShare'] as const)
    if (!facts[field]) Object.assign(facts, { [field]: weightedShare(sites, field) });
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

function countriesOf(own: Projection, sites: readonly Projection[]): Given<string[]> | null {
  const known = [own, ...sites].flatMap((projection) => (projection.country ? [projection.country] : []));
  const first = known[0];
  if (!first) return null;
  return { value: [...new Set(known.map(({ value }) => value))].sort(), source: first.sourceId };
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

/** Vulnerable groups as they were said, with workers under 18 where any are counted: also a group too small for a number is there. */
function withYoung(said: Given<VulnerableGroup[]> | undefined, places: readonly Projection[]): Given<VulnerableGroup[]> | undefined {
  const counted = places.flatMap(({ youngWorkers }) => (youngWorkers && youngWorkers.value !== 0 ? [youngWorkers.sourceId] : []));
  const [source] = counted;
  if (source === undefined || (said && (said.withdrawn || said.value.includes('under-18')))) return said;
  return { value: [...(said?.value ?? []), 'under-18'], source: said?.source ?? source };
}

/** Countries that migrants come from, by heads at the sites and by whom they were recruited: a corridor counts where it leads to a country of the supplier. */
function originsOf(
  places: readonly Projection[],
  recruited: readonly RecruitedCorridor[],
  countries: readonly string[],
): Given<string[]> | undefined {
  const counted = places.flatMap(({ migrantsByOrigin }) =>
    migrantsByOrigin
      ? Object.entries(migrantsByOrigin.value).flatMap(([origin, heads]) =>
          heads === 0 ? [] : [{ origin, sourceId: migrantsByOrigin.sourceId }],
        )
      : [],
  );
  const found = [...counted, ...recruited.filter(({ destination }) => countries.includes(destination))];
  const [first] = found;
  return first && { value: [...new Set(found.map(({ origin }) => origin))].sort(), source: first.sourceId };
}

/** The most months of pay that a worker of its corridors paid, by ledgers, and the corridors that they cover. */
function costOf(
  recruited: readonly RecruitedCorridor[],
  { countries, migrantOrigins }: PlacedFacts,
): PlacedFacts['recruitmentCost'] | undefined {
  const paid = recruited.flatMap(({ origin, destination, months, sourceId }) => {
    const isOwn = countries?.value.includes(destination) && (migrantOrigins?.value.includes(origin) ?? true);
    return isOwn && months !== null ? [{ corridor: corridorOf(origin, destination), months: Math.min(months, mostMonths), sourceId }] : [];
  });
  const most = paid.reduce<(typeof paid)[number] | null>((worst, each) => (worst && worst.months >= each.months ? worst : each), null);
  const corridors = [...new Set(paid.map(({ corridor }) => corridor))].sort();
  return most ? { value: most.months, source: most.sourceId, corridors } : undefined;
}

/** The field of every site, or null when one of them is silent. */
function ofEverySite<Field extends 'workers' | 'migrantShare' | 'agencyShare'>(
  sites: readonly Projection[],
  field: Field,
): KnownFact<Field>[] | null {
  const known: KnownFact<Field>[] = [];
  for (const site of sites) {
    const fact: KnownFact<Field> | undefined = site[field];
    if (!fact) return null;
    known.push(fact);
  }
  return known.length > 0 ? known : null;
}

function heads(sites: readonly Projection[]): Given<number> | undefined {
  const known = ofEverySite(sites, 'workers');
  const first = known?.[0];
  return known && first ? { value: known.reduce((sum, { value }) => sum + value, 0), source: first.sourceId } : undefined;
}

function weightedShare(sites: readonly Projection[], field: 'migrantShare' | 'agencyShare'): Given<number> | undefined {
  const shares = ofEverySite(sites, field);
  const first = shares?.[0];
  if (!shares || !first) return undefined;
  const workers = sites.length === 1 ? [{ value: 1 }] : ofEverySite(sites, 'workers');
  const total = workers?.reduce((sum, { value }) => sum + value, 0) ?? 0;
  if (!workers || total === 0) return undefined;
  const weighted = shares.reduce((sum, { value }, index) => sum + value * (workers[index]?.value ?? 0), 0);
  return { value: Math.min(1, weighted / total), source: first.sourceId };
}
