import { z } from 'zod';
import { nameOrganizations } from '~/access/shared-access.server';
import type { TenantDb } from '~/access/tenant-db.server';
import type { ConflictSubject } from '../independence/find-conflicts.server';
import { commissionStatuses, type CommissionStatus, payers, placeSchema, visitorsSchema } from './states';

const day = (date: Date) => date.toISOString().slice(0, 10);
const id = z.guid();

/** One commission as its buyer or its firm reads it; null for any other organization. */
export async function findCommission(db: TenantDb, { commissionId, organizationId }: { commissionId: string; organizationId: string }) {
  if (!id.safeParse(commissionId).success) return null;
  const row = await db.auditCommission.findFirst({
    where: { id: commissionId, OR: [{ organizationId }, { firmOrganizationId: organizationId }] },
  });
  if (!row) return null;
  const names = await nameOrganizations(db, [row.organizationId, row.firmOrganizationId]);
  const isFirm = row.firmOrganizationId === organizationId;
  const plan = isFirm ? await readPlan(db, commissionId) : null;
  const outside = row.clientId === null ? null : await db.auditClient.findFirst({ where: { id: row.clientId }, select: { name: true } });
  return {
    ...{ id: row.id, number: row.number, buyerOrganizationId: row.organizationId, firmOrganizationId: row.firmOrganizationId },
    side: isFirm ? ('firm' as const) : ('buyer' as const),
    /** The firm wrote it for a client without an account. */
    isOwn: row.organizationId === row.firmOrganizationId,
    buyerName: outside?.name ?? names.get(row.organizationId) ?? '',
    firmName: (row.firmOrganizationId && names.get(row.firmOrganizationId)) || (row.firmEmail ?? ''),
    place: placeSchema.parse(row.place),
    ...{ type: row.type, announcement: row.announcement, checklists: row.checklists, reason: row.reason },
    ...{ wantedFrom: day(row.wantedFrom), wantedTo: day(row.wantedTo), payer: z.enum(payers).parse(row.payer), payerNote: row.payerNote },
    status: z.enum(commissionStatuses).parse(row.status) satisfies CommissionStatus,
    ...{ startsOn: row.startsOn && day(row.startsOn), endsOn: row.endsOn && day(row.endsOn), team: visitorsSchema.parse(row.team) },
    ...{ auditNumber: row.auditNumber, declineReason: row.declineReason, createdAt: row.createdAt, answeredAt: row.answeredAt },
    plan,
  };
}
export type CommissionRead = NonNullable<Awaited<ReturnType<typeof findCommission>>>;

/** What the firm alone keeps of it. */
async function readPlan(db: TenantDb, commissionId: string) {
  const plan = await db.commissionPlan.findFirst({
    where: { commissionId },
    include: {
      auditors: { orderBy: { userId: 'asc' } },
      party: { select: { name: true, publicId: true } },
      site: { select: { name: true, publicId: true } },
    },
  });
  const audit = await db.audit.findFirst({ where: { commissionId, status: { not: 'cancelled' } }, select: { id: true, number: true } });
  return {
    ...{ clientId: plan?.clientId ?? null, partyId: plan?.partyId ?? null, sitePartyId: plan?.sitePartyId ?? null },
    ...{ supplier: plan?.party ?? null, site: plan?.site ?? null },
    ...{ startsOn: plan?.startsOn ? day(plan.startsOn) : null, endsOn: plan?.endsOn ? day(plan.endsOn) : null },
    personDays: plan?.personDays?.toNumber() ?? null,
    auditors: (plan?.auditors ?? []).map(({ userId, part, explanation }) => ({ userId, part, explanation })),
    audit,
  };
}

/** What conflicts of interest are looked for in: the firm's side of a commission as it is planned now. */
export function conflictSubject(commission: CommissionRead, firmOrganizationId: string): ConflictSubject {
  const { plan, wantedFrom } = commission;
  return {
    ...{ commissionId: commission.id, firmOrganizationId, payer: commission.payer, payerNote: commission.payerNote },
    ...{ partyId: plan?.partyId ?? null, sitePartyId: plan?.sitePartyId ?? null, auditId: plan?.audit?.id ?? null },
    ...{ startsOn: plan?.startsOn ?? wantedFrom, team: plan?.auditors ?? [] },
  };
}

/** Messages of both sides, the earliest first. */
export async function readMessages(db: TenantDb, commissionId: string) {
  return db.commissionMessage.findMany({
    where: { commissionId },
    orderBy: [{ sentAt: 'asc' }, { id: 'asc' }],
    select: { id: true, side: true, text: true, byName: true, sentAt: true },
  });
}
