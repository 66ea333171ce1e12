import { evidenceGradeSchema, type EvidenceGrade, type OverrideCode, type OverrideGiven, overrideCodes } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';

/** The same words for every decision: what led to it is for those who decided. */
const reason = 'Two people of the organization decided that the condition is met. What it rests on is restricted.';

/** Of an approved audit: its indicators, with unknown ones counted as absent. */
export type SignsOfAudit = { auditId: string; lower: string };
/** A confirmed alert, and its basis as shown beside the score. */
export type ConfirmedAlert = { id: string; reason: string };
/** What a member saw: the reason, as shown beside the score, and the record or publication it is based on. */
export type Seen = { reason: string } & (
  | { reference: string }
  | { auditId: string }
  | { alertId: string }
  | { findingId: string }
  | { recruiterPartyId: string }
);

/**
 * Raises a critical override of a party from a day on (ISO date) by decision, by the signs of an audit, by an alert that a person confirmed, or where a member
 * saw its reason, and says so in its activity. The caller scores.
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
    seen?: Seen;
  },
): Promise<void> {
  const { partyId, code, evidence, since, userId, signs, alert, seen } = options;
  const from = {
    ...(signs ? { auditId: signs.auditId, reading: signs.lower } : {}),
    ...(alert ? { alertId: alert.id, alertReason: alert.reason } : {}),
    ...seen,
  };
  await db.givenOverride.create({ data: { partyId, code, evidence, since: new Date(since), ...from }, select: { id: true } });
  const after = { override: code, ...(seen ? { reason: seen.reason } : {}) };
  await recordActivity(db, { recordKind: 'supplier', recordId: partyId, act: 'raise-override', userId, after });
}

/** What was decided of some parties, as the method takes it (R7), by party. Three queries, however many parties. */
export async function overridesForScoring(db: TenantDb, partyIds: readonly string[]): Promise<Map<string, OverrideGiven[]>> {
  const rows = await db.givenOverride.findMany({
    where: { partyId: { in: [...partyIds] } },
    orderBy: [{ since: 'asc' }, { id: 'asc' }],
    include: { audit: { select: { number: true } }, recruiter: { select: { publicId: true } } },
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

type Row = Parameters<typeof reasonOf>[0] & {
  reason: string | null;
  reference: string | null;
  auditId: string | null;
  alertId: string | null;
  alertReason: string | null;
  findingId: string | null;
  recruiter: { publicId: string } | null;
};

/** Why it was raised, and where that is read. */
function basisOf(row: Row): Pick<OverrideGiven, 'reason' | 'source'> {
  const source = sourceOf(row);
  return { reason: row.reason ?? wordsOf(row), ...(source === null ? {} : { source }) };
}

function wordsOf(row: Row): string {
  return row.auditId === null ? (row.alertReason ?? reason) : reasonOf(row);
}

function sourceOf({ auditId, alertId, findingId, recruiter, reference }: Row): string | null {
  if (auditId !== null) return `audit:${auditId}`;
  if (alertId !== null) return `alert:${alertId}`;
  if (findingId !== null) return `finding:${findingId}`;
  if (recruiter !== null) return `recruiter:${recruiter.publicId}`;
  return reference === null ? null : publicationSource(reference);
}

/** How the score names a publication or document as a source. */
export const publicationSource = (reference: string): string => `publication:${reference}`;

/** Names the audit, its day and the reading, and no sign. */
function reasonOf({ audit, since, reading }: { audit: { number: string } | null; since: Date; reading: string | null }): string {
  const on = since.toISOString().slice(0, 10);
  return `Signs of audit ${audit?.number ?? ''}, approved on ${on}: Delphi screening, list for adults, lower reading: ${(reading ?? '').replaceAll('-', ' ')}.`;
}
