import type { TenantDb } from '~/access/tenant-db.server';
import type { Checked } from '~/audits/entries/check-record.server';
import { currentByKey } from '~/audits/entries/read-record.server';
import type { FoundAudit } from '~/audits/planning/find-audit.server';
import { checkConsistency, type StatedHit, stateHits } from './check-consistency';
import { consistencyRecord } from './from-entries';
import type { ConsistencyContext, Input } from './record';
import { withheld } from './labels';
import { readConsistencyContext } from './read-context.server';

/**
 * What contradicts itself in a checked record, with the team's explanations. `limits`, `marksRest`: as the conclusion is about to state them. Explanations near
 * zero-tolerance questions, and figures of people, are read for the team alone.
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
  const made = recordFrom({ ...context, plan }, record, { marksRest });
  const given = new Map([...explanations].map(([key, { value }]) => [key, value]));
  const hits = stateHits(checkConsistency(made), given);
  return isForTeam ? hits : hits.map(forOthers);
}

/** The redacted record as the rules read it. */
export const recordFrom = (context: ConsistencyContext, record: Checked['record'], options: { marksRest?: boolean } = {}) =>
  consistencyRecord(
    context,
    (kind) => [...currentByKey(record, kind)].map(([key, { value, madeAt }]) => ({ key, value, on: madeAt.toISOString().slice(0, 10) })),
    options,
  );

/** Figures of samples and interviews appear in the report alone, suppressed: others see that they contradict, and not how many. */
const isFigure = ({ key, value }: Input): boolean =>
  /^(hours|wage|tally|sample|finding)\./.test(key) || (typeof value === 'number' && !/^(plan|site|was|P\d+)\./.test(key));

const forOthers = (hit: StatedHit): StatedHit => ({
  ...hit,
  explanation: hit.zero === 'z5' ? null : hit.explanation,
  inputs: hit.inputs.map((input) => (isFigure(input) ? { ...input, value: withheld } : input)),
});
