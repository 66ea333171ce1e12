import { m } from '~/paraglide/messages';
import type { Letter } from '~/platform/mail/send.server';

/** The letter that carries a sign-in link, in the language of the current run. */
export function magicLinkLetter(reader: { name: string; url: string }): Letter {
  return {
    subject: m.accounts_letter_link_subject(),
    text: [
      m.accounts_letter_greeting({ name: reader.name }),
      '',
      m.accounts_letter_link_text(),
      '',
      reader.url,
      '',
      m.accounts_letter_link_not_you(),
      '',
    ].join('\n'),
  };
}
