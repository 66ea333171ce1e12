import { m } from '~/paraglide/messages';
import type { Letter } from './send.server';

/** "Something needs you: sign in." Says nothing of what, where, or how many, so that whoever reads it over a shoulder or on a server learns nothing. */
export function sensitiveCaseLetter({ url }: { url: string }): Letter {
  return { subject: m.sensitive_cases_letter_subject(), text: `${[m.sensitive_cases_letter_text(), url].join('\n\n')}\n` };
}
