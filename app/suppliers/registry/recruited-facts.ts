import { corridorOf, type FactOrigin, type Given, type PlacedFacts } from '#scoring';
import type { RecruitedCorridor } from '~/suppliers/labour-recruiters/recruitment-facts.server';
import { chooseFact, type GradeOf } from './choose-fact';
import type { Projection } from '~/suppliers/facts/project-facts';

/** What a ledger can say at most, as the method takes it: fifty years of pay. */
const mostMonths = 600;

/**
 * Countries that migrants come from: as the supplier states them, else by heads at its sites and by whom they were recruited; a corridor counts where it leads to a
 * country of the supplier. Where sites count people from a country that the statement leaves out, the statement with that country counts, unless it has better evidence.
 */
export function originsOf(
  said: Given<string[]> | undefined,
  {
    own,
    sites,
    recruited,
    countries,
    gradeOf,
  }: {
    own: Projection;
    sites: readonly Projection[];
    recruited: readonly RecruitedCorridor[];
    countries: readonly string[];
    gradeOf: GradeOf;
  },
): Given<string[]> | undefined {
  const atSites = sites.flatMap((site) => [...countedAt(site)].map((each) => ({ ...each, site })));
  if (said) {
    const counted = gathered(atSites, { sites: new Set(atSites.map(({ site }) => site)).size });
    if (!counted || said.withdrawn || counted.value.every((origin) => said.value.includes(origin))) return said;
    const chosen = chooseFact([counted, said], true, gradeOf);
    return chosen.value === said.value ? chosen : { ...chosen, value: distinct([...said.value, ...counted.value]) };
  }
  const corridors = recruited.filter(({ destination }) => countries.includes(destination));
  const from: FactOrigin = {
    ...(atSites.length > 0 ? { sites: new Set(atSites.map(({ site }) => site)).size } : {}),
    ...(corridors.length > 0 ? { recruiters: new Set(corridors.map(({ recruiter }) => recruiter.publicId)).size } : {}),
  };
  return gathered([...countedAt(own), ...atSites, ...corridors], from);
}

/** The most months of pay that a worker of its corridors paid, by ledgers, with the ledger that says so, and the corridors that ledgers cover. */
export function costOf(
  recruited: readonly RecruitedCorridor[],
  { countries, migrantOrigins }: PlacedFacts,
): PlacedFacts['recruitmentCost'] | undefined {
  const paid = recruited.flatMap(({ origin, destination, months, recruiter, sourceId }) => {
    const isOwn = countries?.value.includes(destination) && (migrantOrigins?.value.includes(origin) ?? true);
    if (!isOwn || months === null) return [];
    return [{ corridor: corridorOf(origin, destination), months: Math.min(months, mostMonths), recruiter: recruiter.name, sourceId }];
  });
  const most = paid.reduce<(typeof paid)[number] | null>((worst, each) => (worst && worst.months >= each.months ? worst : each), null);
  if (!most) return undefined;
  const { months, sourceId, corridor, recruiter } = most;
  return { value: months, source: sourceId, corridors: distinct(paid.map((each) => each.corridor)), ledger: { corridor, recruiter } };
}

/** The origins of which people are counted at a place: also of a group too small for a number. */
function countedAt({ migrantsByOrigin }: Projection): { origin: string; sourceId: string }[] {
  if (!migrantsByOrigin) return [];
  const { value, sourceId } = migrantsByOrigin;
  return Object.entries(value).flatMap(([origin, heads]) => (heads === 0 ? [] : [{ origin, sourceId }]));
}

function gathered(found: readonly { origin: string; sourceId: string }[], from: FactOrigin): Given<string[]> | undefined {
  const [first] = found;
  if (!first) return undefined;
  return {
    value: distinct(found.map(({ origin }) => origin)),
    source: first.sourceId,
    ...(Object.keys(from).length > 0 ? { from } : {}),
  };
}

const distinct = (codes: readonly string[]): string[] => [...new Set(codes)].sort();
