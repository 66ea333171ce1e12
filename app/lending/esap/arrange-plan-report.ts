import type { MemberLocale } from '~/locales/member-locales';
import { m } from '~/paraglide/messages';
import { formatDate, formatMoney, formatNumber } from '~/ui/format';
import type { PlanReport } from '~/lending/esap/action-plan/schema';
import { type PlannedField, plannedFields } from './plan-lists';
import type { PlanItem, PlanRead } from './read-plan.server';
import { fieldText, fieldLabel, itemStatusLabel, milestoneLabel } from './labels';

/** The content of the printed plan in the reader's language. Unknown values are shown as such. Pure but for the language of the run. */
export function arrangePlanReport(plan: PlanRead, options: { lender: string; preparedOn: string; locale: MemberLocale }): PlanReport {
  const { deal, lines, totals, version } = plan;
  const shown = lines.filter(({ status }) => status !== 'dropped');
  const dropped = lines.filter(({ status }) => status === 'dropped');
  const unknown = m.shell_unknown();
  return {
    format: 'action-plan-report/1',
    locale: options.locale,
    preparedOn: options.preparedOn,
    title: m.esap_report_title({ project: deal.projectName }),
    subject: m.esap_title(),
    foot: m.esap_report_foot({ lender: options.lender, date: formatDate(options.preparedOn) }),
    head: `${deal.number} · ${deal.projectName}`,
    facts: [
      [m.deals_client(), deal.client],
      [m.esap_lender(), options.lender],
      [m.deals_number(), deal.number],
      [m.deals_signed_on(), deal.signedOn === null ? unknown : formatDate(deal.signedOn)],
      [m.esap_version(), versionText(version)],
      ...(version ? [[m.esap_hash(), version.hash] as [string, string]] : []),
    ],
    totals: {
      title: m.esap_totals(),
      rows: [
        ...totals.sums.map(({ currency, minor }): [string, string] => [currency, formatMoney(minor, currency)]),
        [m.esap_totals_unknown(), formatNumber(totals.unknown)],
      ],
      note: totals.sums.length > 1 ? m.esap_totals_apart() : '',
    },
    overview: {
      title: m.esap_report_overview(),
      head: [m.esap_number(), m.esap_field_action(), m.esap_field_owner(), m.esap_field_due(), m.esap_field_milestone(), m.esap_status()],
      rows: shown.map((line) => [
        String(line.number),
        line.action,
        line.owner || unknown,
        line.dueOn === null ? unknown : formatDate(line.dueOn),
        line.milestone === null ? unknown : milestoneLabel(line.milestone),
        statusText(line),
      ]),
    },
    lines: {
      title: m.esap_report_lines(),
      items: shown.map((line) => ({
        title: m.esap_line_named({ number: line.number }),
        rows: [
          ...plannedFields.filter((field) => field !== 'currency').map((field) => row(field, line, unknown)),
          [m.esap_status(), statusText(line)],
          ...progressOf(line),
        ],
      })),
    },
    dropped: {
      title: m.esap_report_dropped(),
      items: dropped.map((line) => ({
        lead: `${m.esap_line_named({ number: line.number })} · ${line.reference}`,
        text: `${line.action}\n${line.statusReason}`,
      })),
    },
  };
}

const row = (field: PlannedField, line: PlanItem, unknown: string): [string, string] => [
  fieldLabel(field),
  fieldText(field, line) ?? unknown,
];

/** What was done, and by what evidence it was verified, each with its day. */
function progressOf({ doneOn, doneNote, verifiedOn, verifiedSeen }: PlanItem): [string, string][] {
  return [
    ...(doneOn ? [[m.esap_done_words(), `${formatDate(doneOn)} · ${doneNote}`] as [string, string]] : []),
    ...(verifiedOn ? [[m.esap_verify_words(), `${formatDate(verifiedOn)} · ${verifiedSeen}`] as [string, string]] : []),
  ];
}

function statusText({ status, isLate }: PlanItem): string {
  return isLate ? `${itemStatusLabel(status)} · ${m.esap_overdue()}` : itemStatusLabel(status);
}

function versionText(version: PlanRead['version']): string {
  if (version === null) return m.esap_standing_none();
  const { number, agreement, isCurrent } = version;
  const named = m.esap_version_named({ number });
  if (!isCurrent) return `${named} · ${m.esap_standing_changed()}`;
  if (agreement === null) return `${named} · ${m.esap_not_agreed()}`;
  return `${named} · ${m.esap_standing_agreed({ name: agreement.name, function: agreement.function, date: formatDate(agreement.agreedOn) })}`;
}
