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
    subject: isReminder ? m.asking_letter_reminder_subject({ asker }) : m.asking_letter_subject({ asker }),
    text: `${[
      m.asking_letter_greeting({ supplier }),
      m.asking_letter_text({ asker, instrument }),
      ...(message ? [m.asking_letter_message({ asker, message })] : []),
      ...(due ? [m.asking_letter_due({ due })] : []),
      url,
      m.asking_letter_once(),
      m.asking_letter_not_you({ asker }),
    ].join('\n\n')}\n`,
  };
}
