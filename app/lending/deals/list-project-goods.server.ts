import { type EnforcementMatch, enforcementFor, withOwnTables } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { foldName } from '~/suppliers/parties/name-key';
import { ownTablesFor } from '~/risk/reference-tables/own-tables.server';
import { tableHref } from '~/risk/reference-tables/table-href';
import type { NetworkParty } from '~/suppliers/supply-links/read-network.server';
import { factsForScoring } from '~/suppliers/registry/facts-for-scoring.server';

/** The most companies examined, nearest first; a longer chain is reported as such. */
const mostLookedAt = 2_000;
const mostWhere = 20;

/**
 * The entries of public lists that the chain of a project meets on a day, each with the companies that meet it, nearest first: goods made with forced or
 * child labour, priority sectors, import orders, and entities of like name, which a person must confirm. Orders against others are left out. `steps`: how
 * far each party is from the project, nearest first. Nothing is stored and no score moves. A constant number of queries.
 */
export async function listProjectGoods(
  db: TenantDb,
  options: { steps: ReadonlyMap<string, number>; asOf: string; partyOf: (id: string) => NetworkParty },
) {
  const { steps, asOf, partyOf } = options;
  const all = [...steps.keys()].filter((id) => partyOf(id).kind === 'supplier');
  const looked = all.slice(0, mostLookedAt);
  const facts = await factsForScoring(db, looked);
  const met = new Map<string, { entry: EnforcementMatch; where: (NetworkParty & { steps: number; reason: EnforcementMatch })[] }>();
  const matchesOf = matchesOn(asOf, await ownTablesFor(db, asOf));
  let silent = 0;
  for (const id of looked) {
    const { countries, sector, products } = facts.get(id) ?? {};
    if (!sector?.value && !products?.value?.length) silent += 1;
    const party = partyOf(id);
    const matches = matchesOf({ name: party.name, countries: countries?.value, sector: sector?.value, products: products?.value });
    for (const match of matches.filter(({ isAboutOthers }) => !isAboutOthers)) {
      const key = `${match.list} ${match.provenance.table} ${match.provenance.row} ${match.isCandidate}`;
      const known = met.get(key) ?? { entry: match, where: [] };
      met.set(key, known);
      if (known.where.at(-1)?.publicId !== party.publicId) known.where.push({ ...party, steps: steps.get(id) ?? 0, reason: match });
    }
  }
  return {
    looked: looked.length,
    all: all.length,
    /** Companies without known sector or goods: not assessed. */
    silent,
    entries: [...met.values()]
      .map(({ entry, where }) => ({
        ...shown(entry),
        isCandidate: entry.isCandidate,
        inAll: where.length,
        where: where.slice(0, mostWhere).map(({ reason, ...party }) => ({ ...party, match: shown(reason) })),
      }))
      .sort((a, b) => Number(b.isCandidate) - Number(a.isCandidate) || Number(isOfSector(a)) - Number(isOfSector(b))),
  };
}
export type ProjectGoods = Awaited<ReturnType<typeof listProjectGoods>>;

/** Matched by sector only: a match by a good is more specific and comes first. */
const isOfSector = ({ where }: { where: readonly { match: Pick<EnforcementMatch, 'reason'> }[] }): boolean =>
  where.every(({ match }) => match.reason === 'country-and-sector');

type Met = Pick<Parameters<typeof enforcementFor>[0], 'countries' | 'sector' | 'products'>;

/**
 * `enforcementFor` for many companies of a day. Few bear a name of a list, and many share countries, sector and goods: what these meet is looked up once.
 */
export function matchesOn(asOf: string, ownTables: readonly string[] = []): (party: Met & { name: string }) => EnforcementMatch[] {
  const known = new Map<string, EnforcementMatch[]>();
  const lookUp = ({ name, ...met }: Met & { name: string }) => {
    const ask = { asOf, fold: foldName };
    if (enforcementFor({ ...ask, name }).length > 0) return enforcementFor({ ...ask, ...met, name });
    const key = JSON.stringify([met.countries, met.sector, met.products]);
    const found = known.get(key) ?? enforcementFor({ ...ask, ...met });
    known.set(key, found);
    return found;
  };
  return (party) => withOwnTables(ownTables, () => lookUp(party));
}

function shown({ provenance, isCandidate: _, isAboutOthers: __, ...match }: EnforcementMatch) {
  const { confidence, table, row } = provenance;
  return { ...match, confidence, key: `${table} ${row}`, href: tableHref(provenance) };
}
