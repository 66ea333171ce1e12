import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { Field } from '~/ui/field';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { formatDate } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { Section } from '~/ui/page-header';
import { RadioGroup } from '~/ui/select';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import { ActDialog, type Refused, failureOf } from '~/ui/act-dialog';
import type { ReportingRead, ReportRow } from './list-reports.server';
import { reportFrequencies } from './monitoring-lists';
import { reportStateLabel } from './monitoring-labels';
import { frequencyLabel } from '~/lending/covenants/labels';

type Shown = SerializeFrom<ReportingRead>;

/** The reports owed so far, the newest first: received, questioned, or missing since when. */
export function ReportsSection({ reports, here, today }: { reports: readonly ReportRow[]; here: string; today: string }) {
  return (
    <Section title={m.monitoring_reports_title()} id="reports">
      <DataTable
        caption={m.monitoring_reports_title()}
        rows={reports}
        rowKey={({ from }) => from}
        isStacked
        empty={<p className="py-8 text-muted">{m.monitoring_reports_none()}</p>}
        columns={[
          {
            key: 'period',
            header: m.monitoring_period(),
            wraps: true,
            cell: ({ from, to }) => (
              <Link to={`${here}/reports/${from}`} className="inline-block min-h-6">
                {m.monitoring_from_to({ from: formatDate(from), to: formatDate(to) })}
              </Link>
            ),
          },
          { key: 'due', header: m.monitoring_due_on(), cell: ({ dueOn }) => formatDate(dueOn) },
          {
            key: 'state',
            header: m.monitoring_due_state(),
            wraps: true,
            cell: (row) => <ReportStateText {...row} today={today} />,
          },
        ]}
      />
    </Section>
  );
}

/** The status of a report as text, overdue included. */
export function ReportStateText({ state, receivedOn, dueOn, versions, today }: ReportRow & { today: string }) {
  if (state === null)
    return dueOn < today ? (
      <span className="font-semibold text-warning">
        <Icon name="clock" /> {m.monitoring_report_missing()}
      </span>
    ) : (
      <span className="text-muted">{m.monitoring_report_awaited()}</span>
    );
  return (
    <>
      {reportStateLabel(state)}
      {receivedOn && (
        <span className="block text-muted">
          {receivedOn > dueOn
            ? m.monitoring_received_late({ date: formatDate(receivedOn) })
            : m.monitoring_received_on({ date: formatDate(receivedOn) })}
          {versions > 1 && ` · ${m.monitoring_versions({ count: versions })}`}
        </span>
      )}
    </>
  );
}

/** When reports are owed; one schedule at a time. */
export function ScheduleSection({
  schedules,
  mayEdit,
  refused,
  today,
}: {
  schedules: Shown['schedules'];
  mayEdit: boolean;
  refused: Refused;
  today: string;
}) {
  const going = schedules.find(({ endedOn }) => endedOn === null);
  const failure = failureOf(refused, 'end');
  return (
    <Section title={m.monitoring_schedule_title()} lead={m.monitoring_schedule_lead()} id="schedule">
      <ul className="my-3 grid gap-2">
        {schedules.map(({ id, frequency, firstPeriodFrom, dueDays, nextDueOn, endedOn, endReason }) => (
          <li key={id}>
            {m.monitoring_schedule_of({ every: frequencyLabel(frequency), date: formatDate(firstPeriodFrom), days: dueDays })}
            {nextDueOn && endedOn === null && (
              <span className={nextDueOn < today ? 'block text-warning' : 'block text-muted'}>
                {nextDueOn < today && <Icon name="clock" />} {m.monitoring_schedule_next({ date: formatDate(nextDueOn) })}
              </span>
            )}
            {endedOn && (
              <span className="block text-muted">
                {m.monitoring_schedule_ended({ date: formatDate(endedOn) })} {endReason}
              </span>
            )}
          </li>
        ))}
      </ul>
      {mayEdit &&
        (going ? (
          <ActDialog intent="end" title={m.monitoring_schedule_end()} refused={refused} hidden={{ scheduleId: going.id }}>
            <Field
              {...fieldOf(failure, 'endedOn')}
              type="date"
              label={m.monitoring_schedule_last()}
              hint={m.monitoring_schedule_last_hint()}
              className="max-w-60"
            />
            <FreeText {...fieldOf(failure, 'reason')} label={m.deals_reason()} rows={2} maxLength={2000} />
          </ActDialog>
        ) : (
          <ScheduleForm failure={failureOf(refused, 'schedule')} />
        ))}
    </Section>
  );
}

function ScheduleForm({ failure }: { failure: FormFailure | undefined }) {
  return (
    <Form method="post" noValidate className="grid max-w-prose gap-4" data-print="none">
      <ErrorSummary errors={failure?.errors} />
      <input type="hidden" name="intent" value="schedule" />
      <RadioGroup
        {...fieldOf(failure, 'frequency')}
        label={m.monitoring_frequency()}
        layout="row"
        options={reportFrequencies.map((value) => ({ value, label: frequencyLabel(value) }))}
      />
      <Field {...fieldOf(failure, 'firstPeriodFrom')} type="date" label={m.monitoring_first_period()} className="max-w-60" />
      <Field {...fieldOf(failure, 'dueDays', 45)} inputMode="numeric" label={m.monitoring_due_days()} className="max-w-60" />
      <div>
        <Button type="submit" variant="primary">
          {m.monitoring_schedule_make()}
        </Button>
      </div>
    </Form>
  );
}
