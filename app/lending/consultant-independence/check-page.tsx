import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { formatDate } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { Section } from '~/ui/page-header';
import { MomentText } from '~/ui/values';
import { ties } from './independence-lists';
import { consultantLabel, knownLabel, purposeLabel, tieLabel } from './independence-labels';
import type { CheckPage, CheckRead } from './read-checks.server';

/** The consultants of a deal, their purposes and statuses. */
export function CheckTable({ checks, here }: { checks: readonly SerializeFrom<CheckRead>[]; here: string }) {
  return (
    <DataTable
      caption={m.consultant_independence_title()}
      rows={checks}
      rowKey={({ number }) => String(number)}
      isStacked
      columns={[
        {
          key: 'name',
          header: m.consultant_independence_name(),
          isRowHeader: true,
          wraps: true,
          cell: ({ number, name, firm }) => (
            <span className="grid gap-0.5">
              <Link to={`${here}/${number}`}>
                <bdi>{name}</bdi>
              </Link>
              <bdi className="text-xs text-muted">{firm}</bdi>
            </span>
          ),
        },
        { key: 'purpose', header: m.consultant_independence_purpose(), wraps: true, cell: ({ purpose }) => purposeLabel(purpose) },
        {
          key: 'required',
          header: m.consultant_independence_is_required(),
          wraps: true,
          cell: ({ isRequired, requiredReason }) => `${knownLabel(isRequired)}: ${requiredReason}`,
        },
        {
          key: 'standing',
          header: m.consultant_independence_verdict(),
          wraps: true,
          cell: ({ status }) => <strong>{consultantLabel(status)}</strong>,
        },
        {
          key: 'report',
          header: m.consultant_independence_report_on(),
          cell: ({ reportOn }) => (reportOn ? formatDate(reportOn) : m.consultant_independence_report_none()),
        },
      ]}
    />
  );
}

/** One consultant: the record, the verdict and its author. */
export function CheckSection({ read: { check, versions } }: { read: SerializeFrom<CheckPage> }) {
  return (
    <Section title={<bdi>{`${check.name}, ${check.firm}`}</bdi>} id="consultant">
      <KeyValueList
        pairs={[
          {
            key: 'standing',
            label: m.consultant_independence_verdict(),
            value: <strong>{consultantLabel(check.status)}</strong>,
            note: check.verdict ? (
              <>
                {check.verdict.reason} · <bdi>{check.verdict.by}</bdi> · <MomentText value={check.verdict.at} />
              </>
            ) : undefined,
          },
          { key: 'purpose', label: m.consultant_independence_purpose(), value: purposeLabel(check.purpose) },
          {
            key: 'required',
            label: m.consultant_independence_is_required(),
            value: knownLabel(check.isRequired),
            note: check.requiredReason,
          },
          ...ties.map((tie) => ({ key: tie, label: tieLabel(tie), value: <span className="whitespace-pre-line">{check[tie]}</span> })),
          { key: 'shared', label: m.consultant_independence_shared(), value: knownLabel(check.isShared) },
          {
            key: 'report',
            label: m.consultant_independence_report_on(),
            value: check.reportOn ? formatDate(check.reportOn) : m.consultant_independence_report_none(),
          },
          {
            key: 'conclusions',
            label: m.consultant_independence_conclusions(),
            value: check.conclusions ? (
              <span className="whitespace-pre-line">{check.conclusions}</span>
            ) : (
              m.consultant_independence_nothing_said()
            ),
          },
        ]}
      />
      <ul className="mt-3 grid gap-0.5 text-xs text-muted">
        {versions.map(({ version, recordedBy, recordedAt, status }) => (
          <li key={version}>
            {m.consultant_independence_version({ version })} <bdi>{recordedBy}</bdi> · <MomentText value={recordedAt} /> ·{' '}
            {consultantLabel(status)}
          </li>
        ))}
      </ul>
    </Section>
  );
}
