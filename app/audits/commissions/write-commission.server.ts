import { z } from 'zod';
import { createCommissionLink, endCommissionLinks } from '~/access/commissions.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { notifyFirm } from './notify-sides.server';
import { type CommissionScope, type Place, undecidedStatuses } from './states';

export type CommissionRefusal = 'unknown-supplier' | 'unknown-site' | 'unknown-firm' | 'unknown-client' | 'itself';
export type Commissioned =
  | { kind: 'commissioned'; commissionId: string; token: string | null }
  | { kind: 'refused'; code: CommissionRefusal };

/** The firm by its organization, or by an email address to which a link is sent. */
export type Addressee = { firmOrganizationId: string } | { firmEmail: string };

/** A buyer commissions an audit of a supplier or one of its sites. With an address, a link is made whose reader accepts for an audit firm. */
export async function commissionAudit(
  db: TenantDb,
  options: {
    organizationId: string;
    to: Addressee;
    supplierPublicId: string;
    sitePublicId: string | null;
    scope: CommissionScope;
    by: string;
    now: Date;
  },
): Promise<Commissioned> {
  const { organizationId, to, supplierPublicId, sitePublicId, scope, by, now } = options;
  if ('firmOrganizationId' in to && to.firmOrganizationId === organizationId) return { kind: 'refused', code: 'itself' };
  const place = await readPlace(db, { supplierPublicId, sitePublicId });
  if ('code' in place) return place;
  const { id } = await db.auditCommission.create({
    data: { ...(await head(db, { scope, by, now })), ...to, partyId: place.partyId, sitePartyId: place.sitePartyId, place: place.place },
    select: { id: true },
  });
  await recordActivity(db, { recordKind: 'commission', recordId: id, act: 'commission-audit', userId: by });
  if ('firmEmail' in to) {
    const { token } = await createCommissionLink(db, { commissionId: id, createdById: by, now });
    return { kind: 'commissioned', commissionId: id, token };
  }
  await notifyFirm(db, { commissionId: id, organizationId, event: 'commission-received', now });
  return { kind: 'commissioned', commissionId: id, token: null };
}

/** A firm records what a client without an account commissioned. It is the firm's own: no other organization reads it. */
export async function recordClientCommission(
  db: TenantDb,
  options: {
    organizationId: string;
    clientId: string;
    supplierPublicId: string;
    sitePublicId: string | null;
    scope: CommissionScope;
    by: string;
    now: Date;
  },
): Promise<Commissioned> {
  const { organizationId, clientId, scope, by, now } = options;
  const client = await db.auditClient.findFirst({ where: { id: clientId, clientOrganizationId: null }, select: { id: true } });
  if (!client) return { kind: 'refused', code: 'unknown-client' };
  const place = await readPlace(db, options);
  if ('code' in place) return place;
  const parties = { partyId: place.partyId, sitePartyId: place.sitePartyId };
  const { id } = await db.auditCommission.create({
    data: { ...(await head(db, { scope, by, now })), ...parties, firmOrganizationId: organizationId, clientId, place: place.place },
    select: { id: true },
  });
  await db.commissionPlan.create({ data: { commissionId: id, clientId, ...parties } });
  await recordActivity(db, { recordKind: 'commission', recordId: id, act: 'commission-audit', userId: by });
  return { kind: 'commissioned', commissionId: id, token: null };
}

/** Withdraws a commission that the firm has not planned yet; its links end. False when there is none to withdraw. */
export async function withdrawCommission(
  db: TenantDb,
  options: { organizationId: string; commissionId: string; by: string; now: Date },
): Promise<boolean> {
  const { organizationId, commissionId, by, now } = options;
  const { count } = await db.auditCommission.updateMany({
    where: { id: commissionId, organizationId, status: { in: [...undecidedStatuses, 'accepted'] } },
    data: { status: 'withdrawn', answeredAt: now },
  });
  if (count === 0) return false;
  await endCommissionLinks(db, { commissionId, now });
  await recordActivity(db, { recordKind: 'commission', recordId: commissionId, act: 'withdraw-commission', userId: by });
  await notifyFirm(db, { commissionId, organizationId, event: 'commission-changed', now });
  return true;
}

async function head(db: TenantDb, { scope, by, now }: { scope: CommissionScope; by: string; now: Date }) {
  const { checklists, wantedFrom, wantedTo, ...rest } = scope;
  return {
    ...{ ...rest, checklists: [...checklists], wantedFrom: new Date(wantedFrom), wantedTo: new Date(wantedTo) },
    ...{ number: await nextNumber(db, now.toISOString().slice(0, 4)), createdById: by, createdAt: now },
  };
}

/** "C-2026-0003". Two who commission at once wait for each other. */
async function nextNumber(db: TenantDb, year: string): Promise<string> {
  await db.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(current_setting('app.organization_id') || ${`commission-${year}`}, 0))::text`;
  const last = await db.$queryRaw`
    SELECT max(right("number", 4)::int) AS last FROM "AuditCommission"
    WHERE "organizationId" = current_setting('app.organization_id')::uuid AND "number" LIKE ${`C-${year}-%`}`;
  const [row] = lastNumber.parse(last);
  return `C-${year}-${String((row?.last ?? 0) + 1).padStart(4, '0')}`;
}
const lastNumber = z.array(z.object({ last: z.number().nullable() }));

type Placed =
  | { partyId: string; sitePartyId: string | null; place: Place }
  | { kind: 'refused'; code: 'unknown-supplier' | 'unknown-site' };

/** Supplier and site of the transaction's organization, with what the firm is given of them. */
async function readPlace(db: TenantDb, options: { supplierPublicId: string; sitePublicId: string | null }): Promise<Placed> {
  const party = await db.party.findFirst({
    where: { publicId: options.supplierPublicId, kind: 'supplier' },
    select: { id: true, name: true, supplier: { select: { country: true, workers: true } } },
  });
  if (!party) return { kind: 'refused', code: 'unknown-supplier' };
  if (!options.sitePublicId) {
    const { country = null, workers = null } = party.supplier ?? {};
    return { partyId: party.id, sitePartyId: null, place: { supplier: party.name, site: null, address: '', city: null, country, workers } };
  }
  const site = await db.site.findFirst({
    where: { supplierPartyId: party.id, party: { publicId: options.sitePublicId } },
    select: { partyId: true, address: true, city: true, postalCode: true, country: true, workers: true, party: { select: { name: true } } },
  });
  if (!site) return { kind: 'refused', code: 'unknown-site' };
  const address = [site.address, [site.postalCode, site.city].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  return {
    ...{ partyId: party.id, sitePartyId: site.partyId },
    place: { supplier: party.name, site: site.party.name, address, city: site.city, country: site.country, workers: site.workers },
  };
}
