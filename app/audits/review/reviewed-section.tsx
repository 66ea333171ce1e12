import type { SerializeFrom } from '@remix-run/node';
import { agreementLabel, methodLabel } from '~/audits/entries/verification-labels';
import { m } from '~/paraglide/messages';
import type { FormFailure } from '~/ui/form-values';
import { formatList } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { Section } from '~/ui/page-header';
import { CommentForm, CommentList, type ReviewReader } from './comment-list';
import type { ReviewComment } from './comments';
import type { ShownReview } from './review-page';

/** The questions of one section as they were answered: how each was verified, the note, and the comments on it. */
export function ReviewedSection({
  section,
  comments,
  reader,
  failure,
}: {
  section: NonNullable<ShownReview['section']>;
  comments: readonly SerializeFrom<ReviewComment>[];
  reader: ReviewReader;
  failure: FormFailure | null;
}) {
  return (
    <Section title={section.title}>
      {section.hasOthers && <p className="mb-3 text-muted">{m.audit_review_not_shown()}</p>}
      <div className="grid gap-4">
        {section.questions.map(({ key, text, answer, methods, agreement, note }) => (
          <article key={key} id={key} data-reviewed={key} className="grid gap-2 rounded border border-line bg-surface p-4">
            <div className="flex items-baseline justify-between gap-4">
              <h4 className="max-w-prose text-base font-semibold">{text}</h4>
              <span className="shrink-0 text-xs text-muted">{key}</span>
            </div>
            <KeyValueList
              pairs={[
                {
                  key: 'answer',
                  label: m.audit_review_answer(),
                  value: answer ?? <span className="text-muted">{m.audit_review_no_answer()}</span>,
                },
                ...(methods.length > 0
                  ? [{ key: 'methods', label: m.audit_review_verified_by(), value: formatList(methods.map(methodLabel)) }]
                  : []),
                ...(agreement ? [{ key: 'agreement', label: m.audit_review_sources_agree(), value: agreementLabel(agreement) }] : []),
                ...(note ? [{ key: 'note', label: m.audit_review_note(), value: <bdi className="whitespace-pre-line">{note}</bdi> }] : []),
              ]}
            />
            <CommentList comments={comments.filter(({ kind, about }) => kind === 'question' && about === key)} {...{ reader, failure }} />
            {reader.mayComment && <CommentForm key={comments.length} kind="question" about={key} failure={failure} />}
          </article>
        ))}
      </div>
    </Section>
  );
}
