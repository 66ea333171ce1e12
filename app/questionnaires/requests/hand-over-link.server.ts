import { knowInstruments } from '~/questionnaires/templates/know-instruments.server';
import type { InOrganization } from '~/access/tenant-db.server';
import type { Occasion } from '~/questionnaires/requests/request-letter';
import { shownAddress } from '~/platform/mail/send.server';
import type { LinkMade } from './change-request.server';
import type { ShownLink } from './link-notice';
import { mailRequest } from './mail-request.server';
import { noteMailing } from './note-mailing.server';

/** Mails a new link where possible, records the state of the letter, and returns the link to show to its creator. */
export async function handOverLink(
  inOrganization: InOrganization,
  made: LinkMade & { responseId: string },
  options: { asker: string; origin: string; now: Date; occasion?: Occasion },
): Promise<ShownLink> {
  const { responseId, email, token, expiresAt, supplier } = made;
  await inOrganization((db) => knowInstruments(db, [made.instrumentKey]));
  const mailed = await mailRequest({ ...made, asker: options.asker, occasion: options.occasion ?? 'asked' });
  await inOrganization((db) => noteMailing(db, { responseId, mailed, now: options.now, isReminder: options.occasion === 'reminder' }));
  return { supplier, expiresAt, mailed, email, url: shownAddress(`/r/${token}`, options.origin) };
}
