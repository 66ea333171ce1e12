import { m } from '~/paraglide/messages';
import type { Letter } from './send.server';

/** Of which report a client is reminded; days as they are written to the reader. */
export type RemindedOf = { from: string; to: string; dueOn: string; isOverdue: boolean };

/** The letter with a client's page of monitoring reports, or one that reminds of a report, in the language of the current run. It says nothing of what any report holds. */
export function reportingLetter(sent: {
  asker: string;
  client: string;
  project: string;
  url: string;
  reminder: RemindedOf | null;
}): Letter {
  const { asker, client, project, url, reminder } = sent;
  return {
    subject: reminder ? m.reporting_letter_reminder({ asker }) : m.reporting_link_title({ asker }),
    text: `${[
      m.answering_letter_greeting({ supplier: client }),
      m.reporting_link_lead({ client, asker, project }),
      ...(reminder ? [m.reporting_period({ from: reminder.from, to: reminder.to })] : []),
      ...(reminder ? [(reminder.isOverdue ? m.reporting_letter_overdue : m.reporting_due)({ date: reminder.dueOn })] : []),
      url,
      m.siteside_letter_once({ asker }),
      m.answering_letter_not_you({ asker }),
    ].join('\n\n')}\n`,
  };
}
