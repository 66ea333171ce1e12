import { m } from '~/paraglide/messages';
import type { Letter } from '~/platform/mail/send.server';

/** Of which report a client is reminded; days as they are written to the reader. */
export type RemindedOf = { from: string; to: string; dueOn: string; isOverdue: boolean };

/** The letter with a client's link to its monitoring reports, or a reminder of one, in the language of the current run. Reveals no content of a report. */
export function reportingLetter(sent: {
  asker: string;
  client: string;
  project: string;
  url: string;
  reminder: RemindedOf | null;
}): Letter {
  const { asker, client, project, url, reminder } = sent;
  return {
    subject: reminder ? m.monitoring_report_letter_reminder({ asker }) : m.monitoring_report_link_title({ asker }),
    text: `${[
      m.respondent_letter_greeting({ supplier: client }),
      m.monitoring_report_link_lead({ client, asker, project }),
      ...(reminder ? [m.monitoring_report_period({ from: reminder.from, to: reminder.to })] : []),
      ...(reminder ? [(reminder.isOverdue ? m.monitoring_report_letter_overdue : m.monitoring_report_due)({ date: reminder.dueOn })] : []),
      url,
      m.site_sharing_letter_once({ asker }),
      m.respondent_letter_not_you({ asker }),
    ].join('\n\n')}\n`,
  };
}
