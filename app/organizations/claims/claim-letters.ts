import { m } from '~/paraglide/messages';
import type { Letter } from '~/platform/mail/send.server';

/** The letter with the link that opens the account of a supplier, to the address that was asked. */
export function claimLetter(claim: { supplier: string; asker: string; url: string }): Letter {
  const { supplier, asker, url } = claim;
  return {
    subject: m.claims_letter_subject({ supplier }),
    text: `${[m.claims_letter_text({ supplier, asker }), url, m.claims_letter_once()].join('\n\n')}\n`,
  };
}

/** The letter to an owner: a person who answers for the organization requests to join it. */
export function joinRequestLetter(wish: { supplier: string; asker: string; email: string }): Letter {
  return {
    subject: m.claims_wish_subject({ supplier: wish.supplier }),
    text: `${m.claims_wish_text(wish)}\n`,
  };
}
