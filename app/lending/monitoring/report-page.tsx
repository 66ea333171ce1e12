import type { SerializeFrom } from '@remix-run/node';
import { m } from '~/paraglide/messages';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { formatDate, formatMoment } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { Section } from '~/ui/page-header';
import { fieldOf } from '~/ui/form-values';
import { ActDialog, type Refused, failureOf } from '~/ui/act-dialog';
import type { ReportRead } from './list-reports.server';
import { reportStateLabel } from './monitoring-labels';
import { countText, ReportContentView } from './report-content-view';
import { reportedCountLabel, reportedStatementLabel } from './reported-labels';

const words = { count: reportedCountLabel, statement: reportedStatementLabel };

/** One report for the lender, with its verdicts and earlier versions. */
export function ReportPage({
  report,
  today,
  mayEdit,
  refused,
}: {
  report: SerializeFrom<ReportRead>;
  today: string;
  mayEdit: boolean;
  refused: Refused;
}) {
  const [newest, ...earlier] = report.versions;
  const { before } = report;
  const title = m.monitoring_report_of({ from: formatDate(report.from), to: formatDate(report.to) });
  const hidden = report.id !== null && newest ? { reportId: report.id, version: String(newest.version) } : null;
  return (
    <div className="grid grid-cols-1 gap-8">
      <Section
        title={title}
        id="report"
        actions={
          mayEdit &&
          report.state === 'sent' &&
          hidden && (
            <>
              <ActDialog intent="accepted" title={m.monitoring_report_accept()} refused={refused} variant="primary" hidden={hidden}>
                <FreeText
                  {...fieldOf(failureOf(refused, 'accepted'), 'comment')}
                  id="accepted-comment"
                  optional
                  label={m.monitoring_comment()}
                  rows={3}
                  maxLength={4000}
                />
              </ActDialog>
              <ActDialog intent="questioned" title={m.monitoring_report_question()} refused={refused} hidden={hidden}>
                <FreeText
                  {...fieldOf(failureOf(refused, 'questioned'), 'comment')}
                  id="questioned-comment"
                  label={m.monitoring_comment()}
                  hint={m.monitoring_question_hint()}
                  rows={4}
                  maxLength={4000}
                />
              </ActDialog>
            </>
          )
        }
      >
        <p className="my-2">
          {report.state === null ? (
            report.dueOn < today ? (
              <span className="font-semibold text-warning">
                <Icon name="clock" /> {m.monitoring_report_missing()}
              </span>
            ) : (
              m.monitoring_report_awaited()
            )
          ) : (
            <strong>{reportStateLabel(report.state)}</strong>
          )}{' '}
          <span className="text-muted">{m.monitoring_due_day({ date: formatDate(report.dueOn) })}</span>
        </p>
        {newest && (
          <>
            <p className="text-muted">{m.monitoring_version({ version: newest.version, date: formatMoment(newest.sentAt) })}</p>
            <ReportContentView
              content={newest.content}
              words={words}
              noteOf={before ? (name) => m.monitoring_before({ text: countText(before.content.counts[name]) }) : undefined}
            />
          </>
        )}
      </Section>
      {report.verdicts.length > 0 && (
        <Section title={m.monitoring_verdicts_title()} id="verdicts">
          <ul className="grid gap-3">
            {report.verdicts.map(({ id, version, verdict, comment, by, at }) => (
              <li key={id}>
                <strong>{reportStateLabel(verdict)}</strong> {m.monitoring_version_short({ version })}
                {comment && <span className="block max-w-prose whitespace-pre-line">{comment}</span>}
                <span className="block text-xs text-muted">
                  <bdi>{by}</bdi> · {formatMoment(at)}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {earlier.length > 0 && (
        <Section title={m.monitoring_versions_title()} id="versions">
          {earlier.map(({ version, sentAt, content }) => (
            <details key={version} className="border-b border-line py-2">
              <summary className="cursor-pointer">{m.monitoring_version({ version, date: formatMoment(sentAt) })}</summary>
              <ReportContentView content={content} words={words} />
            </details>
          ))}
        </Section>
      )}
    </div>
  );
}
