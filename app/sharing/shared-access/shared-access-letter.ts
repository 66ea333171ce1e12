import { m } from '~/paraglide/messages';
import type { Letter } from '~/platform/mail/send.server';

/** The variables of an offer in an email. `isReport`: a signed report is offered instead of answers. */
export type LetterOffer = { granter: string; reason: string; url: string; isReport: boolean };

/** The email to members of an organization that received an offer by its code: it requires signing in. */
export const offeredLetter = (offer: LetterOffer): Letter => letterOf(offer, m.shared_access_letter_sign_in());

/** The email that offers shared access to an address. */
export const grantLetter = (offer: LetterOffer): Letter => letterOf(offer, m.shared_access_letter_once());

function letterOf({ granter, reason, url, isReport }: LetterOffer, last: string): Letter {
  const text = isReport ? m.auditpapers_letter_text({ granter }) : m.shared_access_letter_text({ granter });
  return {
    subject: isReport ? m.auditpapers_letter_subject({ granter }) : m.shared_access_letter_subject({ granter }),
    text: `${[text, reason, url, last].join('\n\n')}\n`,
  };
}
