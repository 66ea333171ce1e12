import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { AnswerControl } from '~/questionnaires/responses/question-field';
import { HintText } from '~/questionnaires/responses/hint-text';
import type { QuestionView } from '~/questionnaires/responses/section-view.server';
import { EarlierBox } from '~/questionnaires/previous-answers/earlier-box';
import type { EarlierShown } from '~/questionnaires/previous-answers/read-earlier.server';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { Notice } from '~/ui/notice';
import { Button } from '~/ui/button';
import { CarriedLine } from '~/questionnaires/responses/carried-line';
import type { CarriedShown } from '~/questionnaires/responses/read-carried-depths.server';
import { isLongList } from '~/questionnaires/responses/ticks-field';
import { LawLines } from '~/questionnaires/responses/law-lines';
import { pictureOf } from '~/questionnaires/pictures/pictures';
import { QuestionAids } from '~/questionnaires/pictures/reading-aids';
import { quoted, savedText } from './answer-labels';

/** What is shown with the answer of one question: an earlier one, where the present one came from, and the requester's comment on it. */
export type AnswerParts = {
  question: QuestionView;
  earlier?: EarlierShown | undefined;
  carried?: CarriedShown | undefined;
  comment?: string | undefined;
  asker?: string;
};

/**
 * One question for the respondent. Rendered once, on the server: parts that change later are separate elements, marked `data-…`, whose whole text the page's
 * script sets (answer-script.ts), so that a page translated by the browser keeps working.
 */
export function AnswerQuestion({
  question,
  mayAnswer,
  error,
  files,
  earlier,
  carried,
  comment,
  asker = '',
}: AnswerParts & {
  mayAnswer: boolean;
  error: string | undefined;
  /** The page of its photos and documents, and how many there are. */
  files: { to: string; count: number };
}) {
  const headingId = `heading-${question.key}`;
  return (
    <>
      <NotAsked question={question} mayAnswer={mayAnswer} />
      <section
        aria-labelledby={headingId}
        id={question.key}
        data-question={question.key}
        hidden={!question.isAsked}
        className="grid gap-1 border-t border-line py-2"
      >
        <h2 id={headingId} className="text-base leading-snug font-semibold">
          {question.text}
        </h2>
        <div className="flow-root">
          <QuestionAids picture={pictureOf({ key: question.key, point: question.point?.key ?? null })} />
          {question.hint && (
            <div data-read="" className={isLongList(question) ? 'text-sm leading-snug' : undefined}>
              <HintText hint={question.hint} />
            </div>
          )}
        </div>
        <BeforeAnswer {...{ question, comment, earlier, carried, asker }} />
        <fieldset className="grid min-w-0 gap-1">
          <legend className="sr-only">{question.text}</legend>
          <AnswerControl question={question} mayAnswer={mayAnswer} error={error} />
          <OtherAnswer question={question.key} />
        </fieldset>
        <div className="flex flex-wrap items-start gap-x-5">
          <details open={question.note !== ''} className="open:basis-full">
            <summary className="min-h-11 cursor-pointer py-2 text-muted">{m.responses_note()}</summary>
            <FreeText
              name={`${question.key}:note`}
              label={<span className="sr-only">{m.responses_note()}</span>}
              hint={m.responses_note_hint()}
              optional
              rows={2}
              defaultValue={question.note}
              disabled={!mayAnswer}
              maxLength={2000}
            />
          </details>
          <Link to={files.to} className="inline-block min-h-11 py-2">
            {m.files_link({ count: files.count })}
          </Link>
          <details className="text-muted open:basis-full">
            <summary className="min-h-11 cursor-pointer py-2">{m.responses_why()}</summary>
            <p className="mt-1">{question.why}</p>
            <p className="mt-2">
              <strong className="font-semibold">{m.shell_label({ label: m.responses_evidence_hint() })}</strong>{' '}
              <span>{question.evidenceHint}</span>
            </p>
            <LawLines law={question.law} />
            <p className="mt-2 text-xs">{question.key}</p>
          </details>
          {/* Its place is kept, so that nothing moves when an answer is saved. */}
          <SavedAt question={question} isCarried={carried !== undefined} className="min-h-11 min-w-28 py-2 text-muted" />
        </div>
      </section>
    </>
  );
}

/** What comes before the answer: the fields of the form that are not seen, and what was said of it before. */
export function BeforeAnswer({ question, earlier, carried, comment, asker = '' }: AnswerParts) {
  return (
    <>
      <input type="hidden" name={`${question.key}:shown`} value={question.shown} />
      <input type="hidden" name={`${question.key}:seen`} value={question.answeredAt ?? undefined} />
      {comment && (
        <Notice tone="warning" title={m.answer_review_asks({ asker })}>
          {comment}
        </Notice>
      )}
      {earlier && <EarlierBox question={question.key} text={question.text} earlier={earlier} asker={asker} />}
      <CarriedLine carried={carried} />
    </>
  );
}

/** When the answer was saved. An answer from another questionnaire says its own day instead. */
export function SavedAt({ question, isCarried, className }: { question: QuestionView; isCarried: boolean; className: string }) {
  const savedAt = isCarried ? null : question.answeredAt;
  return (
    <p role="status" data-state={question.key} data-saved-at={savedAt ?? undefined} className={className}>
      {savedAt ? savedText(savedAt) : ''}
    </p>
  );
}

/** The choice where someone else changed the answer meanwhile. */
export function OtherAnswer({ question }: { question: string }) {
  return (
    <div data-other={question} hidden className="grid gap-2 rounded border-s-4 border-warning bg-warning-soft p-3">
      <p data-other-text={question} />
      <div className="flex flex-wrap gap-2">
        <Button type="button" data-take="theirs">
          {m.respondent_take_theirs()}
        </Button>
        <Button type="button" data-take="mine">
          {m.respondent_take_mine()}
        </Button>
      </div>
    </div>
  );
}

/** Replaces a question that is not asked: the answer or fact that rules it out, and for a fact the way to have it asked. */
export function NotAsked({ question, mayAnswer }: { question: QuestionView; mayAnswer: boolean }) {
  const otherwise =
    question.dependsOn === null
      ? ''
      : m.respondent_not_asked({ question: quoted(question.text), because: quoted(question.dependsOnText ?? question.dependsOn) });
  return (
    <div
      id={`unasked-${question.key}`}
      data-unasked={question.key}
      data-otherwise={otherwise}
      hidden={question.isAsked}
      className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line py-3 text-muted"
    >
      <p className="min-w-0">
        {question.dependsOn === null && <span className="block">{question.text}</span>}
        <span data-because="" className="block">
          {question.skipText === null ? otherwise : m.scope_not_asked({ reason: question.skipText })}
        </span>
      </p>
      {mayAnswer && (
        <Button
          type="submit"
          name="open"
          value={question.key}
          hidden={question.skipText === null}
          aria-label={m.scope_applies_of({ question: question.text })}
        >
          {m.scope_applies()}
        </Button>
      )}
    </div>
  );
}
