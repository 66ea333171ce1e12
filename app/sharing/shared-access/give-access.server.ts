import { findByCode } from '~/access/shared-access.server';
import { countAttempt } from '~/access/rate-limit.server';
import type { Member } from '~/access/require-member.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { limitedMessage } from '~/organizations/accounts/labels';
import { grantLetter } from '~/sharing/shared-access/shared-access-letter';
import { canSendMail, sendLetter, shownAddress, siteAddress } from '~/platform/mail/send.server';
import { m } from '~/paraglide/messages';
import { log } from '~/platform/log/log.server';
import { answerAccess, listAccessRequests } from '~/sharing/access-requests/access-requests.server';
import { mailOffered } from './mail-offered.server';
import { type Offered, type OfferRefusal, offerAccess, type Recipient } from './offer-access.server';
import type { Purpose } from '~/platform/terms/shared-access-terms';

export type Given =
  | { kind: 'given'; sharedAccessId: string }
  | { kind: 'link'; sharedAccessId: string; email: string; url: string; mailed: 'mailed' | 'bounced' | 'no-mail' }
  | { kind: 'refused'; field: string; message: string; status: number };

const refusals = {
  'unknown-response': m.shared_access_problem_assessment,
  'not-submitted': m.shared_access_problem_not_submitted,
  'no-section': m.shared_access_problem_sections,
  itself: m.shared_access_problem_itself,
  past: m.shared_access_problem_past,
  'unknown-report': m.auditpapers_problem_report,
  'no-form': m.auditpapers_problem_forms,
  'not-signed': m.auditpapers_problem_unsigned,
} satisfies Record<OfferRefusal, () => string>;

/** Recipient, purpose and term of an offer, from its form. */
export type Offering = {
  code?: string | undefined;
  email?: string | undefined;
  request?: string | undefined;
  purpose: Purpose;
  reason: string;
  until: string;
  origin: string;
  now: Date;
  /** Whether a signed report is offered instead of answers, for the text of letters. */
  isReport?: boolean;
};

/** Offers answers as the form requests. */
export async function giveAccess(
  member: Member,
  options: Offering & { response: string; sections: readonly string[]; files: readonly string[] },
): Promise<Given> {
  const { response, sections, files, purpose, reason, until, now } = options;
  const { organization, user } = member;
  return giveOffer(member, options, (db, recipient) =>
    offerAccess(db, { organization, responseId: response, sections, files, recipient, purpose, reason, until, userId: user.id, now }),
  );
}

/**
 * Offers access to the organization that requested it, to the one with a code, or as a link to an address. Attempts with codes are counted, and the response
 * to an address does not reveal whether it has an account.
 */
export async function giveOffer(
  member: Member,
  options: Offering,
  offer: (db: TenantDb, recipient: Recipient) => Promise<Offered>,
): Promise<Given> {
  const { code, email, request, now, isReport = false } = options;
  const { organization } = member;
  const refuse = (field: string, message: string, status = 422): Given => ({ kind: 'refused', field, message, status });
  let recipient: Recipient | null = email ? { kind: 'email', email } : null;
  if (!recipient && code) {
    const wait = await countAttempt('sharing-code', organization.id);
    if (wait > 0) return refuse('code', limitedMessage(wait), 429);
    const found = await findByCode(code);
    if (!found) return refuse('code', m.shared_access_problem_code());
    recipient = { kind: 'organization', id: found.id };
  }
  let recipientId: string | null = null;
  const offered = await member.inOrganization(async (db) => {
    let to = recipient;
    if (!to && request) {
      const asked = await listAccessRequests(db, { organizationId: organization.id, side: 'received' });
      const open = asked.find(({ id, status }) => id === request && status === 'open');
      to = open ? { kind: 'organization', id: open.partyId } : null;
    }
    if (!to) return null;
    const made = await offer(db, to);
    recipientId = to.kind === 'organization' ? to.id : null;
    if (made.kind === 'offered' && request)
      await answerAccess(db, { organizationId: organization.id, requestId: request, verdict: 'granted', answer: '', now });
    return made;
  });
  if (!offered) return refuse('code', m.shared_access_asked_over());
  if (offered.kind === 'refused') return refuse(offered.code === 'past' ? 'until' : '', refusals[offered.code]());
  const { sharedAccessId, token } = offered;
  if (recipientId)
    void mailOffered({
      recipientOrganizationId: recipientId,
      sharedAccessId,
      granter: organization.name,
      reason: options.reason,
      isReport,
    });
  if (!token || !email) return { kind: 'given', sharedAccessId };
  const mailed = await mailOffer(email, { granter: organization.name, reason: options.reason, token, isReport });
  return { kind: 'link', sharedAccessId, email, mailed, url: shownAddress(`/offer/${token}`, options.origin) };
}

async function mailOffer(
  email: string,
  offer: { granter: string; reason: string; token: string; isReport: boolean },
): Promise<'mailed' | 'bounced' | 'no-mail'> {
  if (!canSendMail()) return 'no-mail';
  try {
    await sendLetter(email, grantLetter({ ...offer, url: `${siteAddress()}/offer/${offer.token}` }));
    return 'mailed';
  } catch (error) {
    log('mail.failed', { letter: 'shared-access', error });
    return 'bounced';
  }
}
