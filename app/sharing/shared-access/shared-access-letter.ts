import { m } from '~/paraglide/messages';
import type { Letter } from '~/platform/mail/send.server';

/** What a letter says of an offer. `isReport`: a signed report is offered, no answers. */
export type LetterOffer = { granter: string; reason: string; url: string; isReport: boolean };

/** The letter to members of an organization to which something was offered by its code: it opens behind their sign-in. */
export const offeredLetter = (offer: LetterOffer): Letter => letterOf(offer, m.shared_access_letter_sign_in());

/** The letter that offers shared access to the reader of an address. */
export const grantLetter = (offer: LetterOffer): Letter => letterOf(offer, m.shared_access_letter_once());

function letterOf({ granter, reason, url, isReport }: LetterOffer, last: string): Letter {
  const text = isReport ? m.auditpapers_letter_text({ granter }) : m.shared_access_letter_text({ granter });
  return {
    subject: isReport ? m.auditpapers_letter_subject({ granter }) : m.shared_access_letter_subject({ granter }),
    text: `${[text, reason, url, last].join('\n\n')}\n`,
  };
}
