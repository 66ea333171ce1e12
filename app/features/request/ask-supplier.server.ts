import { randomUUID } from 'node:crypto';
import { findOffered, lendInstrument } from '~/features/instrument/find-offered.server';
import { createAnswerLink } from '~/access/answer-links.server';
import { openAtSupplier } from '~/access/supplier-side.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/features/activity/record-activity.server';
import { freezeScope } from '~/features/scope/freeze-scope.server';
import { ensureBuyer } from '~/features/party/ensure-buyer.server';

export type Asked =
  | { kind: 'asked'; assessmentId: string; token: string; expiresAt: Date; supplier: string }
  | { kind: 'refused'; code: 'unknown-supplier' | 'unknown-instrument' }
  | { kind: 'refused'; code: 'already-open'; assessmentId: string };

/**
 * Asks a supplier to answer an instrument itself. The assessment is opened under one id on both sides: in the supplier's own organization, which is
 * made at the first request, and here, where it waits for what the supplier will share. Answers the token of the link, once.
 */
export async function askSupplier(
  db: TenantDb,
  options: {
    supplierPublicId: string;
    instrumentKey: string;
    dueOn: string | null;
    locale: string;
    email: string | null;
    message: string;
    userId: string;
    now: Date;
  },
): Promise<Asked> {
  const { instrumentKey, locale, email, message, userId, now } = options;
  const instrument = await findOffered(db, instrumentKey);
  if (!instrument?.audience.includes('supplier')) return { kind: 'refused', code: 'unknown-instrument' };
  const party = await db.party.findFirst({
    where: { publicId: options.supplierPublicId, kind: 'supplier', supplier: { archivedAt: null } },
    select: { id: true, name: true },
  });
  if (!party) return { kind: 'refused', code: 'unknown-supplier' };
  const open = {
    kind: instrument.kind,
    instrumentKey,
    dueOn: options.dueOn ? new Date(options.dueOn) : null,
    openedById: userId,
    ...(await freezeScope(db, { partyId: party.id, instrumentKey, now })),
  };
  const assessmentId = randomUUID();
  // Of two who ask at once the second waits here, and then finds the assessment of the first.
  await db.$queryRaw`SELECT 1 FROM "Party" WHERE "id" = ${party.id}::uuid FOR NO KEY UPDATE`;
  const existing = await db.assessment.findFirst({ where: { partyId: party.id, instrumentKey, status: 'open' }, select: { id: true } });
  if (existing) return { kind: 'refused', code: 'already-open', assessmentId: existing.id };
  const lend = await lendInstrument(db, { key: instrumentKey });
  const { supplierOrganizationId } = await openAtSupplier(db, { partyId: party.id, name: party.name }, async (side) => {
    await lend(side);
    await side.assessment.create({ data: { ...open, id: assessmentId, partyId: await ensureBuyer(side), openedAt: now } });
  });
  await db.assessment.create({ data: { ...open, id: assessmentId, partyId: party.id, openedAt: now } });
  await db.answerRequest.create({
    data: { assessmentId, supplierOrganizationId, locale, email, message, dueOn: open.dueOn, invitedById: userId, invitedAt: now },
  });
  const link = await createAnswerLink(db, { assessmentId, createdById: userId, now });
  await recordActivity(db, {
    recordKind: 'assessment',
    recordId: assessmentId,
    act: 'ask',
    userId,
    after: { instrument: instrumentKey, supplier: options.supplierPublicId, dueOn: options.dueOn, email },
  });
  return { kind: 'asked', assessmentId, supplier: party.name, ...link };
}
