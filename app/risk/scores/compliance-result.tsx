import type { SerializeFrom } from '@remix-run/node';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { formatPercent } from '~/ui/format';
import { Section } from '~/ui/page-header';
import { QuestionLinks } from '~/questionnaires/responses/question-links';
import type { ResponseResult } from './read-result.server';

type Result = Extract<SerializeFrom<ResponseResult>, { kind: 'compliance' }>;

/** What the answers to a compliance questionnaire found (R12): by cluster, then point by point with the questions behind it. */
export function ComplianceResult({ result, here }: { result: Result; here: string }) {
  const { overall, clusters } = result;
  return (
    <Section title={m.compliance_title()} lead={m.compliance_lead()} id="result">
      <p className="my-3 max-w-prose">
        {overall.rate === null
          ? m.compliance_nothing_assessed()
          : m.compliance_overall({
              bad: overall.nonCompliant,
              assessed: overall.assessed,
              points: result.points,
              rate: formatPercent(overall.rate),
            })}
      </p>
      {result.notStated.length > 0 && (
        <p className="my-3 max-w-prose text-muted">{m.compliance_not_stated_note({ points: result.notStated.join(', ') })}</p>
      )}
      <DataTable
        caption={m.compliance_by_cluster()}
        isCaptionShown
        rows={clusters}
        rowKey={(cluster) => cluster.key}
        columns={[
          {
            key: 'cluster',
            header: m.compliance_cluster(),
            wraps: true,
            cell: (cluster) => (
              <a href={`#${cluster.key}`} className="text-accent underline">
                {cluster.title}
              </a>
            ),
          },
          {
            key: 'bad',
            header: m.compliance_not_compliant(),
            align: 'end',
            cell: (cluster) => m.compliance_of({ part: cluster.nonCompliant, whole: cluster.assessed }),
          },
          {
            key: 'rate',
            header: m.compliance_rate(),
            align: 'end',
            cell: (cluster) => (cluster.rate === null ? '—' : formatPercent(cluster.rate)),
          },
          { key: 'not', header: m.compliance_not_assessed(), align: 'end', cell: (cluster) => cluster.notAssessed },
        ]}
      />
      {clusters.map((cluster) => (
        <div key={cluster.key} id={cluster.key} className="mt-6 scroll-mt-16">
          <DataTable
            caption={cluster.title}
            isCaptionShown
            rows={cluster.points}
            rowKey={(point) => point.code}
            columns={[
              { key: 'point', header: m.compliance_point(), wraps: true, cell: (point) => `${point.code} · ${point.title}` },
              { key: 'state', header: m.compliance_state(), cell: (point) => <PointState point={point} /> },
              {
                key: 'questions',
                header: m.compliance_questions_assessed(),
                align: 'end',
                isWideOnly: true,
                cell: (point) => (point.isNotStated ? '—' : m.compliance_of({ part: point.assessed, whole: point.asked })),
              },
              {
                key: 'because',
                header: m.compliance_because(),
                wraps: true,
                cell: (point) => (point.because.length > 0 ? <QuestionLinks questions={point.because} here={here} /> : '—'),
              },
            ]}
          />
        </div>
      ))}
    </Section>
  );
}

function PointState({ point: { nonCompliant, isNotStated } }: { point: { nonCompliant: boolean | null; isNotStated: boolean } }) {
  if (isNotStated) return <span className="text-muted">{m.compliance_not_stated()}</span>;
  if (nonCompliant === null) return <span className="text-muted">{m.compliance_state_not_assessed()}</span>;
  return nonCompliant ? (
    <strong className="font-semibold text-danger">{m.compliance_state_not_compliant()}</strong>
  ) : (
    <span>{m.compliance_state_compliant()}</span>
  );
}
