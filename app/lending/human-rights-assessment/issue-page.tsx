import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { itemStatusLabel } from '~/lending/esap/labels';
import { itemStatuses } from '~/lending/esap/plan-lists';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { formatNumber } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { Section } from '~/ui/page-header';
import { MomentText } from '~/ui/values';
import { gradePairs } from './issue-table';
import { peopleText } from './people-text';
import type { IssueRead } from './read-rights.server';
import { residualLabel, spanText, statusLabel, topicLabel } from './rights-labels';

type Shown = SerializeFrom<IssueRead>;

/** One issue: severity, likelihood, mitigation, residual risk, and the history of its assessments. */
export function IssuePage({ read, base, here, mayEdit }: { read: Shown; base: string; here: string; mayEdit: boolean }) {
  const { issue, ranked, versions, finding } = read;
  return (
    <div className="grid grid-cols-1 gap-8">
      <Section
        title={m.human_rights_assessment_issue_named({ number: issue.number, title: issue.title })}
        lead={
          ranked
            ? m.human_rights_assessment_place({
                rank: formatNumber(ranked.rank),
                severity: spanText(ranked.severity),
                likelihood: spanText(ranked.likelihood),
              })
            : m.human_rights_assessment_closed_because({ reason: issue.statusReason })
        }
        id="issue"
        actions={
          mayEdit && (
            <LinkButton to={`${here}/edit`} variant="primary">
              {m.human_rights_assessment_judge()}
            </LinkButton>
          )
        }
      >
        <KeyValueList
          pairs={[
            { key: 'topic', label: m.human_rights_assessment_topic(), value: topicLabel(issue.topic) },
            { key: 'people', label: m.human_rights_assessment_affected(), value: peopleText(issue) },
            ...gradePairs(issue),
            { key: 'response', label: m.human_rights_assessment_response(), value: <Words text={issue.response} /> },
            ...(issue.line
              ? [
                  {
                    ...{ key: 'line', label: m.human_rights_assessment_line() },
                    value: (
                      <Link to={`${base}/esap/items/${issue.line.id}`}>
                        {m.human_rights_assessment_issue_named({ number: issue.line.number, title: issue.line.action })}
                      </Link>
                    ),
                    note: itemStatusLabel(itemStatuses.find((known) => known === issue.line?.status) ?? 'open'),
                  },
                ]
              : []),
            {
              key: 'residual',
              label: m.human_rights_assessment_residual(),
              value: residualLabel(issue.residual),
              note: issue.residualReason || undefined,
            },
            { key: 'source', label: m.human_rights_assessment_source(), value: <Words text={issue.source} /> },
            ...(issue.itemKey ? [{ key: 'item', label: m.human_rights_assessment_from_item(), value: issue.itemKey }] : []),
            ...(finding
              ? [
                  {
                    ...{ key: 'finding', label: m.human_rights_assessment_from_finding() },
                    value: (
                      <Link to={`${base.replace(/\/deals\/.*$/, '')}/findings/${finding.id}`}>
                        <bdi>{finding.party}</bdi>
                      </Link>
                    ),
                    note: finding.isWithdrawn ? m.human_rights_assessment_finding_withdrawn() : undefined,
                  },
                ]
              : []),
          ]}
        />
      </Section>
      <Section title={m.human_rights_assessment_history()} lead={m.human_rights_assessment_history_lead()} id="history">
        <ol className="grid gap-3">
          {versions.map((version) => (
            <li key={version.version} className="border-s border-line ps-4">
              <p>
                <bdi className="font-semibold">{version.assessedBy}</bdi> · <MomentText value={version.assessedAt} />
              </p>
              <p className="text-muted">
                {m.human_rights_assessment_history_line({
                  status: statusLabel(version.status),
                  scale: short(version.scale),
                  scope: short(version.scope),
                  lasting: short(version.irremediability),
                  likelihood: short(version.likelihood),
                })}
              </p>
            </li>
          ))}
        </ol>
      </Section>
    </div>
  );
}

const short = (grade: number | null) => (grade === null ? '?' : formatNumber(grade));

function Words({ text }: { text: string }) {
  return text ? (
    <span className="whitespace-pre-line">{text}</span>
  ) : (
    <span className="text-muted">{m.human_rights_assessment_nothing_said()}</span>
  );
}
