import { atBuyer } from '~/access/commissions.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { checkAssignment } from '../auditors/check-assignment.server';
import type { AssignmentRefusal } from '../auditors/check-assignment.server';
import { isUnresolved, readConflicts } from '../independence/decisions.server';
import { type CommissionRead, conflictSubject } from './find-commission.server';
import { notifyBuyer, notifyFirm } from './notify-sides.server';
import { undecidedStatuses } from './states';
import { readVisitors } from './visitors.server';

type By = { organizationId: string; userId: string; userName: string; now: Date };
export type Answered =
  | { kind: 'answered' }
  | {
      kind: 'refused';
      code: 'commission-decided' | 'reason-missing' | 'dates-missing' | 'place-missing' | 'lead-missing' | 'conflicts-open';
    }
  | ({ kind: 'refused' } & AssignmentRefusal);

const refused = (code: Exclude<Extract<Answered, { kind: 'refused' }>['code'], AssignmentRefusal['code']>): Answered => ({
  kind: 'refused',
  code,
});

/**
 * The firm accepts: with its record of the site, dates and a team with a lead. A conflict of interest without an acceptance by two people stops it; so do days
 * that an auditor no longer has. From then on the buyer reads dates and team.
 */
export async function acceptCommission(db: TenantDb, commission: CommissionRead, by: By): Promise<Answered> {
  if (!undecidedStatuses.includes(commission.status)) return refused('commission-decided');
  const { plan } = commission;
  if (!plan?.partyId) return refused('place-missing');
  const { startsOn, endsOn, auditors } = plan;
  if (startsOn === null || endsOn === null) return refused('dates-missing');
  if (!auditors.some(({ part }) => part === 'lead')) return refused('lead-missing');
  for (const auditor of auditors) {
    const days = { from: startsOn, to: endsOn, country: commission.place.country, except: [commission.id] };
    const refusal = await checkAssignment(db, { ...auditor, ...days });
    if (refusal) return { kind: 'refused', ...refusal };
  }
  if ((await readConflicts(db, conflictSubject(commission, by.organizationId))).some(isUnresolved)) return refused('conflicts-open');
  const team = await readVisitors(db, auditors, { on: startsOn });
  const dates = { startsOn: new Date(startsOn), endsOn: new Date(endsOn) };
  return decide(db, commission, by, { act: 'accept-commission', data: { status: 'accepted', ...dates, team, answeredAt: by.now } });
}

/** The firm declines, with a reason that the buyer reads. */
export async function declineCommission(
  db: TenantDb,
  commission: CommissionRead,
  { reason, ...by }: By & { reason: string },
): Promise<Answered> {
  if (!undecidedStatuses.includes(commission.status)) return refused('commission-decided');
  if (reason.trim() === '') return refused('reason-missing');
  const data = { status: 'declined', declineReason: reason.trim(), answeredAt: by.now };
  const answered = await decide(db, commission, by, { act: 'decline-commission', data });
  if (answered.kind === 'answered') await db.commissionAuditor.deleteMany({ where: { commissionId: commission.id } });
  return answered;
}

/** A question of the firm, or the buyer's answer, which returns the commission to the firm. */
export async function sendMessage(db: TenantDb, commission: CommissionRead, { text, ...by }: By & { text: string }): Promise<Answered> {
  const isFirm = commission.side === 'firm';
  if (!undecidedStatuses.includes(commission.status)) return refused('commission-decided');
  if (text.trim() === '') return refused('reason-missing');
  const { id: commissionId, side } = commission;
  const write = async (at: TenantDb) => {
    await at.commissionMessage.create({ data: { commissionId, side, text: text.trim(), byName: by.userName, sentAt: by.now } });
    await at.auditCommission.updateMany({ where: { id: commissionId }, data: { status: isFirm ? 'question' : 'sent' } });
  };
  if (isFirm) {
    await atBuyer(db, { commissionId, firmOrganizationId: by.organizationId }, write);
    await notifyBuyer(db, { commissionId, firmOrganizationId: by.organizationId, event: 'commission-changed', now: by.now });
  } else {
    await write(db);
    await notifyFirm(db, { commissionId, organizationId: by.organizationId, event: 'commission-changed', now: by.now });
  }
  return { kind: 'answered' };
}

type Decision = {
  act: string;
  data: Parameters<TenantDb['auditCommission']['updateMany']>[0]['data'];
};

/** Writes the firm's decision where the commission belongs, once, and notifies the buyer. */
async function decide(db: TenantDb, commission: CommissionRead, by: By, { act, data }: Decision): Promise<Answered> {
  const { id: commissionId } = commission;
  let isDone = false;
  await atBuyer(db, { commissionId, firmOrganizationId: by.organizationId }, async (side) => {
    const { count } = await side.auditCommission.updateMany({ where: { id: commissionId, status: { in: [...undecidedStatuses] } }, data });
    isDone = count > 0;
  });
  if (!isDone) return refused('commission-decided');
  await recordActivity(db, { recordKind: 'commission', recordId: commissionId, act, userId: by.userId });
  await notifyBuyer(db, { commissionId, firmOrganizationId: by.organizationId, event: 'commission-changed', now: by.now });
  return { kind: 'answered' };
}
