import { capital, gradeLabel, statusLabel } from '~/documents/pdf/labels';
import type { Sheet } from '~/documents/workbooks/write-workbook.server';
import type { AuditReportFinding } from '~/audits/report/audit-report/findings-schema';
import type { AuditReport } from '~/audits/report/audit-report/schema';
import { affectedLabel } from '~/audits/report/audit-report/affected-label';
import { replyLines } from '~/audits/report/audit-report/finding-blocks';
import { methodWords, type Say, word } from '~/audits/report/audit-report/labels';
import { planHeadRows, timescaleLabel } from '~/audits/report/audit-report/part-plan';
import { workersOf } from '~/audits/report/audit-report/workers-of';
import { m } from '~/paraglide/messages';

type Action = AuditReportFinding['actions'][number];
type Row = { finding: AuditReportFinding; action: Action | null; model: AuditReport; say: Say };

/** Columns in the order of a corrective action plan report; a cell that the report leaves out is empty here too. */
const columns: [title: (say: Say) => string, cell: (row: Row) => string | null][] = [
  [(say) => m.audit_report_finding_no({}, say), ({ finding }) => finding.no],
  [
    (say) => m.audit_report_new_or_carried({}, say),
    ({ finding, say }) => (finding.isCarriedOver ? m.audit_report_carried_over({}, say) : m.audit_report_new({}, say)),
  ],
  [(say) => m.audit_report_grade({}, say), ({ finding, say }) => capital(gradeLabel(finding.grade, say))],
  [(say) => m.audit_report_details({}, say), ({ finding }) => finding.what],
  [(say) => m.audit_report_law({}, say), ({ finding }) => finding.legalReference],
  [(say) => m.audit_report_code({}, say), ({ finding }) => finding.codeReference],
  [(say) => m.audit_report_evidence({}, say), ({ finding }) => finding.evidence],
  [(say) => m.audit_report_sources({}, say), ({ finding, say }) => methodWords(finding.sources, say)],
  [
    (say) => m.audit_report_affected({}, say),
    ({ finding, model, say }) => affectedLabel(finding.affected, { workers: workersOf(model), say }),
  ],
  [(say) => m.audit_report_root_cause({}, say), ({ finding, action }) => action?.rootCause || finding.rootCause],
  [
    (say) => m.audit_report_action({}, say),
    ({ action, say }) => (action === null ? m.audit_report_action_open({}, say) : of(action, 'corrective')),
  ],
  [(say) => m.audit_report_remediation({}, say), ({ action }) => (action === null ? null : of(action, 'remediation'))],
  [(say) => m.audit_report_responsible({}, say), ({ action }) => action?.responsible ?? null],
  [(say) => m.audit_report_timescale({}, say), ({ action, say }) => (action === null ? null : timescaleLabel(action.timescale, say))],
  [(say) => m.corrective_actions_due({}, say), ({ finding, action }) => action?.dueOn ?? finding.dueOn],
  [(say) => m.audit_report_verification({}, say), ({ action, say }) => (action === null ? null : word(action.verification, say))],
  [(say) => m.audit_report_agreed_by({}, say), ({ action }) => (action?.agreedOn ? action.agreedBy : null)],
  [(say) => m.audit_report_agreed_day({}, say), ({ action }) => action?.agreedOn ?? null],
  [(say) => m.audit_report_verified_by({}, say), ({ action }) => action?.evidence ?? null],
  [(say) => m.corrective_actions_verified({}, say), ({ action }) => action?.verifiedOn ?? null],
  [(say) => m.audit_report_action_status({}, say), ({ action, say }) => (action === null ? null : capital(word(action.status, say)))],
  [
    (say) => m.supplier_report_column_status({}, say),
    ({ finding, say }) => (finding.status === 'verified' ? m.audit_report_closed({}, say) : capital(statusLabel(finding.status, say))),
  ],
  [
    (say) => m.audit_report_reply({}, say),
    ({ finding, say }) => finding.replies.flatMap((reply) => replyLines(reply, say)).join('\n') || null,
  ],
];

const of = (action: Action, kind: Action['kind']): string | null => (action.kind === kind ? action.what : null);

/**
 * A report as a workbook after the structure of a SMETA corrective action plan report: its details, then a row for each action of each finding. Written from the
 * report alone, so that whatever the report redacts or suppresses is redacted and suppressed here.
 */
export function planSheets(model: AuditReport): Sheet[] {
  const say = { locale: model.locale };
  const head: [string, string][] = [
    ...(model.state === 'draft' ? ([[m.audit_report_draft_title({}, say), m.audit_report_draft_hash({}, say)]] as [string, string][]) : []),
    ...planHeadRows(model, say),
    [m.audit_report_hash({}, say), model.hash],
  ];
  const rows = model.findings.flatMap((finding): Row[] =>
    (finding.actions.length === 0 ? [null] : finding.actions).map((action) => ({ finding, action, model, say })),
  );
  return [
    {
      name: m.audit_report_plan_sheet_details({}, say),
      table: { head: [m.audit_report_plan_head({}, say), m.audit_report_structured_plan({}, say)], rows: head },
    },
    {
      name: m.audit_report_plan_sheet_findings({}, say),
      table: { head: columns.map(([title]) => title(say)), rows: rows.map((row) => columns.map(([, cell]) => cell(row))) },
    },
  ];
}
