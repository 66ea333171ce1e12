import type { Member } from '~/access/require-member.server';
import type { CommissionedPlan } from '../planning/plan-form';
import { type CommissionRead, findCommission } from './find-commission.server';
import { commissionName, payerLabel } from './labels';

/**
 * The accepted commission whose audit is planned, and what it says in the plan. Null without one, for another supplier's, and where an audit of it is planned
 * already.
 */
export async function readCommissioned(
  member: Member,
  { commissionId, supplierPublicId }: { commissionId: string | null; supplierPublicId: string },
): Promise<{ commission: CommissionRead; prefill: CommissionedPlan } | null> {
  if (commissionId === null || !member.can('edit:commission')) return null;
  const commission = await member.inOrganization((db) => findCommission(db, { commissionId, organizationId: member.organization.id }));
  const plan = commission?.plan;
  if (!commission || !plan || commission.status !== 'accepted' || plan.supplier?.publicId !== supplierPublicId) return null;
  const payer = commission.payer === 'buyer' ? commission.buyerName : payerLabel(commission.payer);
  return {
    commission,
    prefill: {
      ...{ id: commission.id, name: commissionName(commission), site: plan.site?.publicId ?? null },
      ...{ type: commission.type, announcement: commission.announcement, checklists: commission.checklists },
      ...{ startsOn: plan.startsOn, endsOn: plan.endsOn, personDays: plan.personDays },
      leadId: plan.auditors.find(({ part }) => part === 'lead')?.userId ?? null,
      paidBy: [payer, commission.payerNote].filter(Boolean).join(', '),
      purpose: commission.reason.slice(0, 1000),
    },
  };
}
