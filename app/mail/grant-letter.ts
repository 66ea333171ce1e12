import { m } from '~/paraglide/messages';
import type { Letter } from './send.server';

/** The letter to members of an organization to which answers were offered by its code: it opens behind their sign-in. */
export function offeredLetter(offer: { granter: string; reason: string; url: string }): Letter {
  const { granter, reason, url } = offer;
  return {
    subject: m.sharing_letter_subject({ granter }),
    text: `${[m.sharing_letter_text({ granter }), reason, url, m.sharing_letter_sign_in()].join('\n\n')}\n`,
  };
}

/** The letter that offers answers to whoever reads an address. */
export function grantLetter(offer: { granter: string; reason: string; url: string }): Letter {
  const { granter, reason, url } = offer;
  return {
    subject: m.sharing_letter_subject({ granter }),
    text: `${[m.sharing_letter_text({ granter }), reason, url, m.sharing_letter_once()].join('\n\n')}\n`,
  };
}
