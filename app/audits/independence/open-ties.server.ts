import type { TenantDb } from '~/access/tenant-db.server';
import { isUnresolved, readConflicts } from './decisions.server';
import type { ConflictSubject } from './find-conflicts.server';

type Audited = { id: string; commissionId: string | null; partyId: string; sitePartyId: string | null };

/** What conflicts of the commission of an audit are looked for in, with this team; null for an audit without a commission. */
export async function subjectOfAudit(
  db: TenantDb,
  audit: Audited,
  { startsOn, team }: Pick<ConflictSubject, 'startsOn' | 'team'>,
): Promise<ConflictSubject | null> {
  if (audit.commissionId === null) return null;
  const commission = await db.auditCommission.findFirst({
    where: { id: audit.commissionId },
    select: { firmOrganizationId: true, payer: true, payerNote: true },
  });
  if (!commission?.firmOrganizationId) return null;
  return {
    ...{ commissionId: audit.commissionId, firmOrganizationId: commission.firmOrganizationId },
    ...{ payer: commission.payer, payerNote: commission.payerNote, auditId: audit.id },
    ...{ partyId: audit.partyId, sitePartyId: audit.sitePartyId, startsOn, team },
  };
}

/** Whether a person has a conflict of interest with the commission of an audit that two people have not accepted. */
export async function findOpenTies(
  db: TenantDb,
  audit: Audited,
  { userId, part, startsOn }: { userId: string; part: string; startsOn: string },
): Promise<boolean> {
  const subject = await subjectOfAudit(db, audit, { startsOn, team: [{ userId, part }] });
  if (subject === null) return false;
  return (await readConflicts(db, subject)).some((conflict) => conflict.subject === userId && isUnresolved(conflict));
}
