import type { TenantDb } from '~/access/tenant-db.server';
import { publish } from '~/platform/events/events.server';
import { foldName } from '~/suppliers/parties/name-key';
import { createSupplier } from '~/suppliers/registry/create-supplier.server';
import { addSite } from '~/suppliers/sites/add-site.server';
import { checkAssignment } from '../auditors/check-assignment.server';
import { recorders } from '../planning/plan-audit.server';
import type { TeamPart } from '../planning/states';
import type { CommissionRead } from './find-commission.server';
import { undecidedStatuses } from './states';
import type { AssignmentRefusal } from '../auditors/check-assignment.server';

export type Prepared =
  | { kind: 'prepared' }
  | { kind: 'refused'; code: 'commission-decided' | 'unknown-supplier' | 'not-a-recorder' | 'not-assigned' | 'dates-missing' }
  | ({ kind: 'refused' } & AssignmentRefusal);

const openFor = ({ status }: CommissionRead): boolean => undecidedStatuses.includes(status) || status === 'accepted';

/** The firm's own record of supplier and site: a known supplier, or one added from the commission; the site by its name. */
export async function linkPlace(
  db: TenantDb,
  commission: CommissionRead,
  options: { supplierPublicId: string | null; by: string; today: string },
): Promise<Prepared> {
  if (!openFor(commission)) return { kind: 'refused', code: 'commission-decided' };
  const { supplierPublicId, by, today } = options;
  const { place } = commission;
  const publicId = supplierPublicId ?? (await supplierOf(db, commission, by));
  const party = await db.party.findFirst({ where: { publicId, kind: 'supplier' }, select: { id: true } });
  if (!party) return { kind: 'refused', code: 'unknown-supplier' };
  let sitePartyId: string | null = null;
  if (place.site !== null) {
    const where = { supplierPartyId: party.id, party: { nameKey: foldName(place.site) } };
    const known = await db.site.findFirst({ where, select: { partyId: true } });
    if (!known) {
      const { address, city, country, workers } = place;
      const values = { country, city, workers, address: address === '' ? null : address };
      await addSite(db, { supplierPartyId: party.id, entry: { name: place.site, values, note: noteOf(commission) }, userId: by });
    }
    sitePartyId = (known ?? (await db.site.findFirstOrThrow({ where, select: { partyId: true } }))).partyId;
  }
  await upsertPlan(db, commission, { partyId: party.id, sitePartyId, clientId: await ensureClient(db, commission, by) });
  await publish(db, 'score-inputs.changed', { partyIds: [party.id], asOf: today, userId: by });
  return { kind: 'prepared' };
}

/** The days that the firm proposes. Auditors who are assigned already must be free on them. */
export async function proposeDates(
  db: TenantDb,
  commission: CommissionRead,
  options: { startsOn: string; endsOn: string; personDays: number | null },
): Promise<Prepared> {
  if (!openFor(commission)) return { kind: 'refused', code: 'commission-decided' };
  const { startsOn, endsOn, personDays } = options;
  for (const { userId, part, explanation } of commission.plan?.auditors ?? []) {
    const refusal = await checkAssignment(db, { ...seat(commission, { from: startsOn, to: endsOn }), userId, part, explanation });
    if (refusal) return { kind: 'refused', ...refusal };
  }
  await upsertPlan(db, commission, { startsOn: new Date(startsOn), endsOn: new Date(endsOn), personDays });
  return { kind: 'prepared' };
}

/** Assigns an auditor to the days that were proposed, or changes the part. */
export async function assignAuditor(
  db: TenantDb,
  commission: CommissionRead,
  options: { userId: string; part: TeamPart; explanation: string },
): Promise<Prepared> {
  if (!openFor(commission)) return { kind: 'refused', code: 'commission-decided' };
  const { userId, part, explanation } = options;
  const { startsOn, endsOn } = commission.plan ?? { startsOn: null, endsOn: null };
  if (startsOn === null || endsOn === null) return { kind: 'refused', code: 'dates-missing' };
  const member = await db.membership.findFirst({ where: { userId, role: { in: recorders } }, select: { userId: true } });
  if (!member) return { kind: 'refused', code: 'not-a-recorder' };
  const refusal = await checkAssignment(db, { ...seat(commission, { from: startsOn, to: endsOn }), userId, part, explanation });
  if (refusal) return { kind: 'refused', ...refusal };
  const where = { commissionId: commission.id, userId };
  await db.commissionAuditor.createMany({ data: [{ ...where, part, explanation }], skipDuplicates: true });
  await db.commissionAuditor.updateMany({ where, data: { part, explanation } });
  return { kind: 'prepared' };
}

export async function unassignAuditor(db: TenantDb, commission: CommissionRead, { userId }: { userId: string }): Promise<Prepared> {
  if (!openFor(commission)) return { kind: 'refused', code: 'commission-decided' };
  const { count } = await db.commissionAuditor.deleteMany({ where: { commissionId: commission.id, userId } });
  return count > 0 ? { kind: 'prepared' } : { kind: 'refused', code: 'not-assigned' };
}

const seat = ({ id, place }: CommissionRead, days: { from: string; to: string }) => ({ ...days, country: place.country, except: [id] });
const noteOf = ({ buyerName, number }: CommissionRead): string => `${buyerName}, ${number}`;

async function supplierOf(db: TenantDb, commission: CommissionRead, userId: string): Promise<string> {
  const { supplier, country, workers } = commission.place;
  const entry = { name: supplier, values: { country, workers }, note: noteOf(commission), suppliesTo: null, isDuplicateMeant: false };
  const made = await createSupplier(db, { entry, userId });
  if (made.kind === 'refused') throw new Error(made.code);
  return made.publicId;
}

/** The client of a commission: the record of the buyer's organization, made when the firm first works on a commission from it. */
export async function ensureClient(db: TenantDb, commission: CommissionRead, by: string): Promise<string> {
  if (commission.plan?.clientId) return commission.plan.clientId;
  const clientOrganizationId = commission.buyerOrganizationId;
  const known = await db.auditClient.findFirst({ where: { clientOrganizationId }, select: { id: true } });
  if (known) return known.id;
  const buyer = await db.organization.findUniqueOrThrow({ where: { id: clientOrganizationId }, select: { name: true, kind: true } });
  const kind = buyer.kind === 'company' || buyer.kind === 'lender' ? buyer.kind : 'other';
  // Of two at once one is written, and both read it.
  await db.auditClient.createMany({ data: [{ name: buyer.name, kind, clientOrganizationId, createdById: by }], skipDuplicates: true });
  return (await db.auditClient.findFirstOrThrow({ where: { clientOrganizationId }, select: { id: true } })).id;
}

type PlanData = {
  partyId?: string;
  sitePartyId?: string | null;
  clientId?: string;
  startsOn?: Date;
  endsOn?: Date;
  personDays?: number | null;
};
async function upsertPlan(db: TenantDb, { id: commissionId }: CommissionRead, data: PlanData): Promise<void> {
  // Of two at once the second waits here, and then changes the same plan.
  await db.commissionPlan.createMany({ data: [{ commissionId }], skipDuplicates: true });
  await db.commissionPlan.updateMany({ where: { commissionId }, data });
}
