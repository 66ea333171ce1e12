import type { TenantDb } from '~/access/tenant-db.server';
import { peopleText } from '~/lending/human-rights-assessment/people-text';
import { readIssues } from '~/lending/human-rights-assessment/read-rights.server';
import { residualLabel, spanText, topicLabel } from '~/lending/human-rights-assessment/rights-labels';
import { m } from '~/paraglide/messages';
import type { LenderBlock } from '~/documents/frozen-documents/lender-report/schema';
import { formatNumber } from '~/ui/format';

/** The human rights issues of the deal in order, with the client's measures and the residual risk. None without an issue. Two queries. */
export async function readRightsBlocks(db: TenantDb, { dealId }: { dealId: string }): Promise<LenderBlock[]> {
  const { open, closed } = await readIssues(db, dealId);
  if (open.length + closed.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: m.human_rights_assessment_report_title() },
    { kind: 'paragraph', text: m.human_rights_assessment_order_lead() },
    {
      kind: 'table',
      title: m.human_rights_assessment_report_title(),
      size: 8,
      columns: [
        { label: m.human_rights_assessment_rank(), share: 7, align: 'end' },
        { label: m.human_rights_assessment_issue(), share: 37 },
        { label: m.human_rights_assessment_severity(), share: 11 },
        { label: m.human_rights_assessment_likelihood(), share: 12 },
        { label: m.human_rights_assessment_response(), share: 21 },
        { label: m.human_rights_assessment_residual(), share: 12 },
      ],
      rows: open.map((issue) => [
        formatNumber(issue.ranked.rank),
        { text: issue.title, note: `${topicLabel(issue.topic)} · ${peopleText(issue)}` },
        spanText(issue.ranked.severity),
        spanText(issue.ranked.likelihood),
        issue.response || m.human_rights_assessment_nothing_said(),
        residualLabel(issue.residual),
      ]),
    },
    ...(closed.length > 0
      ? [{ kind: 'paragraph' as const, text: m.human_rights_assessment_report_closed({ issues: formatNumber(closed.length) }) }]
      : []),
  ];
}
