import { atBuyer } from '~/access/commissions.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { isUnresolved, readConflicts } from '../independence/decisions.server';
import { type AuditPlan, type Planned, planAudit } from '../planning/plan-audit.server';
import { teamParts } from '../planning/states';
import { type CommissionRead, conflictSubject } from './find-commission.server';

export type PlannedCommission = Planned | { kind: 'refused'; code: 'commission-not-accepted' | 'conflicts-open' };

/** Plans the audit of an accepted commission: the audit names commission and buyer, and the commission the audit. Its lead must have no open conflict. */
export async function planCommissioned(
  db: TenantDb,
  commission: CommissionRead,
  options: { firmOrganizationId: string; plan: AuditPlan; by: { userId: string } },
): Promise<PlannedCommission> {
  const { firmOrganizationId, plan, by } = options;
  if (commission.status !== 'accepted' || commission.plan?.audit) return { kind: 'refused', code: 'commission-not-accepted' };
  const assigned = commission.plan?.auditors ?? [];
  const team = [{ userId: plan.leadId, part: 'lead' }, ...assigned.filter(({ userId }) => userId !== plan.leadId)];
  const subject = { ...conflictSubject(commission, firmOrganizationId), startsOn: plan.startsOn, team };
  if ((await readConflicts(db, subject)).some(isUnresolved)) return { kind: 'refused', code: 'conflicts-open' };
  const auditors = assigned.flatMap(({ part, ...each }) => {
    const known = teamParts.find((one) => one === part);
    return known ? [{ ...each, part: known }] : [];
  });
  const buyer = { buyerOrganizationId: commission.isOwn ? null : commission.buyerOrganizationId, buyerName: commission.buyerName };
  const planned = await planAudit(
    db,
    {
      ...plan,
      commission: { id: commission.id, ...buyer, auditors },
      explanation: assigned.find(({ userId }) => userId === plan.leadId)?.explanation ?? '',
    },
    by,
  );
  if (planned.kind === 'refused') return planned;
  await atBuyer(db, { commissionId: commission.id, firmOrganizationId }, async (side) => {
    await side.auditCommission.updateMany({
      where: { id: commission.id },
      data: { status: 'planned', auditNumber: planned.number, startsOn: new Date(plan.startsOn), endsOn: new Date(plan.endsOn) },
    });
  });
  return planned;
}
