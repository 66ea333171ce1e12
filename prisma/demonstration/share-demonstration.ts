import { randomUUID } from 'node:crypto';
import { inside } from '~/access/enter-organization.server';
import type { NewOrganization } from '~/access/sign-up.server';
import { atSupplier } from '~/access/supplier-side.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { defaultInstrument } from '~/questionnaires/responses/schema';
import { acceptOffer } from '~/sharing/shared-access/answer-offer.server';
import { offerAccess } from '~/sharing/shared-access/offer-access.server';
import type { Purpose } from '~/platform/terms/shared-access-terms';
import { ensureBuyer } from '~/suppliers/parties/ensure-buyer.server';
import { foldName } from '~/suppliers/parties/name-key';
import { makePublicId } from '~/suppliers/parties/public-id';
import { type Asked, answer } from './ask-demonstration';

const day = 86_400_000;
type Who = { organization: NewOrganization; userId: string; now: Date };

/**
 * Answers given once and shared with many, both ways. Another buyer, without any user, asked two suppliers of the chain: both declined our campaign for that
 * reason and offer us those answers, one offer accepted and one open. It also asked us, twice; our answers are shared with a bank, which accepted, and offered
 * to an audit firm.
 */
export async function shareDemonstration(db: TenantDb, options: Who & { asked: Asked }): Promise<void> {
  const { organization, userId, now, asked } = options;
  const ago = (days: number) => new Date(now.getTime() - days * day);
  const buyer = await found(db, 'Quayside Stores (demonstration)', 'company');
  const bank = await found(db, 'Northgate Bank (demonstration)', 'lender');
  const firm = await found(db, 'Weir & Alder Social Audit (demonstration)', 'audit-firm');
  const until = new Date(now.getTime() + 365 * day).toISOString().slice(0, 10);
  const offer = { files: [], userId, until };

  for (const [at, { supplierOrganizationId, supplier }] of asked.refused.entries()) {
    const responseId = await askFrom(db, { buyer, supplierOrganizationId, supplier, at: ago(60), userId });
    await inside(db, buyer.id, () => answer(db, { responseId, supplier, at: ago(40 - at) }));
    await db.organization.updateMany({ where: { id: supplierOrganizationId }, data: { isClaimed: true } });
    const from = { id: supplierOrganizationId, name: supplier };
    const sharedAccessId = await inside(db, from.id, () =>
      give(db, {
        ...{ ...offer, responseId, now: ago(14 - at), organization: from, recipient: organization.id, purpose: 'buyer' },
        ...{ sections: ['P3', 'P5', 'P6'], reason: 'Instead of answering the same questions again' },
      }),
    );
    if (at === 0) await accept(db, { sharedAccessId, organizationId: organization.id, now: ago(12) });
  }

  const ours = { buyer, supplierOrganizationId: organization.id, supplier: organization.name, userId };
  const responseId = await askFrom(db, { ...ours, at: ago(50) });
  await inside(db, buyer.id, () => answer(db, { responseId, supplier: organization.name, at: ago(35) }));
  await askFrom(db, { ...ours, at: ago(4), dueOn: new Date(now.getTime() + 24 * day) });
  const given = { ...offer, responseId, organization };
  const toBank = await give(db, {
    ...{ ...given, now: ago(20), recipient: bank.id, purpose: 'lender', sections: ['P1', 'P2', 'P3', 'P5'] },
    reason: 'Yearly review of the credit line',
  });
  await inside(db, bank.id, () => accept(db, { sharedAccessId: toBank, organizationId: bank.id, now: ago(18) }));
  await give(db, {
    ...{ ...given, now: ago(3), recipient: firm.id, purpose: 'auditor', sections: ['P5', 'P6', 'P7'] },
    reason: 'To prepare the visits of next spring',
  });
}

async function found(db: TenantDb, name: string, kind: string): Promise<{ id: string; name: string }> {
  const made = { id: randomUUID(), name };
  await db.organization.create({ data: { ...made, slug: `demonstration-${made.id.slice(0, 8)}`, kind, isDemonstration: true } });
  return made;
}

/** The buyer asks the supplier of this organization, on both sides of the request; nothing is mailed and no link is made. */
async function askFrom(
  db: TenantDb,
  options: {
    buyer: { id: string };
    supplierOrganizationId: string;
    supplier: string;
    at: Date;
    dueOn?: Date;
    userId: string;
  },
): Promise<string> {
  const { buyer, supplierOrganizationId, supplier, at, dueOn = null, userId } = options;
  const id = randomUUID();
  const opened = { id, kind: 'self-assessment', instrumentKey: defaultInstrument, dueOn, openedById: userId, openedAt: at };
  await inside(db, buyer.id, async () => {
    const nameKey = foldName(supplier);
    const known = await db.party.findFirst({ where: { kind: 'supplier', nameKey }, select: { id: true } });
    const party =
      known ??
      (await db.party.create({ data: { kind: 'supplier', publicId: makePublicId(), name: supplier, nameKey }, select: { id: true } }));
    if (!known) await db.supplier.create({ data: { partyId: party.id, nameKey } });
    await db.questionnaireResponse.create({ data: { ...opened, partyId: party.id } });
    await db.questionnaireRequest.create({
      data: { responseId: id, supplierOrganizationId, locale: 'en', dueOn, invitedById: userId, invitedAt: at, openedAt: at },
    });
    await atSupplier(db, id, async (side) => {
      await side.questionnaireResponse.create({ data: { ...opened, partyId: await ensureBuyer(side) } });
    });
  });
  return id;
}

async function give(
  db: TenantDb,
  { recipient, ...options }: Omit<Parameters<typeof offerAccess>[1], 'recipient' | 'purpose'> & { recipient: string; purpose: Purpose },
): Promise<string> {
  const offered = await offerAccess(db, { ...options, recipient: { kind: 'organization', id: recipient } });
  if (offered.kind === 'refused') throw new Error(`The demonstration could not share answers: ${offered.code}`);
  return offered.sharedAccessId;
}

async function accept(db: TenantDb, options: Parameters<typeof acceptOffer>[1]): Promise<void> {
  const accepted = await acceptOffer(db, options);
  if (accepted.kind === 'refused') throw new Error(`The demonstration could not accept a grant: ${accepted.code}`);
}
