import { evidenceGradeSchema, type EvidenceGrade, type OverrideCode, type OverrideGiven, overrideCodes } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/features/activity/record-activity.server';

/** The same words for every decision: what led to it is for those who decided. */
const reason = 'Two people of the organization decided that the condition is met. What it rests on is restricted.';

/** Of an approved audit: what its signs were read as, with all that nobody knows taken as absent. */
export type SignsOfAudit = { auditId: string; lower: string };
/** A confirmed alert, and what it rests on in words that stand beside the score. */
export type ConfirmedAlert = { id: string; reason: string };

/**
 * Raises a critical override of a party from a day on (ISO date) by decision, by the signs of an audit, or by an alert that a person confirmed, and says so
 * in its activity. The caller scores.
 */
export async function raiseOverride(
  db: TenantDb,
  options: {
    partyId: string;
    code: OverrideCode;
    evidence: EvidenceGrade;
    since: string;
    userId: string;
    signs?: SignsOfAudit;
    alert?: ConfirmedAlert;
  },
): Promise<void> {
  const { partyId, code, evidence, since, userId, signs, alert } = options;
  const from = {
    ...(signs ? { auditId: signs.auditId, reading: signs.lower } : {}),
    ...(alert ? { alertId: alert.id, alertReason: alert.reason } : {}),
  };
  await db.givenOverride.create({ data: { partyId, code, evidence, since: new Date(since), ...from }, select: { id: true } });
  await recordActivity(db, { recordKind: 'supplier', recordId: partyId, act: 'raise-override', userId, after: { override: code } });
}

/** What was decided of some parties, as the method takes it (R7), by party. Two queries, however many parties. */
export async function overridesForScoring(db: TenantDb, partyIds: readonly string[]): Promise<Map<string, OverrideGiven[]>> {
  const rows = await db.givenOverride.findMany({
    where: { partyId: { in: [...partyIds] } },
    orderBy: [{ since: 'asc' }, { id: 'asc' }],
    include: { audit: { select: { number: true } } },
  });
  const byParty = new Map<string, OverrideGiven[]>();
  for (const row of rows) {
    const code = overrideCodes.find((known) => known === row.code);
    if (!code) continue;
    const given: OverrideGiven = {
      id: `given:${row.id}`,
      code,
      evidence: evidenceGradeSchema.parse(row.evidence),
      since: row.since.toISOString().slice(0, 10),
      ...basisOf(row),
    };
    byParty.set(row.partyId, [...(byParty.get(row.partyId) ?? []), given]);
  }
  return byParty;
}

/** Why it was raised, and where that is read. */
function basisOf(row: Parameters<typeof reasonOf>[0] & { auditId: string | null; alertId: string | null; alertReason: string | null }) {
  if (row.auditId !== null) return { reason: reasonOf(row), source: `audit:${row.auditId}` };
  return row.alertId === null ? { reason } : { reason: row.alertReason ?? reason, source: `alert:${row.alertId}` };
}

/** Names the audit, its day and the reading, and no sign. */
function reasonOf({ audit, since, reading }: { audit: { number: string } | null; since: Date; reading: string | null }): string {
  const on = since.toISOString().slice(0, 10);
  return `Signs of audit ${audit?.number ?? ''}, approved on ${on}: Delphi screening, list for adults, lower reading: ${(reading ?? '').replaceAll('-', ' ')}.`;
}
