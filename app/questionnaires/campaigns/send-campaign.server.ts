import { query, readFirst, readRows } from '~/access/sql/query.server';
import { asInteger, countAll } from '~/access/sql/expressions.server';
import type { InOrganization, TenantDb } from '~/access/tenant-db.server';
import { askSupplier } from '~/questionnaires/requests/ask-supplier.server';
import { type LinkMade, renewLink } from '~/questionnaires/requests/change-request.server';
import { mailRequest } from '~/questionnaires/requests/mail-request.server';
import { noteMailing } from '~/questionnaires/requests/note-mailing.server';
import type { RunWatch } from '~/platform/jobs/follow-run.server';
import { canSendMail } from '~/platform/mail/send.server';
import { readAsker } from './read-asker.server';

const batchSize = 25;
/** A letter that was begun so long ago was broken off: its sender is gone. */
const brokenOffAfterMs = 60_000;

export type Sent = { asked: number; mailed: number; bounced: number; leftOut: number };
type ToMail = LinkMade & { responseId: string; partyId: string };

/**
 * Sends the waiting requests of a campaign, twenty-five per transaction, and emails the links where possible. Repeating it sends no duplicates; interrupted
 * letters are sent with a new link. `report` throws when the run was cancelled.
 */
export async function sendCampaign(
  inOrganization: InOrganization,
  options: { campaignId: string; report: RunWatch['report'] },
): Promise<Sent> {
  const { campaignId, report } = options;
  const counts: Sent = { asked: 0, mailed: 0, bounced: 0, leftOut: 0 };
  const asker = await inOrganization(readAsker);
  for (;;) {
    const { done, total } = await inOrganization((db) => readProgress(db, campaignId));
    await report(done, total);
    const batch = await inOrganization((db) => askBatch(db, { campaignId, now: new Date() }));
    if (batch === null) break;
    counts.asked += batch.asked;
    counts.leftOut += batch.leftOut;
    await mailAll(inOrganization, { campaignId, asker, toMail: batch.toMail, counts });
  }
  for (;;) {
    const toMail = await inOrganization((db) => takeBrokenOff(db, { campaignId, now: new Date() }));
    if (toMail.length === 0) break;
    await mailAll(inOrganization, { campaignId, asker, toMail, counts });
  }
  const { done, total } = await inOrganization((db) => readProgress(db, campaignId));
  await report(done, total);
  return counts;
}

async function readProgress(db: TenantDb, campaignId: string): Promise<{ done: number; total: number }> {
  const row = await readFirst(
    db,
    query
      .selectFrom('CampaignTarget')
      .select(({ fn }) => [asInteger(fn.countAll().filterWhere('status', '<>', 'waiting')).as('done'), countAll().as('total')])
      .where('campaignId', '=', campaignId)
      .where((where) => where.or([where('status', '<>', 'left-out'), where('touchedAt', 'is not', null)])),
  );
  return row ?? { done: 0, total: 0 };
}

async function askBatch(
  db: TenantDb,
  { campaignId, now }: { campaignId: string; now: Date },
): Promise<{ asked: number; leftOut: number; toMail: ToMail[] } | null> {
  const campaign = await db.campaign.findFirst({
    where: { id: campaignId, status: 'going' },
    select: { instrumentKey: true, locale: true, dueOn: true, message: true, createdById: true },
  });
  if (!campaign) return null;
  const { instrumentKey, locale, message, createdById: userId } = campaign;
  const targets = await readRows(
    db,
    query
      .selectFrom('CampaignTarget as t')
      .innerJoin('Party as p', (join) => join.onRef('p.organizationId', '=', 't.organizationId').onRef('p.id', '=', 't.partyId'))
      .select(['t.partyId', 't.email', 'p.publicId'])
      .where('t.campaignId', '=', campaignId)
      .where('t.status', '=', 'waiting')
      .orderBy('t.partyId')
      .limit(batchSize)
      .forUpdate('t')
      .skipLocked(),
  );
  if (targets.length === 0) return null;
  const batch = { asked: 0, leftOut: 0, toMail: [] as ToMail[] };
  for (const { partyId, email, publicId } of targets) {
    const dueOn = campaign.dueOn?.toISOString().slice(0, 10) ?? null;
    const asked = await askSupplier(db, {
      supplierPublicId: publicId,
      instrumentKey,
      dueOn,
      locale,
      email,
      message,
      userId,
      now,
      campaignId,
    });
    const where = { campaignId, partyId };
    if (asked.kind === 'refused') {
      batch.leftOut += 1;
      const reason = asked.code === 'already-open' ? 'already-open' : 'gone';
      await db.campaignTarget.updateMany({ where, data: { status: 'left-out', reason, touchedAt: now } });
      continue;
    }
    batch.asked += 1;
    const isMailed = email !== null && canSendMail();
    const { responseId, token, expiresAt, supplier } = asked;
    await db.campaignTarget.updateMany({ where, data: { status: isMailed ? 'asked' : 'sent', responseId, touchedAt: now } });
    if (isMailed)
      batch.toMail.push({
        responseId,
        partyId,
        token,
        expiresAt,
        supplier,
        email,
        locale,
        message,
        instrumentKey,
        dueOn: campaign.dueOn,
      });
  }
  return batch;
}

/** Requests whose letter was begun but not recorded as sent: each gets a new link, because the token of the first is unknown. */
async function takeBrokenOff(db: TenantDb, { campaignId, now }: { campaignId: string; now: Date }): Promise<ToMail[]> {
  const broken = await readRows(
    db,
    query
      .selectFrom('CampaignTarget')
      .select(['partyId', 'responseId'])
      .where('campaignId', '=', campaignId)
      .where('status', '=', 'asked')
      .where('touchedAt', '<', new Date(now.getTime() - brokenOffAfterMs))
      .orderBy('partyId')
      .limit(batchSize)
      .forUpdate()
      .skipLocked(),
  );
  const toMail: ToMail[] = [];
  for (const { partyId, responseId } of broken) {
    if (responseId === null) continue;
    const link = await renewLink(db, { responseId, userId: null, now });
    await db.campaignTarget.updateMany({ where: { campaignId, partyId }, data: link ? { touchedAt: now } : { status: 'sent' } });
    if (link) toMail.push({ ...link, responseId, partyId });
  }
  return toMail;
}

async function mailAll(
  inOrganization: InOrganization,
  options: { campaignId: string; asker: string; toMail: readonly ToMail[]; counts: Sent },
): Promise<void> {
  const { campaignId, asker, counts } = options;
  for (const { partyId, ...link } of options.toMail) {
    const mailed = await mailRequest({ ...link, asker });
    if (mailed === 'mailed') counts.mailed += 1;
    if (mailed === 'bounced') counts.bounced += 1;
    await inOrganization(async (db) => {
      await noteMailing(db, { responseId: link.responseId, mailed, now: new Date() });
      await db.campaignTarget.updateMany({ where: { campaignId, partyId }, data: { status: 'sent' } });
    });
  }
}
