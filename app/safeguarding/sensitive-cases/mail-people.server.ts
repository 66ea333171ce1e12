import type { TenantDb } from '~/access/tenant-db.server';
import { sensitiveCaseLetter } from '~/safeguarding/sensitive-cases/sensitive-case-letter';
import { canSendMail, sendLetter, siteAddress } from '~/platform/mail/send.server';
import { isLocale } from '~/paraglide/runtime';
import { log } from '~/platform/log/log.server';
import { runInLocale } from '~/platform/http/locale.server';
import { mayOpen } from './open-case.server';

export type Reader = { userId: string; email: string; locale: string | null };

/** People assigned to a case who are still members with permission, except the acting person. */
export async function readersOf(db: TenantDb, options: { caseId: string; except?: string | undefined }): Promise<Reader[]> {
  const assigned = await db.sensitiveCaseMember.findMany({ where: { caseId: options.caseId, endedAt: null }, select: { userId: true } });
  const rows = await db.membership.findMany({
    where: { userId: { in: assigned.map(({ userId }) => userId).filter((userId) => userId !== options.except) } },
    select: { role: true, user: { select: { id: true, email: true, locale: true } } },
  });
  return rows.flatMap(({ role, user }) => (mayOpen(role) ? [{ userId: user.id, email: user.email, locale: user.locale }] : []));
}

/**
 * Asks people to sign in, each in their own language, with the same text for every case: no organization, supplier or reason. A failed email is not reported,
 * and the server log names no recipient.
 */
export async function mailPeople(readers: readonly Reader[]): Promise<number> {
  if (!canSendMail()) return 0;
  let sent = 0;
  for (const { email, locale } of readers) {
    const write = () => sensitiveCaseLetter({ url: `${siteAddress()}/sign-in` });
    try {
      await sendLetter(email, locale && isLocale(locale) ? runInLocale(locale, write) : write());
      sent += 1;
    } catch (error) {
      log('mail.failed', { letter: 'sensitive-case', error });
    }
  }
  return sent;
}
