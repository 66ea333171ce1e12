import { m } from '~/paraglide/messages';
import type { Letter } from '~/platform/mail/send.server';

/** The email to assigned people. It has no subject, site or number, so that others who see it learn nothing. */
export function sensitiveCaseLetter({ url }: { url: string }): Letter {
  return { subject: m.sensitive_cases_letter_subject(), text: `${[m.sensitive_cases_letter_text(), url].join('\n\n')}\n` };
}
