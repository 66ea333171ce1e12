import type { TenantDb } from '~/access/tenant-db.server';
import { currentByKey, readRecord } from '~/audits/entries/read-record.server';
import { redactZeroTolerance } from '~/audits/entries/redact-zero-tolerance.server';
import type { FoundAudit } from '~/audits/planning/find-audit.server';
import type { SignedPlan } from '~/audits/closing-plan/schema';

/** The plans that were signed for an audit, newest version first. One whose finding became a sensitive case since is withheld with it. One query. */
export async function readSignedPlans(db: TenantDb, audit: Pick<FoundAudit, 'id'>): Promise<(SignedPlan & { key: string })[]> {
  const record = redactZeroTolerance(await readRecord(db, audit));
  return [...currentByKey(record, 'signedPlan')]
    .map(([key, { value }]) => ({ ...value, key }))
    .sort((a, b) => b.plan.version - a.plan.version || (a.hash < b.hash ? -1 : 1));
}
