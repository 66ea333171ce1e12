import { log } from '~/platform/log/log.server';
import { knowInstruments } from '~/questionnaires/templates/know-instruments.server';
import type { FoundLink } from '~/access/answer-links.server';
import { countAttempt } from '~/access/rate-limit.server';
import { forOrganization } from '~/access/tenant-db.server';
import { canSendMail } from '~/platform/mail/send.server';
import { renewLink } from './change-request.server';
import { mailRequest } from './mail-request.server';
import { noteMailing } from './note-mailing.server';

type Found = Exclude<FoundLink, { kind: 'unknown' }>;

/** Whether a new link can be mailed to the requester's address for the supplier. Not for a request that was withdrawn. */
export function canResendLink(found: Found): boolean {
  return (
    canSendMail() && found.request.isAddressKnown && !(found.kind === 'over' && (found.why === 'withdrawn' || found.why === 'taken-back'))
  );
}

/**
 * Mails a new link to the known address, beside the answer, which waits for none of it and says the same whatever comes of it. Three an hour and
 * request; answers the seconds to wait, or 0.
 */
export async function resendLink(found: Found): Promise<number> {
  const { responseId, asker } = found.request;
  const wait = await countAttempt('answer-link-mail', responseId);
  if (wait > 0 || !canResendLink(found)) return wait;
  const inOrganization = forOrganization({ organizationId: asker.id });
  void (async () => {
    const made = await inOrganization((db) => renewLink(db, { responseId, userId: null, now: new Date() }));
    if (!made) return;
    await inOrganization((db) => knowInstruments(db, [made.instrumentKey]));
    const mailed = await mailRequest({ ...made, asker: asker.name });
    await inOrganization((db) => noteMailing(db, { responseId, mailed, now: new Date() }));
  })().catch((error: unknown) => {
    log('mail.failed', { letter: 'request', error });
  });
  return 0;
}
