import { z } from 'zod';
import { randomUUID } from 'node:crypto';
import { isForRecruiter } from '~/questionnaires/templates/for-recruiter';
import { findOffered, lendInstrument } from '~/questionnaires/templates/find-offered.server';
import { createAnswerLink } from '~/access/answer-links.server';
import { openAtSupplier } from '~/access/supplier-side.server';
import { queryFirst } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { freezeScope } from '~/questionnaires/question-scope/freeze-scope.server';
import { carryDepths } from '~/questionnaires/responses/carry-depths.server';
import { proposeEarlier } from '~/questionnaires/previous-answers/propose-earlier.server';
import { ensureBuyer } from '~/suppliers/parties/ensure-buyer.server';
import { keepContact } from './keep-contact.server';

export type Asked =
  | { kind: 'asked'; responseId: string; supplierOrganizationId: string; token: string; expiresAt: Date; supplier: string }
  | { kind: 'refused'; code: 'unknown-supplier' | 'unknown-recruiter' }
  | { kind: 'refused'; code: 'unknown-instrument' }
  | { kind: 'refused'; code: 'already-open'; responseId: string };

type Question = { instrumentKey: string; dueOn: string | null; locale: string; email: string | null; message: string; now: Date };

/** A response that hinders a new one: asked for here and neither withdrawn nor refused; of a supplier also one that a member opened. */
const askedHere = { request: { is: { status: { notIn: ['withdrawn', 'refused'] }, viaResponseId: null } } };
const hinders = [{ request: { is: null } }, askedHere];

/**
 * Asks a supplier to answer a questionnaire itself. The response is opened under one id on both sides: in the supplier's own organization, which is
 * made at the first request, and here, where it waits for what the supplier will share. Answers the token of the link, once.
 */
export async function askSupplier(
  db: TenantDb,
  options: Question & { supplierPublicId: string; userId: string; campaignId?: string },
): Promise<Asked> {
  const { supplierPublicId, userId, campaignId = null, ...question } = options;
  const party = await db.party.findFirst({
    where: { publicId: supplierPublicId, kind: 'supplier', supplier: { archivedAt: null } },
    select: { id: true, name: true, publicId: true },
  });
  if (!party) return { kind: 'refused', code: 'unknown-supplier' };
  const asked = await askParty(db, { ...question, party, userId, askedById: userId, campaignId });
  if (asked.kind === 'asked' && question.email && !campaignId)
    await keepContact(db, { partyId: party.id, email: question.email, userId, now: question.now });
  return asked;
}

/** Asks a labour recruiter to answer its review, or a questionnaire made for recruiters, itself: as a supplier is asked. */
export async function askRecruiter(db: TenantDb, options: Question & { recruiterPublicId: string; userId: string }): Promise<Asked> {
  const { recruiterPublicId, userId, ...question } = options;
  const party = await db.party.findFirst({
    where: { publicId: recruiterPublicId, kind: 'labour-recruiter', mergedInto: { is: null } },
    select: { id: true, name: true, publicId: true },
  });
  if (!party) return { kind: 'refused', code: 'unknown-recruiter' };
  return askParty(db, { ...question, party, userId, askedById: userId, campaignId: null, isRecruiter: true });
}

/** The same for any party of this organization. `isRecruiter`: what is asked has to be for recruiters, else for suppliers. `askedById`: a person, or the device of a supplier that passes a questionnaire on (`userId` null). */
export async function askParty(
  db: TenantDb,
  options: Question & {
    party: { id: string; name: string; publicId: string };
    userId: string | null;
    askedById: string;
    campaignId: string | null;
    isRecruiter?: boolean;
  },
): Promise<Exclude<Asked, { code: 'unknown-supplier' | 'unknown-recruiter' }>> {
  const { instrumentKey, locale, email, message, party, userId, askedById, now, campaignId, isRecruiter = false } = options;
  const instrument = await findOffered(db, instrumentKey);
  if (!instrument || !(isRecruiter ? isForRecruiter(instrument) : instrument.audience.includes('supplier')))
    return { kind: 'refused', code: 'unknown-instrument' };
  const open = {
    kind: instrument.kind,
    instrumentKey,
    dueOn: options.dueOn ? new Date(options.dueOn) : null,
    openedById: askedById,
    ...(await freezeScope(db, { partyId: party.id, instrumentKey, now })),
  };
  const responseId = randomUUID();
  // Of two who ask at once the second waits here, and then finds the response of the first.
  await db.$queryRaw`SELECT 1 FROM "Party" WHERE "id" = ${party.id}::uuid FOR NO KEY UPDATE`;
  const existing = await db.questionnaireResponse.findFirst({
    where: { partyId: party.id, instrumentKey, status: 'open', OR: isRecruiter ? [askedHere] : hinders },
    select: { id: true },
  });
  if (existing) return { kind: 'refused', code: 'already-open', responseId: existing.id };
  const lend = await lendInstrument(db, { key: instrumentKey });
  const caller = await queryFirst(db, z.object({ id: z.string() }), sql`SELECT current_setting('app.organization_id') AS id`);
  if (caller === null) throw new Error('The transaction has no organization.');
  const { supplierOrganizationId } = await openAtSupplier(db, { partyId: party.id, name: party.name }, async (side) => {
    await lend(side);
    await side.questionnaireResponse.create({ data: { ...open, id: responseId, partyId: await ensureBuyer(side), openedAt: now } });
    await carryDepths(side, { responseId, now });
    await proposeEarlier(side, { responseId, askerOrganizationId: caller.id });
  });
  await db.questionnaireResponse.create({ data: { ...open, id: responseId, partyId: party.id, openedAt: now } });
  const request = { supplierOrganizationId, locale, email, message, invitedById: askedById, invitedAt: now, campaignId };
  await db.questionnaireRequest.create({ data: { responseId, dueOn: open.dueOn, ...request } });
  const link = await createAnswerLink(db, { responseId, createdById: askedById, now });
  await recordActivity(db, {
    recordKind: 'response',
    recordId: responseId,
    act: 'ask',
    userId: userId ?? undefined,
    after: { instrument: instrumentKey, supplier: party.publicId, dueOn: options.dueOn, email },
  });
  return { kind: 'asked', responseId, supplierOrganizationId, supplier: party.name, ...link };
}
