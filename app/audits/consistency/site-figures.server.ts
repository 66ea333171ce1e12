import type { TenantDb } from '~/access/tenant-db.server';
import { shareSays, smallestGroup } from '~/platform/privacy/protect-counts';
import { projectFacts } from '~/suppliers/facts/project-facts';
import { readFactRecords } from '~/suppliers/parties/read-fact-records.server';
import type { ConsistencyContext } from './record';

/**
 * What the record says of the workforce of a site or supplier, each with the day it was recorded. A group is given as present, and its share only where no small
 * group can be read from it. One query.
 */
export async function siteFigures(db: TenantDb, partyId: string): Promise<ConsistencyContext['site']> {
  const known = projectFacts(await readFactRecords(db, [partyId]));
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
  return figures;
}
