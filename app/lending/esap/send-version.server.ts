import { createPlanLink } from '~/access/plan-links.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { log } from '~/platform/log/log.server';
import type { ShownLink } from '~/questionnaires/requests/link-notice';
import { planLetter } from '~/lending/esap/plan-letter';
import { canSendMail, sendLetter, shownAddress, siteAddress } from '~/platform/mail/send.server';
import { isLocale } from '~/paraglide/runtime';
import { runInLocale } from '~/platform/http/locale.server';
import { lockPlan, type PlanClosed } from './lock-plan.server';

export type PlanLinkMade = {
  kind: 'made';
  client: string;
  project: string;
  email: string | null;
  locale: string;
  token: string;
  expiresAt: Date;
};
export type Sent = PlanLinkMade | PlanClosed | { kind: 'refused'; code: 'superseded' | 'already-agreed' };

type Of = { dealId: string; versionId: string; userId: string; now: Date };

/** Makes a new client link to the newest version, not agreed yet; earlier unused links end. */
export async function makeVersionLink(db: TenantDb, options: Of & { email: string | null; locale: string }): Promise<Sent> {
  const { dealId, versionId, userId, now, email, locale } = options;
  const locked = await lockPlan(db, dealId);
  if (locked.kind !== 'found') return locked;
  const version = await db.frozenDocument.findFirst({
    where: { id: versionId, kind: 'esap', dealId },
    select: { version: true, agreements: { select: { id: true } } },
  });
  if (!version) return { kind: 'unknown' };
  if (version.agreements.length > 0) return { kind: 'refused', code: 'already-agreed' };
  if ((await db.frozenDocument.count({ where: { kind: 'esap', dealId, version: { gt: version.version } } })) > 0)
    return { kind: 'refused', code: 'superseded' };
  const client = await db.party.findFirst({ where: { id: locked.found.clientPartyId }, select: { name: true } });
  const made = await createPlanLink(db, { versionId, locale, email, createdById: userId, now });
  await recordActivity(db, {
    recordKind: 'deal',
    recordId: dealId,
    act: 'send-plan',
    userId,
    after: { planVersion: version.version },
  });
  return { kind: 'made', client: client?.name ?? '', project: locked.found.projectName, email, locale, ...made };
}

/** Ends the link and locks every device of a version out, or one device alone. False where there is nothing to end. */
export async function endVersionAccess(db: TenantDb, options: Of & { deviceId?: string }): Promise<boolean> {
  const { dealId, versionId, userId, now, deviceId } = options;
  const { count } = await db.guestAccess.updateMany({
    where: { esapVersionId: versionId, version: { dealId }, revokedAt: null, ...(deviceId ? { id: deviceId, kind: 'device' } : {}) },
    data: { revokedAt: now },
  });
  if (count > 0) await recordActivity(db, { recordKind: 'deal', recordId: dealId, act: 'end-plan-link', userId });
  return count > 0;
}

/** Mails a new link where possible, and returns it with the state of the letter, to show to its creator. */
export async function handOverPlanLink(made: PlanLinkMade, options: { lender: string; origin: string }): Promise<ShownLink> {
  const { client, expiresAt, email, token } = made;
  return {
    supplier: client,
    expiresAt,
    email,
    mailed: await mailLink(made, options.lender),
    url: shownAddress(`/p/${token}`, options.origin),
  };
}

async function mailLink({ email, locale, client, project, token }: PlanLinkMade, lender: string): Promise<ShownLink['mailed']> {
  if (email === null || !canSendMail()) return 'no-mail';
  const write = () => planLetter({ lender, client, project, url: `${siteAddress()}/p/${token}` });
  try {
    await sendLetter(email, isLocale(locale) ? runInLocale(locale, write) : write());
    return 'mailed';
  } catch (error) {
    log('mail.failed', { letter: 'action-plan', error });
    return 'bounced';
  }
}
