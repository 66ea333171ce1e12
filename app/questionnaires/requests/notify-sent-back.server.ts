import type { Member } from '~/access/require-member.server';
import { m } from '~/paraglide/messages';
import { renewLink } from './change-request.server';
import { handOverLink } from './hand-over-link.server';
import type { ShownLink } from './link-notice';

/**
 * Notifies the supplier that answers were sent back: a letter with a new link, in the language of its request. Returns the outcome as text, and the link where
 * this member may pass links on. No notice where a member answered.
 */
export async function notifySentBack(
  member: Member,
  options: { responseId: string; origin: string; now: Date },
): Promise<{ text: string; link: ShownLink | null }> {
  const { responseId, origin, now } = options;
  const made = await member.inOrganization((db) => renewLink(db, { responseId, userId: member.user.id, now }));
  if (!made) return { text: '', link: null };
  const link = await handOverLink(
    member.inOrganization,
    { ...made, responseId },
    { asker: member.organization.name, origin, now, occasion: 'questioned' },
  );
  const mayHandOver = member.can('ask:supplier');
  const { mailed } = link;
  const email = link.email ?? '';
  if (mailed === 'mailed') return { text: m.answer_review_sent_mailed({ email }), link: null };
  return {
    text: mailed === 'bounced' ? m.answer_review_sent_bounced({ email }) : mayHandOver ? '' : m.answer_review_sent_no_mail(),
    link: mayHandOver ? link : null,
  };
}
