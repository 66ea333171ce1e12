import { m } from '~/paraglide/messages';
import type { Letter } from './send.server';

/** The letter that asks a supplier to answer, or reminds it, in the language of the current run. `due` is a day of that language. */
export function requestLetter(request: {
  asker: string;
  supplier: string;
  instrument: string;
  message: string;
  due: string | null;
  url: string;
  isReminder: boolean;
}): Letter {
  const { asker, supplier, instrument, message, due, url, isReminder } = request;
  return {
    subject: isReminder ? m.answering_letter_reminder_subject({ asker }) : m.answering_letter_subject({ asker }),
    text: `${[
      m.answering_letter_greeting({ supplier }),
      m.answering_letter_text({ asker, instrument }),
      ...(message ? [m.answering_letter_message({ asker, message })] : []),
      ...(due ? [m.answering_letter_due({ due })] : []),
      url,
      m.answering_letter_once(),
      m.answering_letter_not_you({ asker }),
    ].join('\n\n')}\n`,
  };
}
