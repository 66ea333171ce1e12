import type { ReactNode } from 'react';
import { announcementLabel, auditTypeLabel } from '~/audits/planning/labels';
import { replyKindLabel } from '~/findings/right-of-reply/labels';
import { m } from '~/paraglide/messages';
import { formatCountry, formatDate } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import type { PublicReply, PublicResult } from './schema';
import type { ResultIssue, ResultWithPoints } from './add-compliance-points.server';

/** The audit of a result: by whom, where, when, and its type. */
export function ResultHead({
  of,
  publishedAt,
}: {
  of: Pick<PublicResult, 'audit' | 'site' | 'organization'>;
  publishedAt: Date | string | null;
}) {
  const { audit, site, organization } = of;
  const place = site && [site.name, site.country && formatCountry(site.country)].filter(Boolean).join(', ');
  return (
    <KeyValueList
      pairs={[
        { key: 'by', label: m.published_results_by(), value: organization.name },
        ...(place ? [{ key: 'site', label: m.published_results_site(), value: place }] : []),
        { key: 'days', label: m.published_results_visit(), value: `${formatDate(audit.startsOn)} – ${formatDate(audit.endsOn)}` },
        {
          key: 'type',
          label: m.published_results_sort(),
          value: `${auditTypeLabel(audit.type)}, ${announcementLabel(audit.announcement)}`,
        },
        { key: 'approved', label: m.published_results_approved(), value: formatDate(audit.approvedOn) },
        ...(publishedAt ? [{ key: 'at', label: m.published_results_on(), value: formatDate(publishedAt) }] : []),
      ]}
    />
  );
}

/** The issues of a published result, each with the site's reply. `beside` renders what a form adds to a reply, by its place. */
export function ResultIssues({ result, beside }: { result: ResultWithPoints; beside?: (issue: ResultIssue, place: number) => ReactNode }) {
  const { issues, asked, notAssessed } = result;
  return (
    <>
      <p className="my-3 max-w-prose">
        {m.published_results_asked({ asked, issues: issues.length })}{' '}
        {notAssessed > 0 && m.published_results_not_assessed({ count: notAssessed })}
      </p>
      {issues.length > 0 && (
        <ul className="grid gap-4">
          {issues.map((issue) => (
            <li key={issue.question} className="grid gap-2 border-t border-line pt-3">
              <div>
                {issue.point && <p className="text-muted">{issue.point}</p>}
                <p className="font-semibold">{issue.text}</p>
                <p>
                  {m.published_results_not_in_order()} {issue.isLegalContext && m.published_results_legal_context()}{' '}
                  {issue.settledOn ? m.published_results_settled({ date: formatDate(issue.settledOn) }) : m.published_results_not_settled()}
                </p>
              </div>
              {issue.replies.map((reply, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: replies are frozen in their order
                <div key={place} className="grid gap-1">
                  <Reply reply={reply} />
                  {beside?.(issue, place)}
                </div>
              ))}
              {issue.replies.length === 0 && <p className="text-muted">{noReply(issue)}</p>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const noReply = ({ answerBy }: ResultIssue) =>
  answerBy ? m.published_results_no_reply_by({ date: formatDate(answerBy) }) : m.published_results_no_reply();

function Reply({ reply: { on, kind, text } }: { reply: PublicReply }) {
  return (
    <blockquote className="max-w-prose border-s-4 border-edge ps-3">
      <p className="font-semibold">{m.published_results_site_says({ kind: replyKindLabel(kind), date: formatDate(on) })}</p>
      {text === null ? (
        <p className="text-muted">{m.published_results_words_held()}</p>
      ) : (
        text && <p className="whitespace-pre-line">{text}</p>
      )}
    </blockquote>
  );
}
