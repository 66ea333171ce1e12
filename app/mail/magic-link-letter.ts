import { m } from '~/paraglide/messages';
import type { Letter } from './send.server';

/** The letter that carries a sign-in link, in the language of the current run. */
export function magicLinkLetter(reader: { name: string; url: string }): Letter {
  return {
    subject: m.account_letter_link_subject(),
    text: [
      m.account_letter_greeting({ name: reader.name }),
      '',
      m.account_letter_link_text(),
      '',
      reader.url,
      '',
      m.account_letter_link_not_you(),
      '',
    ].join('\n'),
  };
}
