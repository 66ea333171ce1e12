import type { TenantDb } from '~/access/tenant-db.server';
import type { Checked } from '~/audits/entries/check-record.server';
import { currentByKey } from '~/audits/entries/read-record.server';
import type { FoundAudit } from '~/audits/planning/find-audit.server';
import { checkConsistency, type StatedHit, stateHits } from './check-consistency';
import { consistencyRecord } from './from-entries';
import { readConsistencyContext } from './read-context.server';

/**
 * What contradicts itself in a checked record, with the team's explanations. `limits`, `marksRest`: as the conclusion is about to state them. Explanations near
 * zero-tolerance questions are read for the team alone.
 */
export async function readContradictions(
  db: TenantDb,
  audit: FoundAudit,
  { record, explanations }: Pick<Checked, 'record' | 'explanations'>,
  options: { isForTeam: boolean; limits?: string; marksRest?: boolean },
): Promise<StatedHit[]> {
  const { isForTeam, limits, marksRest = false } = options;
  const context = await readConsistencyContext(db, audit);
  const plan = limits === undefined ? context.plan : { ...context.plan, limits };
  const made = consistencyRecord(
    { ...context, plan },
    (kind) => [...currentByKey(record, kind)].map(([key, { value, madeAt }]) => ({ key, value, on: madeAt.toISOString().slice(0, 10) })),
    { marksRest },
  );
  const given = new Map([...explanations].map(([key, { value }]) => [key, value]));
  return stateHits(checkConsistency(made), given).map((hit) => (hit.zero === 'z5' && !isForTeam ? { ...hit, explanation: null } : hit));
}
