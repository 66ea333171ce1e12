import { m } from '~/paraglide/messages';
import type { Letter } from '~/platform/mail/send.server';

/** The letter that tells a site that findings are shown to it, in the language of the current run. It says nothing of what was found. `due` is a day of that language. */
export function findingsLetter(share: {
  asker: string;
  supplier: string;
  message: string;
  due: string;
  url: string;
  isVisit: boolean;
}): Letter {
  const { asker, supplier, message, due, url, isVisit } = share;
  return {
    subject: isVisit ? m.site_sharing_visit_letter_subject({ asker }) : m.site_sharing_letter_subject({ asker }),
    text: `${[
      m.respondent_letter_greeting({ supplier }),
      isVisit ? m.site_sharing_visit_letter_text({ asker }) : m.site_sharing_letter_text({ asker }),
      ...(message ? [m.respondent_letter_message({ asker, message })] : []),
      ...(isVisit ? [] : [m.site_sharing_due({ date: due })]),
      url,
      m.site_sharing_letter_once({ asker }),
      m.respondent_letter_not_you({ asker }),
    ].join('\n\n')}\n`,
  };
}
