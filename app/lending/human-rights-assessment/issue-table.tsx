import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { formatDate, formatNumber } from '~/ui/format';
import { Section } from '~/ui/page-header';
import { peopleText } from './people-text';
import type { OpenIssue, RightsRead } from './read-rights.server';
import { gradeText, residualLabel, spanText, topicLabel } from './rights-labels';

type Shown = SerializeFrom<OpenIssue>;

/** The open issues in order of priority with their scores; an unknown score is a range. */
export function IssueTable({ issues, here }: { issues: readonly Shown[]; here: string }) {
  return (
    <DataTable
      caption={m.human_rights_assessment_table()}
      rows={issues}
      rowKey={({ number }) => String(number)}
      isStacked
      columns={[
        { key: 'rank', header: m.human_rights_assessment_rank(), align: 'end', cell: ({ ranked }) => formatNumber(ranked.rank) },
        {
          key: 'issue',
          header: m.human_rights_assessment_issue(),
          isRowHeader: true,
          wraps: true,
          cell: (issue) => (
            <span className="grid min-w-56 gap-0.5">
              <Link to={`${here}/${issue.number}`}>
                {m.human_rights_assessment_issue_named({ number: issue.number, title: issue.title })}
              </Link>
              <span className="text-xs text-muted">{`${topicLabel(issue.topic)} · ${peopleText(issue)}`}</span>
            </span>
          ),
        },
        {
          key: 'severity',
          header: m.human_rights_assessment_severity(),
          align: 'end',
          cell: ({ ranked }) => <strong>{spanText(ranked.severity)}</strong>,
        },
        { key: 'scale', header: m.human_rights_assessment_scale(), align: 'end', isWideOnly: true, cell: ({ scale }) => shortGrade(scale) },
        {
          key: 'lasting',
          header: m.human_rights_assessment_lasting(),
          align: 'end',
          isWideOnly: true,
          cell: ({ irremediability }) => shortGrade(irremediability),
        },
        { key: 'scope', header: m.human_rights_assessment_scope(), align: 'end', cell: ({ ranked }) => spanText(ranked.scope) },
        {
          key: 'likelihood',
          header: m.human_rights_assessment_likelihood(),
          align: 'end',
          cell: ({ ranked }) => spanText(ranked.likelihood),
        },
        {
          key: 'residual',
          header: m.human_rights_assessment_residual(),
          wraps: true,
          isWideOnly: true,
          cell: ({ residual }) => residualLabel(residual),
        },
      ]}
    />
  );
}

const shortGrade = (grade: number | null) => (grade === null ? m.human_rights_assessment_unknown() : formatNumber(grade));

/** Closed issues, with the reason. */
export function ClosedIssues({ issues, here }: { issues: readonly SerializeFrom<RightsRead['closed'][number]>[]; here: string }) {
  if (issues.length === 0) return null;
  return (
    <Section title={m.human_rights_assessment_closed_title()} id="closed">
      <ul className="grid gap-2">
        {issues.map(({ number, title, statusReason, assessedAt }) => (
          <li key={number}>
            <Link to={`${here}/${number}`}>{m.human_rights_assessment_issue_named({ number, title })}</Link>
            <span className="block text-muted">{`${formatDate(assessedAt)} · ${statusReason}`}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The four numbers of one issue with their reasons. */
export function gradePairs(issue: Omit<SerializeFrom<RightsRead['closed'][number]>, 'assessedBy'>) {
  const pair = (key: 'scale' | 'scope' | 'irremediability' | 'likelihood', label: string, reason: string) => ({
    ...{ key, label, value: gradeText(key, issue[key]), note: reason || undefined },
  });
  return [
    pair('scale', m.human_rights_assessment_scale(), issue.scaleReason),
    pair('scope', m.human_rights_assessment_scope(), issue.scopeReason),
    pair('irremediability', m.human_rights_assessment_lasting(), issue.irremediabilityReason),
    pair('likelihood', m.human_rights_assessment_likelihood(), issue.likelihoodReason),
  ];
}
