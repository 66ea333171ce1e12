import type { TenantDb } from '~/access/tenant-db.server';
import { shareSays, smallestGroup } from '~/platform/privacy/protect-counts';
import { type FactRecord, projectFacts } from '~/suppliers/facts/project-facts';
import { readFactRecords } from '~/suppliers/parties/read-fact-records.server';
import type { ConsistencyContext } from './record';

/**
 * What the record says of the workforce of a site or supplier, each with the day it was recorded. A group is given as present, and its share only where no small
 * group can be read from it. `was.`: headcount and share of migrant workers a year before, or what was first recorded since. Two queries.
 */
export async function siteFigures(
  db: TenantDb,
  { partyId, startsOn }: { partyId: string; startsOn: Date },
): Promise<ConsistencyContext['site']> {
  const records = await readFactRecords(db, [partyId]);
  const known = projectFacts(records);
  const workers = known.workers?.value ?? null;
  const figures: ConsistencyContext['site'] = [];
  const add = (key: string, value: string | number, { recordedAt }: { recordedAt: Date }) =>
    figures.push({ key: `site.${key}`, value, on: recordedAt.toISOString().slice(0, 10) });
  const present = (key: string, fact: { value: unknown; recordedAt: Date } | undefined, none: unknown = 0) => {
    if (fact) add(key, fact.value === none ? 'no' : 'yes', fact);
  };
  if (known.workers && known.workers.value >= smallestGroup) add('workers', known.workers.value, known.workers);
  for (const field of ['femaleShare', 'migrantShare', 'agencyShare'] as const) {
    const fact = known[field];
    if (fact && shareSays(fact.value, workers) === 'shown') add(field, fact.value, fact);
  }
  present('migrants', known.migrantShare);
  present('agency', known.agencyShare ?? known.agencyWorkers);
  present('housing', known.housing, 'none');
  present('subcontracting', known.subcontracting, 'none');
  present('youngWorkers', known.youngWorkers);
  present('seasonal', known.seasonalWorkers);
  if (known.workerVoice) add('workerVoice', known.workerVoice.value, known.workerVoice);
  if (known.peakRatio) add('peakRatio', known.peakRatio.value, known.peakRatio);
  const origins = Object.entries(known.migrantsByOrigin?.value ?? {}).flatMap(([country, people]) =>
    typeof people === 'number' && people >= smallestGroup ? [country] : [],
  );
  if (known.migrantsByOrigin && origins.length > 0) add('origins', origins.sort().join(' '), known.migrantsByOrigin);
  const point = await db.site.findFirst({ where: { partyId }, select: { pointDoubt: true } });
  if (point?.pointDoubt) figures.push({ key: 'site.point', value: point.pointDoubt, on: null });
  return [...figures, ...figuresBefore(records, startsOn)];
}

const yearMs = 365 * 86_400_000;

/** What was known a year before a day, else what was first recorded in that year. */
function figuresBefore(records: readonly FactRecord[], startsOn: Date): ConsistencyContext['site'] {
  const yearBefore = new Date(startsOn.getTime() - yearMs);
  const since = records.map(({ recordedAt }) => recordedAt).filter((at) => at > yearBefore && at < startsOn);
  const then = projectFacts(records, { knownOn: yearBefore });
  const first = (field: 'workers' | 'migrantShare') => {
    if (then[field]) return then[field];
    const moments = since.sort((a, b) => a.getTime() - b.getTime());
    return moments.map((knownOn) => projectFacts(records, { knownOn })[field]).find((fact) => fact !== undefined);
  };
  const [workers, share] = [first('workers'), first('migrantShare')];
  const on = ({ recordedAt }: { recordedAt: Date }) => recordedAt.toISOString().slice(0, 10);
  const isShown = share !== undefined && shareSays(share.value, workers?.value ?? null) === 'shown';
  return [
    ...(workers && workers.value >= smallestGroup ? [{ key: 'was.workers', value: workers.value, on: on(workers) }] : []),
    ...(share && isShown ? [{ key: 'was.migrantShare', value: share.value, on: on(share) }] : []),
  ];
}
