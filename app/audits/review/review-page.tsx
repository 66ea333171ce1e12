import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { auditRefusalLabel } from '~/audits/planning/labels';
import { ReportBlocks } from '~/audits/report/report-blocks';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { classNames } from '~/ui/class-names';
import type { FormFailure } from '~/ui/form-values';
import { formatNumber } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { ChangeTable } from './change-table';
import { CommentForm, CommentList, type ReviewReader } from './comment-list';
import { progressOf, type ReviewComment } from './comments';
import type { ReviewRead } from './read-review.server';
import { ReviewedFindings } from './reviewed-findings';
import { ReviewedSection } from './reviewed-section';

export type ShownReview = SerializeFrom<ReviewRead>;
export type ReviewPageProps = {
  review: ShownReview;
  part: string;
  reader: ReviewReader;
  /** Whether the reader approves the audit, or why not; null where that is not open to the reader, or not now. */
  approval: 'may' | 'same-person' | 'on-team' | null;
  failure: FormFailure | null;
  here: string;
};

/** The record as a second person reviews it, part by part, with the comments of the review. */
export function ReviewPage({ review, part, reader, approval, failure, here }: ReviewPageProps) {
  const { sections, section, comments, figures, findings } = review;
  const { all, done } = progressOf(comments);
  const open = comments.filter(({ state }) => state === 'open');
  const parts = [
    { key: '', label: m.audit_review_part_overview(), open: 0 },
    {
      ...{ key: 'findings', label: m.audit_review_part_findings(), note: formatNumber(findings.length) },
      open: open.filter(({ kind }) => kind === 'finding').length,
    },
    { key: 'samples', label: m.audit_review_part_samples(), open: 0 },
    { key: 'signatures', label: m.audit_review_part_signatures(), open: 0 },
  ];
  const link = ({ key, label, open: count, note }: { key: string; label: string; open: number; note?: string }) => (
    <li key={key}>
      <Link
        to={key === '' ? `${here}/review` : `${here}/review?part=${encodeURIComponent(key)}#part`}
        aria-current={key === part ? 'page' : undefined}
        className={classNames(
          'flex min-h-9 items-baseline justify-between gap-3 rounded px-2 py-1.5 no-underline hover:bg-sunken pointer-coarse:min-h-11 pointer-coarse:py-3',
          key === part ? 'bg-sunken font-semibold text-ink' : 'text-accent',
        )}
      >
        <span>{label}</span>
        <span className="shrink-0 text-xs font-normal text-muted">{count > 0 ? m.audit_review_open_count({ count }) : note}</span>
      </Link>
    </li>
  );
  return (
    <>
      <p className="mb-4 max-w-prose">{reader.mayComment ? m.audit_review_lead() : m.audit_review_lead_read()}</p>
      {approval === 'may' && (
        <p className="mb-4">
          <LinkButton to={`${here}/conclusion#approval`} variant="primary">
            {m.audit_review_decide()}
          </LinkButton>
        </p>
      )}
      {(approval === 'same-person' || approval === 'on-team') && <Notice tone="info">{auditRefusalLabel(approval)}</Notice>}
      {all > 0 && <p className="mb-4 font-semibold">{m.audit_review_progress({ done: formatNumber(done), all: formatNumber(all) })}</p>}
      <div className="grid grid-cols-1 gap-8 lg:grid-cols-[18rem_minmax(0,1fr)]">
        <nav aria-label={m.audit_review_sections()} className="lg:sticky lg:top-4 lg:max-h-[85vh] lg:self-start lg:overflow-y-auto">
          <ul className="grid gap-0.5">{parts.map(link)}</ul>
          {[...new Set(sections.map(({ instrument }) => instrument))].map((instrument) => (
            <details key={instrument} open={sections.some((each) => each.instrument === instrument && each.key === part) || undefined}>
              <summary className="mt-3 cursor-pointer px-2 text-sm font-semibold text-muted">{instrument}</summary>
              <ul className="mt-1 grid gap-0.5">
                {sections
                  .filter((each) => each.instrument === instrument)
                  .map(({ key, title, answered, asked, open: count }) =>
                    link({ key, label: title, open: count, note: `${formatNumber(answered)}/${formatNumber(asked)}` }),
                  )}
              </ul>
            </details>
          ))}
        </nav>
        <div id="part" className="min-w-0 scroll-mt-4">
          {part === '' && <Overview {...{ review, reader, failure, here }} />}
          {part === 'findings' && <ReviewedFindings {...{ review, reader, failure, here }} />}
          {section && <ReviewedSection {...{ section, comments, reader, failure }} />}
          {figures?.map(({ key, title, blocks }) => (
            <Section key={key} title={title || m.audit_review_part_signatures()}>
              <div className="grid grid-cols-1 gap-3">
                <ReportBlocks blocks={blocks} photoAt={(sha256) => `${here}/report-photos/${sha256}`} />
              </div>
            </Section>
          ))}
        </div>
      </div>
    </>
  );
}

/** All comments, and what changed since the audit was last returned. */
function Overview({ review, reader, failure, here }: Omit<ReviewPageProps, 'part' | 'approval'>) {
  const { comments, changes, labels, findings } = review;
  const labelOf = ({ kind, about }: SerializeFrom<ReviewComment>): string => {
    if (kind === 'record') return m.audit_review_on_record();
    if (kind === 'finding')
      return m.shell_named({ name: m.audit_review_part_findings(), text: findings.find(({ id }) => id === about)?.what ?? '–' });
    return `${about}  ${labels.find(([key]) => key === about)?.[1] ?? ''}`;
  };
  return (
    <>
      <Section title={m.audit_review_comments()}>
        {comments.length === 0 ? (
          <p className="text-muted">{m.audit_review_none()}</p>
        ) : (
          <CommentList {...{ comments, reader, failure, labelOf }} />
        )}
        {reader.mayComment && (
          <div className="mt-3">
            <CommentForm key={comments.length} kind="record" about={null} failure={failure} />
          </div>
        )}
      </Section>
      {changes && (
        <Section title={m.audit_review_changes()}>
          <ChangeTable {...{ changes, here }} />
        </Section>
      )}
    </>
  );
}
