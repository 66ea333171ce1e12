import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { responseStatusLabel } from '~/platform/terms/response-status-label';
import { gradeLabel } from '~/locales/method-labels';
import { requestStatusLabel } from '~/questionnaires/requests/labels';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { formatDate } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { DateText } from '~/ui/values';
import type { Reviews } from './read-reviews.server';

type Shown = SerializeFrom<Reviews>;
type Row = Shown['rows'][number];

/** The reviews of a recruiter, what the latest found, open findings, and what of it counts. */
export function ReviewSection({
  reviews,
  publicId,
  base,
  may,
}: {
  reviews: Shown;
  publicId: string;
  base: string;
  may: { open: boolean; ask: boolean };
}) {
  return (
    <Section title={m.recruiter_reviews_reviews()} lead={m.recruiter_reviews_reviews_lead()} id="reviews">
      <div className="mb-4 flex flex-wrap gap-2">
        {may.open && (
          <LinkButton to={`${base}/responses/new?recruiter=${publicId}`} icon="response">
            {m.recruiter_reviews_review_start()}
          </LinkButton>
        )}
        {may.ask && (
          <LinkButton to={`${base}/requests/new?recruiter=${publicId}`} icon="link">
            {m.recruiter_reviews_review_send()}
          </LinkButton>
        )}
      </div>
      <DataTable
        caption={m.recruiter_reviews_reviews()}
        rows={reviews.rows}
        rowKey={({ id }) => id}
        empty={<p className="text-muted">{m.recruiter_reviews_reviews_none()}</p>}
        isStacked
        columns={[
          {
            key: 'questionnaire',
            header: m.recruiter_reviews_review_questionnaire(),
            wraps: true,
            cell: ({ id, title }) => <Link to={`${base}/responses/${id}`}>{title}</Link>,
          },
          {
            key: 'by',
            header: m.recruiter_reviews_review_answered_by(),
            cell: ({ requestStatus }) => (requestStatus ? m.recruiter_reviews_review_by_recruiter() : m.recruiter_reviews_review_by_us()),
          },
          { key: 'status', header: m.responses_column_status(), cell: (row) => <Progress row={row} base={base} /> },
          { key: 'due', header: m.responses_column_due(), cell: ({ dueOn }) => (dueOn ? <DateText value={dueOn} /> : '–') },
          {
            key: 'submitted',
            header: m.responses_column_submitted(),
            cell: ({ submittedAt }) => (submittedAt ? <DateText value={submittedAt} /> : '–'),
          },
        ]}
      />
      {reviews.result && <Result result={reviews.result} base={base} />}
      <Findings findings={reviews.findings} base={base} />
      <p className="mt-4 max-w-prose text-muted">{m.recruiter_reviews_reviews_count()}</p>
    </Section>
  );
}

/** Of a review that was sent where the recruiter is, with the page of its link; of our own how many questions are answered. */
function Progress({ row: { id, status, requestStatus, answered, questions }, base }: { row: Row; base: string }) {
  return (
    <span className="grid">
      <span>{requestStatus ? requestStatusLabel(requestStatus) : responseStatusLabel(status)}</span>
      {requestStatus ? (
        <Link to={`${base}/requests/${id}`} className="text-xs">
          {m.recruiter_reviews_review_request()}
        </Link>
      ) : (
        status === 'open' && <span className="text-xs text-muted">{m.responses_section_progress({ answered, asked: questions })}</span>
      )}
    </span>
  );
}

function Result({ result, base }: { result: NonNullable<Shown['result']>; base: string }) {
  const here = `${base}/responses/${result.responseId}`;
  const title = m.recruiter_reviews_review_result({ date: formatDate(result.submittedAt) });
  if (!result.isRead)
    return (
      <div className="mt-6">
        <Notice tone="info">{m.recruiter_reviews_review_result_none()}</Notice>
      </div>
    );
  return (
    <div className="mt-6">
      <h3>{title}</h3>
      {result.isByRecruiter && <p className="text-muted">{m.recruiter_reviews_review_result_recruiter()}</p>}
      <DataTable
        caption={title}
        rows={result.sections}
        rowKey={({ key }) => key}
        isStacked
        columns={[
          {
            key: 'section',
            header: m.responses_column_section(),
            wraps: true,
            cell: ({ key, title: name }) => <Link to={`${here}/questions/${key}`}>{name}</Link>,
          },
          { key: 'met', header: m.recruiter_reviews_review_met(), align: 'end', cell: ({ met }) => met },
          { key: 'partly', header: m.recruiter_reviews_review_partly(), align: 'end', cell: ({ partly }) => partly },
          { key: 'not-met', header: m.recruiter_reviews_review_not_met(), align: 'end', cell: ({ notMet }) => notMet },
          { key: 'open', header: m.recruiter_reviews_review_open(), align: 'end', cell: ({ open }) => open },
        ]}
      />
      {result.notMet.length > 0 && (
        <details className="mt-3" open={result.notMet.length <= 10}>
          <summary className="text-accent underline">{m.recruiter_reviews_review_points()}</summary>
          <ul className="mt-2 grid list-disc gap-1 ps-5">
            {result.notMet.map(({ key, section, text }) => (
              <li key={key}>
                <Link to={`${here}/questions/${section}#${key}`}>{text}</Link> <span className="text-muted">{key}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Findings({ findings, base }: { findings: Shown['findings']; base: string }) {
  return (
    <div className="mt-6">
      <h3>{m.recruiter_reviews_review_findings()}</h3>
      {findings.length === 0 && <p className="text-muted">{m.recruiter_reviews_review_findings_none()}</p>}
      <ul className="grid gap-1">
        {findings.map(({ id, title, lang, grade, openedAt }) => (
          <li key={id}>
            <Link to={`${base}/findings/${id}`} lang={lang}>
              {title}
            </Link>{' '}
            <span className="text-muted">
              {gradeLabel(grade)} · {formatDate(openedAt)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
