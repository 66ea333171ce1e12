import type { TenantDb } from '~/access/tenant-db.server';
import { listReports, type ReportRow } from '~/lending/monitoring/list-reports.server';
import { reportStatusLabel } from '~/lending/monitoring/monitoring-labels';
import { covenantKindLabel, frequencyLabel, covenantStatusLabel } from '~/lending/covenants/labels';
import { listCovenants } from '~/lending/covenants/read-covenants.server';
import { decisionLabel } from '~/lending/deal-record/labels';
import { m } from '~/paraglide/messages';
import type { LenderBlock } from '~/documents/frozen-documents/lender-report/schema';
import { formatDate } from '~/ui/format';

/** What the committee made a condition, with the day. One query. */
export async function readConditions(db: TenantDb, { dealId }: { dealId: string }): Promise<LenderBlock[]> {
  const steps = await db.dealStatusChange.findMany({
    where: { dealId, conditions: { not: '' } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { conditions: true, decision: true, at: true },
  });
  if (steps.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: m.due_diligence_report_conditions_title() },
    {
      kind: 'list',
      items: steps.map(({ conditions, decision, at }) => ({
        lead: `${formatDate(at)}${decision ? ` · ${decisionLabel(decision)}` : ''}`,
        text: conditions,
      })),
    },
  ];
}

/** The covenants that have not ended: text, kind, test frequency, next due date and status. Four queries. */
export async function readCovenantBlocks(db: TenantDb, options: { dealId: string; today: string }): Promise<LenderBlock[]> {
  const covenants = (await listCovenants(db, options)).filter(({ endedOn }) => endedOn === null);
  if (covenants.length === 0) return [];
  return [
    {
      kind: 'table',
      title: m.due_diligence_report_covenants_title(),
      size: 8,
      columns: [
        { label: m.due_diligence_report_column_covenant(), share: 42 },
        { label: m.due_diligence_report_column_kind(), share: 18 },
        { label: m.due_diligence_report_column_tested(), share: 13 },
        { label: m.due_diligence_report_column_next(), share: 13 },
        { label: m.due_diligence_report_column_standing(), share: 14 },
      ],
      rows: covenants.map(({ text, reference, kind, frequency, nextDueOn, covenantStatus }) => [
        { text, note: reference },
        covenantKindLabel(kind),
        frequencyLabel(frequency),
        nextDueOn === null ? '–' : formatDate(nextDueOn),
        covenantStatusLabel(covenantStatus),
      ]),
    },
  ];
}

/** When the client reports, and what came of the reports owed so far, the newest first. None where no report is owed. Three queries. */
export async function readReportingBlocks(db: TenantDb, options: { dealId: string; today: string }): Promise<LenderBlock[]> {
  const schedules = await db.reportSchedule.findMany({
    where: { dealId: options.dealId },
    orderBy: { firstPeriodFrom: 'asc' },
    select: { frequency: true, firstPeriodFrom: true, dueDays: true, endedOn: true, nextDueOn: true },
  });
  if (schedules.length === 0) return [];
  const reports = (await listReports(db, options)).reverse().slice(0, mostReports);
  return [
    {
      kind: 'list',
      items: schedules.map(({ frequency, firstPeriodFrom, dueDays, endedOn, nextDueOn }) => ({
        lead: m.monitoring_schedule_of({ every: frequencyLabel(frequency), date: formatDate(firstPeriodFrom), days: dueDays }),
        ...(endedOn === null && nextDueOn ? { text: m.monitoring_schedule_next({ date: formatDate(nextDueOn) }) } : {}),
      })),
    },
    ...(reports.length > 0 ? [reportTable(reports, options.today)] : []),
  ];
}

function reportTable(reports: readonly ReportRow[], today: string): LenderBlock {
  return {
    kind: 'table',
    title: m.monitoring_reports_title(),
    size: 8,
    columns: [
      { label: m.monitoring_period(), share: 40 },
      { label: m.monitoring_due_on(), share: 20 },
      { label: m.monitoring_due_state(), share: 40 },
    ],
    rows: reports.map(({ from, to, dueOn, state, receivedOn }) => [
      m.monitoring_from_to({ from: formatDate(from), to: formatDate(to) }),
      formatDate(dueOn),
      {
        text: reportStatusLabel({ state, dueOn }, today),
        ...(state !== null && receivedOn ? { note: receivedLabel(receivedOn, dueOn) } : {}),
      },
    ]),
  };
}

const receivedLabel = (receivedOn: string, dueOn: string) =>
  receivedOn > dueOn
    ? m.monitoring_received_late({ date: formatDate(receivedOn) })
    : m.monitoring_received_on({ date: formatDate(receivedOn) });

/** How many reports are listed. */
const mostReports = 24;
