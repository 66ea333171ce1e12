import { methodLabel } from '~/audits/entries/verification-labels';
import { capital } from '~/documents/pdf/labels';
import { extentLabel, gradeLabel } from '~/findings/findings/labels';
import { m } from '~/paraglide/messages';
import { formatList } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { Section } from '~/ui/page-header';
import { NumberText } from '~/ui/values';
import { CommentForm, CommentList } from './comment-list';
import type { ReviewPageProps } from './review-page';

/** The findings with their evidence and photographs, and the comments on each. */
export function ReviewedFindings({ review, reader, failure, here }: Omit<ReviewPageProps, 'part' | 'approval'>) {
  const { findings, comments } = review;
  return (
    <Section title={m.audit_review_part_findings()}>
      {findings.length === 0 && <p className="text-muted">{m.audit_review_no_findings()}</p>}
      <div className="grid gap-4">
        {findings.map(({ id, question, point, grade, what, evidence, rootCause, extent, affected, methods, photos }) => (
          <article key={id} id={id} data-reviewed={id} className="grid gap-3 rounded border border-line bg-surface p-4">
            <div className="flex items-baseline justify-between gap-4">
              <h4 className="max-w-prose text-base font-semibold whitespace-pre-line">
                <bdi>{what}</bdi>
              </h4>
              <span className="shrink-0 text-xs text-muted">{question ?? point}</span>
            </div>
            <KeyValueList
              pairs={[
                { key: 'grade', label: m.recorder_grade(), value: capital(gradeLabel(grade)) },
                { key: 'people', label: m.findings_people(), value: <NumberText value={affected} /> },
                { key: 'extent', label: m.recorder_extent(), value: capital(extentLabel(extent)) },
                ...(evidence ? [{ key: 'evidence', label: m.recorder_evidence(), value: <bdi>{evidence}</bdi> }] : []),
                ...(methods.length > 0
                  ? [{ key: 'methods', label: m.audit_review_verified_by(), value: formatList(methods.map(methodLabel)) }]
                  : []),
                ...(rootCause ? [{ key: 'cause', label: m.findings_root_cause(), value: <bdi>{rootCause}</bdi> }] : []),
              ]}
            />
            {photos.length > 0 && (
              <ul className="flex flex-wrap gap-3">
                {photos.map(({ sha256, caption }) => (
                  <li key={sha256} className="grid max-w-60 gap-1">
                    <a href={`${here}/report-photos/${sha256}`}>
                      <img
                        src={`${here}/report-photos/${sha256}`}
                        alt={m.audit_review_photo_of({ caption })}
                        loading="lazy"
                        className="h-40 w-full rounded border border-line object-cover"
                      />
                    </a>
                    <span className="text-sm text-muted">
                      <bdi>{caption}</bdi>
                    </span>
                  </li>
                ))}
              </ul>
            )}
            <CommentList comments={comments.filter(({ kind, about }) => kind === 'finding' && about === id)} {...{ reader, failure }} />
            {reader.mayComment && <CommentForm key={comments.length} kind="finding" about={id} failure={failure} />}
          </article>
        ))}
      </div>
    </Section>
  );
}
