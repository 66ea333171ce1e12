import { m } from '~/paraglide/messages';
import { formatDate } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { lastDay } from './last-day';
import { purposeLabel } from '~/sharing/access-requests/labels';

type Facts = {
  granter: string;
  recipient: string;
  isGiven: boolean;
  isReport: boolean;
  instrument: string;
  sections: { key: string; title: string }[];
  allSections: number;
  purpose: string;
  reason: string;
  createdAt: Date | string;
  expiresAt: Date | string;
};

/** Owner, data, recipient, purpose and term. */
export function SharedAccessFacts({ grant }: { grant: Facts }) {
  return (
    <KeyValueList
      pairs={[
        grant.isGiven
          ? { key: 'recipient', label: m.shared_access_column_recipient(), value: grant.recipient }
          : { key: 'granter', label: m.shared_access_column_granter(), value: grant.granter },
        { key: 'what', label: grant.isReport ? m.auditpapers_what() : m.shared_access_column_questionnaire(), value: grant.instrument },
        {
          key: 'sections',
          label: grant.isReport
            ? m.audit_report_forms()
            : m.shared_access_sections_of({ count: grant.sections.length, all: grant.allSections }),
          value: (
            <ul className="grid gap-0.5">
              {grant.sections.map(({ key, title }) => (
                <li key={key}>{title}</li>
              ))}
            </ul>
          ),
        },
        { key: 'purpose', label: m.shared_access_purpose(), value: purposeLabel(grant.purpose) },
        { key: 'reason', label: m.shared_access_reason(), value: grant.reason },
        { key: 'offered', label: m.shared_access_offered_on(), value: formatDate(grant.createdAt) },
        { key: 'until', label: m.shared_access_until(), value: formatDate(lastDay(grant.expiresAt)) },
      ]}
    />
  );
}
