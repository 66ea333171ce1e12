import { Term } from '~/ui/term';
import { correctiveActionTerm, remediationTerm } from '~/platform/terms/glossary-terms';
import type { SerializeFrom } from '@remix-run/node';
import type { ReactNode } from 'react';
import { m } from '~/paraglide/messages';
import { formatDate, formatMoney, formatNumber } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { DateText, Unknown } from '~/ui/values';
import type { ActionRead } from './read-action.server';
import { kindLabel, timescaleLabel, verificationLabel } from './labels';

export type ShownAction = SerializeFrom<ActionRead>;
const known = (value: string | null | undefined): ReactNode => (value ? value : <Unknown />);

/** One action and its progress. */
export function ActionDetails({ action }: { action: ShownAction }) {
  const { amountMinor, currency, people } = action;
  // What has not happened is known.
  const notYet = <span className="text-muted">{m.corrective_actions_not_yet()}</span>;
  const of = (name: string | null, day: string | null) =>
    day ? m.corrective_actions_by_on({ name: name ?? m.shell_unknown(), date: formatDate(day) }) : null;
  return (
    <KeyValueList
      columns={2}
      pairs={[
        {
          key: 'kind',
          label: m.corrective_actions_kind(),
          value: <Term of={action.kind === 'remediation' ? remediationTerm : correctiveActionTerm}>{kindLabel(action.kind)}</Term>,
        },
        { key: 'root', label: m.findings_root_cause(), value: known(action.rootCause) },
        { key: 'owner', label: m.corrective_actions_owner(), value: action.owner, ...(action.member ? { note: action.member } : {}) },
        {
          key: 'due',
          label: m.corrective_actions_due(),
          value: <DateText value={action.dueOn} />,
          note: timescaleLabel(action.timescale),
        },
        { key: 'agreed', label: m.corrective_actions_agreed_by(), value: of(action.agreedBy, action.agreedOn) ?? notYet },
        { key: 'verification', label: m.corrective_actions_verification(), value: verificationLabel(action.verification) },
        ...(action.kind === 'remediation'
          ? [
              {
                key: 'amount',
                label: m.corrective_actions_amount(),
                value: amountMinor === null || currency === null ? <Unknown /> : formatMoney(amountMinor, currency),
              },
              {
                key: 'people',
                label: m.corrective_actions_people(),
                value: people === null ? <Unknown /> : formatNumber(people),
                note: m.findings_people_note(),
              },
            ]
          : []),
        { key: 'age', label: m.corrective_actions_age(), value: formatNumber(action.ageDays) },
        {
          key: 'done',
          label: m.corrective_actions_done(),
          value: of(action.completedBy, action.completedOn) ?? notYet,
          note: action.completionNote,
        },
        {
          key: 'verified',
          label: m.corrective_actions_verified(),
          value:
            of(action.verifiedBy, action.verifiedOn) ??
            (action.waitingDays === null
              ? notYet
              : action.waitingDays === 0
                ? m.corrective_actions_waiting_today()
                : m.corrective_actions_waiting({ count: action.waitingDays })),
          note: action.verificationSeen,
        },
        ...(action.reopenedOn
          ? [
              {
                key: 'reopened',
                label: m.corrective_actions_reopened(),
                value: <DateText value={action.reopenedOn} />,
                note: action.reopenReason,
              },
            ]
          : []),
        { key: 'committee', label: m.corrective_actions_committee(), value: of(action.committee, action.committeeOn) ?? notYet },
      ]}
    />
  );
}
