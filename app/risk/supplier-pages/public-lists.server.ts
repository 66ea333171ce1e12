import { type EnforcementMatch, enforcementFor, withOwnTables } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { foldName } from '~/suppliers/parties/name-key';
import { ownTablesFor } from '~/risk/reference-tables/own-tables.server';
import { tableHref } from '~/risk/reference-tables/table-href';
import { factsForScoring } from '~/suppliers/registry/facts-for-scoring.server';

/** What a page shows of a match. `key` is the same for the same row, `href` leads to it. */
export type ListedFact = Pick<
  EnforcementMatch,
  'list' | 'subject' | 'reason' | 'given' | 'matched' | 'country' | 'isSameCountry' | 'since' | 'until' | 'state' | 'labour' | 'madeWith'
> & { confidence: EnforcementMatch['provenance']['confidence']; key: string; href: string };
export type PublicLists = {
  /** Entries that are named like the supplier: for a person to check, never counted. */
  candidates: ListedFact[];
  /** Entries about its goods, its sector and its country, and former ones of its name. */
  facts: ListedFact[];
  /** Orders against others who make such goods in its country. */
  others: ListedFact[];
};

/**
 * Dated entries of public enforcement lists that a supplier meets on a day, by its names and by what is known of it. Nothing is stored and no score
 * moves. A constant number of queries.
 */
export async function readPublicLists(
  db: TenantDb,
  options: { partyId: string; names: readonly (string | null | undefined)[]; asOf: string },
): Promise<PublicLists> {
  const { partyId, names, asOf } = options;
  const facts = (await factsForScoring(db, [partyId])).get(partyId) ?? {};
  const countries = facts.countries?.value;
  const known = { asOf, countries, fold: foldName };
  const ownTables = await ownTablesFor(db, asOf);
  const found = withOwnTables(ownTables, () => enforcementFor({ ...known, sector: facts.sector?.value, products: facts.products?.value }));
  const named = withOwnTables(ownTables, () =>
    [...new Set(names.flatMap((name) => name ?? []))].flatMap((name) => enforcementFor({ ...known, name })),
  );
  const byName = new Set(named.map(keyOf));
  const rest = found.filter((match) => !byName.has(keyOf(match)));
  return {
    candidates: once(named.filter(({ isCandidate }) => isCandidate)).map(show),
    facts: [...once(named.filter(({ isCandidate }) => !isCandidate)), ...rest.filter(({ isAboutOthers }) => !isAboutOthers)].map(show),
    others: rest.filter(({ isAboutOthers }) => isAboutOthers).map(show),
  };
}

const keyOf = ({ list, provenance }: EnforcementMatch): string => `${list} ${provenance.table} ${provenance.row}`;

/** A supplier and its parent may have one name: the entry is shown once, for the first. */
function once(matches: readonly EnforcementMatch[]): EnforcementMatch[] {
  const seen = new Set<string>();
  return matches.filter((match) => !seen.has(keyOf(match)) && seen.add(keyOf(match)));
}

function show({ provenance, isCandidate: _, isAboutOthers: __, ...match }: EnforcementMatch): ListedFact {
  const { confidence, table, row } = provenance;
  return { ...match, confidence, key: `${table} ${row}`, href: tableHref(provenance) };
}
