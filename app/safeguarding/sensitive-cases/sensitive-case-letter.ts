import { m } from '~/paraglide/messages';
import type { Letter } from '~/platform/mail/send.server';

/** "Something needs you: sign in." Without subject, place or number, so that a reader over the shoulder or on a mail server learns nothing. */
export function sensitiveCaseLetter({ url }: { url: string }): Letter {
  return { subject: m.sensitive_cases_letter_subject(), text: `${[m.sensitive_cases_letter_text(), url].join('\n\n')}\n` };
}
