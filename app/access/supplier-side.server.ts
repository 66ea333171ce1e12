import { randomBytes, randomUUID } from 'node:crypto';
import { inside } from './enter-organization.server';
import { forOrganization, type TenantDb } from './tenant-db.server';

/**
 * Opens something in the organization of a supplier: the one that was made when this organization first asked it, else a new one, unclaimed, named
 * after the supplier. `work` runs in there, in the caller's transaction. The caller has locked the supplier's party, or two who ask it for the first
 * time at once would make two.
 */
export async function openAtSupplier(
  db: TenantDb,
  supplier: { partyId: string; name: string },
  work: (db: TenantDb) => Promise<void>,
): Promise<{ supplierOrganizationId: string }> {
  const asked = await db.questionnaireRequest.findFirst({
    where: { response: { partyId: supplier.partyId } },
    orderBy: [{ invitedAt: 'asc' }, { responseId: 'asc' }],
    select: { supplierOrganizationId: true },
  });
  const supplierOrganizationId = asked?.supplierOrganizationId ?? randomUUID();
  if (!asked)
    await db.organization.create({
      data: {
        id: supplierOrganizationId,
        slug: `supplier-${randomBytes(8).toString('hex')}`,
        name: supplier.name,
        kind: 'company',
        isClaimed: false,
      },
    });
  await inside(db, supplierOrganizationId, () => work(db));
  return { supplierOrganizationId };
}

/** Runs `work` in the organization of the supplier that was asked for this response. False when there is no request for it. */
export async function atSupplier(db: TenantDb, responseId: string, work: (db: TenantDb) => Promise<void>): Promise<boolean> {
  const request = await db.questionnaireRequest.findFirst({ where: { responseId }, select: { supplierOrganizationId: true } });
  if (!request) return false;
  await inside(db, request.supplierOrganizationId, () => work(db));
  return true;
}

/** The request from which something was passed on, and the organization that made it. */
export type PassedFrom = { responseId: string; askerOrganizationId: string };
/** A chain of requests is rarely longer than five; this ends a walk whatever the rows say. */
const mostTiers = 12;

/** From which request the one to a further tier was passed on by this organization; null when it asked of its own accord. */
export async function passedFrom(db: TenantDb, requestResponseId: string): Promise<PassedFrom | null> {
  return db.declaredParty.findFirst({ where: { requestResponseId }, select: { responseId: true, askerOrganizationId: true } });
}

/**
 * Does `work` in every organization up the chain, the nearest first: the one that asked for the request, then the one for whose questions that one
 * asks, and so on. A request has one id in all of them. In the caller's transaction.
 */
export async function throughAskers(
  db: TenantDb,
  from: PassedFrom,
  work: (db: TenantDb, at: { organizationId: string }) => Promise<void>,
): Promise<void> {
  let step: PassedFrom | null = from;
  const climb = async (left: number): Promise<void> => {
    if (step === null || left === 0) return;
    const { responseId, askerOrganizationId } = step;
    await inside(db, askerOrganizationId, async () => {
      await work(db, { organizationId: askerOrganizationId });
      step = await passedFrom(db, responseId);
      await climb(left - 1);
    });
  };
  await climb(mostTiers);
}

/** The further requesters behind a request, nearest first: those on whose behalf its requester asks. Read from the requester's own rows. */
export async function askersBehind(
  asker: { organizationId: string },
  responseId: string,
): Promise<{ id: string; name: string; kind: string }[]> {
  return forOrganization(asker)(async (db) => {
    const from = await passedFrom(db, responseId);
    if (!from) return [];
    const ids: string[] = [];
    await throughAskers(db, from, async (_, { organizationId }) => {
      ids.push(organizationId);
    });
    const named = await db.organization.findMany({ where: { id: { in: ids } }, select: { id: true, name: true, kind: true } });
    return ids.flatMap((id) => named.find((organization) => organization.id === id) ?? []);
  });
}
