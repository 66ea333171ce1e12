import { m } from '~/paraglide/messages';
import type { Letter } from '~/platform/mail/send.server';

/** The letter that asks a client to read an action plan and to agree to it, in the language of the current run. It says nothing of what is planned. */
export function planLetter(sent: { lender: string; client: string; project: string; url: string }): Letter {
  const { lender, client, project, url } = sent;
  return {
    subject: m.esap_client_letter_subject({ lender }),
    text: `${[
      m.respondent_letter_greeting({ supplier: client }),
      m.esap_client_link_lead({ project }),
      url,
      m.site_sharing_letter_once({ asker: lender }),
      m.respondent_letter_not_you({ asker: lender }),
    ].join('\n\n')}\n`,
  };
}
