import { m } from '~/paraglide/messages';
import type { Letter } from '~/platform/mail/send.server';

/** Why a supplier is written to: asked, reminded, or some of its answers were questioned. */
export type Occasion = 'asked' | 'reminder' | 'questioned';

const subjects = {
  asked: m.respondent_letter_subject,
  reminder: m.respondent_letter_reminder_subject,
  questioned: m.respondent_letter_questioned_subject,
} satisfies Record<Occasion, (inputs: { asker: string }) => string>;

/** The letter that asks a supplier to answer, reminds it, or gives answers back, in the language of the current run. `due` is a day of that language. */
export function requestLetter(request: {
  asker: string;
  supplier: string;
  instrument: string;
  /** About how long the answers take. */
  minutes: number;
  isEstimate: boolean;
  message: string;
  due: string | null;
  url: string;
  occasion: Occasion;
}): Letter {
  const { asker, supplier, instrument, minutes, isEstimate, message, due, url, occasion } = request;
  return {
    subject: subjects[occasion]({ asker }),
    text: `${[
      m.respondent_letter_greeting({ supplier }),
      occasion === 'questioned' ? m.respondent_letter_questioned({ asker, instrument }) : m.respondent_letter_text({ asker, instrument }),
      ...(occasion === 'questioned' ? [] : [timeIn({ minutes, isEstimate })]),
      ...(message ? [m.respondent_letter_message({ asker, message })] : []),
      ...(due ? [m.respondent_letter_due({ due })] : []),
      url,
      m.respondent_letter_once(),
      m.respondent_letter_not_you({ asker }),
    ].join('\n\n')}\n`,
  };
}

const timeIn = ({ minutes, isEstimate }: { minutes: number; isEstimate: boolean }): string =>
  isEstimate ? `${m.respondent_link_minutes({ minutes })}\n${m.respondent_time_estimated()}` : m.respondent_link_minutes({ minutes });
