import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { evidenceGradeLabel } from '~/platform/terms/evidence-grade-label';
import { validityLine } from '~/questionnaires/evidence/labels';
import { doubtLabel } from '~/questionnaires/answer-doubts/labels';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { Form } from '~/ui/form';
import { formatDate, formatNumber } from '~/ui/format';
import { Select } from '~/ui/select';
import { DateText } from '~/ui/values';
import { FactTable } from './fact-table';
import { pointsText } from './labels';
import type { DeskRow as Row } from './read-desk.server';
import { type AnswerPoints, deskGrades } from './schema';

type Shown = { row: SerializeFrom<Row>; here: string; base: string; mayReview: boolean; points: AnswerPoints | null };

/** One answer at the desk. Works without script: each act is a form of its own; the fields behind "Question it" and "Correct the grade" unfold. */
export function DeskRow({ row, here, base, mayReview, points }: Shown) {
  const headingId = `desk-${row.key}`;
  return (
    <li id={row.key} data-answer tabIndex={-1} aria-labelledby={headingId} className="grid gap-2 border-t border-line py-4">
      <p className="text-sm text-muted">
        <Link to={`${here}/questions/${row.section}#${row.key}`}>{row.key}</Link>
      </p>
      <h3 id={headingId} className="text-base font-semibold">
        {row.text}
      </h3>
      <p>
        {row.answer !== '' && <strong className="font-semibold">{row.answer}</strong>}{' '}
        <span className="text-muted">
          <DateText value={row.answeredAt} /> · {evidenceGradeLabel(row.grade)}
          {points && row.earns && <> · {pointsText(points.answers[row.key])}</>}
        </span>
      </p>
      {row.facts.length > 0 && <FactTable facts={row.facts} base={base} points={points} />}
      {row.evidence.length > 0 && (
        <ul className="flex max-w-prose flex-wrap gap-x-4 gap-y-1">
          {row.evidence.map((file) => (
            <li key={file.id} className="min-w-0">
              <Link to={`${here}/files/${row.key}/${file.id.split('.')[0]}`} className="break-all">
                {file.fileName}
              </Link>
              {file.isExpired && <span className="text-danger"> {validityLine(file, false)}</span>}
            </li>
          ))}
        </ul>
      )}
      {row.note && <p className="max-w-prose text-muted">{row.note}</p>}
      <Marks row={row} />
      <ReviewStatus row={row} />
      {mayReview && <Acts row={row} />}
    </li>
  );
}

function Marks({ row }: Pick<Shown, 'row'>) {
  const marks = [
    ...(row.isWeak ? [m.answer_review_harm()] : []),
    ...row.contradictions.map((text) => m.answer_review_contradiction({ text })),
    ...row.doubts.map((kind) => m.answer_doubts_mark({ doubt: doubtLabel(kind) })),
    ...(row.resent
      ? [
          row.resent.answer === null
            ? m.answer_review_resent_new({ date: formatDate(row.resent.at) })
            : m.answer_review_resent({ answer: row.resent.answer, date: formatDate(row.resent.at) }),
        ]
      : []),
    ...(row.before ? [m.answer_review_changed({ answer: row.before.answer, date: formatDate(row.before.at) })] : []),
    ...(row.outlier
      ? [m.answer_review_outlier({ others: formatNumber(row.outlier.others), of: formatNumber(row.outlier.of), usual: row.outlier.usual })]
      : []),
  ];
  if (marks.length === 0) return null;
  return (
    <ul className="grid max-w-prose list-disc gap-1 ps-5 text-warning">
      {marks.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

/** What was made of the answer: by whom, and what a corrected grade did to the score. */
function ReviewStatus({ row: { review } }: Pick<Shown, 'row'>) {
  if (!review) return null;
  const who = review.by ?? m.shell_unknown();
  const moved =
    review.scoreBefore === null || review.scoreAfter === null
      ? null
      : m.answer_review_score_moved({
          before: formatNumber(review.scoreBefore, { digits: 1 }),
          after: formatNumber(review.scoreAfter, { digits: 1 }),
          by: formatNumber(Math.round((review.scoreAfter - review.scoreBefore) * 10) / 10, { digits: 1 }),
        });
  return (
    <div className="grid max-w-prose gap-1">
      {review.outcome === 'accepted' && <p>{m.answer_review_accepted_by({ who, date: formatDate(review.reviewedAt) })}</p>}
      {review.outcome === 'questioned' && (
        <p>
          {m.answer_review_questioned_by({ who, date: formatDate(review.reviewedAt) })} {review.comment}
        </p>
      )}
      {review.grade && review.gradeBefore && (
        <p>
          {m.answer_review_graded({ before: gradeText(review.gradeBefore), after: gradeText(review.grade), reason: review.reason })} {moved}
        </p>
      )}
    </div>
  );
}

function gradeText(grade: string): string {
  const known = deskGrades.find((each) => each === grade);
  return known ? evidenceGradeLabel(known) : grade;
}

function Acts({ row }: Pick<Shown, 'row'>) {
  const key = <input type="hidden" name="question" value={row.key} />;
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
      <Form method="post" preventScrollReset className="flex flex-wrap gap-2">
        {key}
        {row.review?.outcome ? (
          <Button size="sm" name="intent" value="clear" aria-label={m.answer_review_clear_of({ question: row.key })}>
            {m.answer_review_clear()}
          </Button>
        ) : (
          <Button size="sm" name="intent" value="accept" aria-label={m.answer_review_accept_of({ question: row.key })}>
            {m.answer_review_accept()}
          </Button>
        )}
      </Form>
      <details data-of="question">
        <summary className="cursor-pointer py-1 text-sm">{m.answer_review_question()}</summary>
        <Form method="post" preventScrollReset className="grid max-w-prose gap-2 py-2">
          {key}
          <FreeText
            name="comment"
            id={`comment-${row.key}`}
            label={m.answer_review_comment()}
            hint={m.answer_review_comment_hint()}
            required
            rows={2}
            maxLength={1000}
            defaultValue={row.review?.comment ?? ''}
          />
          <div>
            <Button size="sm" name="intent" value="question">
              {m.answer_review_question_it()}
            </Button>
          </div>
        </Form>
      </details>
      <details>
        <summary className="cursor-pointer py-1 text-sm">{m.answer_review_grade()}</summary>
        <Form method="post" preventScrollReset className="grid max-w-prose gap-2 py-2">
          {key}
          <Select
            name="grade"
            id={`grade-${row.key}`}
            label={m.answer_review_grade_label()}
            defaultValue={row.grade}
            options={deskGrades.map((grade) => ({ value: grade, label: evidenceGradeLabel(grade) }))}
          />
          <FreeText name="reason" id={`reason-${row.key}`} label={m.answer_review_reason()} required rows={2} maxLength={1000} />
          <div>
            <Button size="sm" name="intent" value="grade">
              {m.answer_review_grade_it()}
            </Button>
          </div>
        </Form>
      </details>
    </div>
  );
}
