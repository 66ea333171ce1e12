import type { FactOrigin, Given } from '#scoring';
import { shareSays } from '~/platform/privacy/protect-counts';
import type { KnownFact, Projection } from '~/suppliers/facts/project-facts';

/** Sites that employ at least this part of a supplier's workers speak for it, whatever its other sites are. */
const mostWorkers = 0.8;

export type CountedField = 'migrantShare' | 'agencyShare';
/** What sites say of a supplier's workforce. `areAll`: every known site says it. `areMost`: those that do employ most of its workers. */
export type OfSites = Given<number> & { areAll: boolean; areMost: boolean };

/** The workers of all sites; unknown as long as one of them is silent. */
export function headsOf(sites: readonly Projection[]): Given<number> | undefined {
  const known = sites.flatMap(({ workers }) => (workers ? [workers] : []));
  const first = known[0];
  if (!first || known.length < sites.length) return undefined;
  return { value: known.reduce((sum, { value }) => sum + value, 0), source: first.sourceId, from: { sites: known.length } };
}

/** A share at the sites that say it, weighted by their workers. A single site needs no workers for it. */
export function shareOfSites(sites: readonly Projection[], field: CountedField, workers: number | undefined): OfSites | undefined {
  const said = sites.flatMap((site) => {
    const share: KnownFact<CountedField> | undefined = site[field];
    return share ? [{ share, heads: site.workers?.value }] : [];
  });
  const [first] = said;
  if (!first) return undefined;
  if (sites.length === 1 && first.heads === undefined)
    return { value: first.share.value, source: first.share.sourceId, from: { sites: 1 }, areAll: true, areMost: true };
  const counted = said.flatMap(({ share, heads }) => (heads === undefined ? [] : [{ share, heads }]));
  const total = counted.reduce((sum, { heads }) => sum + heads, 0);
  const [lead] = counted;
  if (!lead || total === 0) return undefined;
  const areAll = counted.length === sites.length;
  const from: FactOrigin = {
    ...{ sites: counted.length, workers: total },
    ...(counted.some(({ share, heads }) => shareSays(share.value, heads) !== 'shown') ? { withheld: true } : {}),
  };
  return {
    value: Math.min(1, counted.reduce((sum, { share, heads }) => sum + share.value * heads, 0) / total),
    source: lead.share.sourceId,
    from,
    areAll,
    areMost: workers === undefined ? areAll : total >= mostWorkers * workers,
  };
}
