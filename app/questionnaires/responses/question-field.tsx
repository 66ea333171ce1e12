import { useFetcher } from '@remix-run/react';
import { type FocusEvent, type FormEvent, type ReactNode, useId } from 'react';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { FactFields } from './fact-fields';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { Field } from '~/ui/field';
import { Notice } from '~/ui/notice';
import { RadioGroup } from '~/ui/select';
import { AskedOtherwise } from './asked-otherwise';
import { GatheredField } from './gathered-field';
import { HintText } from './hint-text';
import { QuestionMarks } from './question-marks';
import type { QuestionView } from './section-view.server';

export type AnswerReply = { question: string; savedAt: string | null; refusal: string | null };

/**
 * One question. Each choice is saved at once where there is a script; without one, the form around it saves the whole section.
 * `mayAnswer` false shows the answer only.
 */
export function QuestionField({
  question,
  mayAnswer,
  error,
  children,
}: {
  question: QuestionView;
  mayAnswer: boolean;
  error?: string | undefined;
  children?: ReactNode;
}) {
  const fetcher = useFetcher<AnswerReply>();
  const headingId = useId();
  const Heading = question.point ? 'h3' : 'h2';
  const save = (form: HTMLFormElement | null) => {
    if (!form) return;
    const data = new FormData(form);
    const sent = new FormData();
    sent.set('intent', 'answer');
    sent.set('question', question.key);
    for (const [name, value] of data) if (name.startsWith(`${question.key}:`)) sent.set(name, value);
    fetcher.submit(sent, { method: 'post' });
  };
  const saveChoice = ({ target }: FormEvent) => {
    if (target instanceof HTMLInputElement && target.type === 'radio') save(target.form);
  };
  const saveText = ({ target }: FocusEvent) => {
    const isText = target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && ['text', 'date'].includes(target.type));
    if (isText && target.value !== target.defaultValue) save(target.form);
  };
  const reply = fetcher.data?.question === question.key ? fetcher.data : null;
  return (
    <section aria-labelledby={headingId} id={question.key} className="grid max-w-3xl gap-3 border-t border-line py-6">
      <div className="flex items-baseline justify-between gap-4">
        <Heading id={headingId} className="text-base font-semibold">
          {question.text}
        </Heading>
        <span className="shrink-0 text-xs text-muted">{question.key}</span>
      </div>
      {question.hint && <HintText hint={question.hint} />}
      <QuestionMarks marks={question.marks} />
      {question.contradictions.map((text) => (
        <Notice key={text} tone="warning" title={m.responses_contradictions()}>
          {text}
        </Notice>
      ))}
      <fieldset onChange={saveChoice} onBlur={saveText} className="grid gap-3">
        <legend className="sr-only">{question.text}</legend>
        <input type="hidden" name={`${question.key}:shown`} value={question.shown} />
        <AnswerControl question={question} mayAnswer={mayAnswer} error={reply?.refusal ?? error} />
        <details open={question.note !== ''} className="max-w-prose">
          <summary className="cursor-pointer text-muted">{m.responses_note()}</summary>
          <FreeText
            name={`${question.key}:note`}
            label={<span className="sr-only">{m.responses_note()}</span>}
            hint={m.responses_note_hint()}
            optional
            rows={2}
            defaultValue={question.note}
            disabled={!mayAnswer}
            maxLength={2000}
            className="max-w-prose"
          />
        </details>
      </fieldset>
      <p aria-live="polite" className="min-h-5 text-xs text-muted">
        <SaveState isSaving={fetcher.state !== 'idle'} refusal={reply?.refusal ?? null} savedAt={reply?.savedAt ?? question.answeredAt} />
      </p>
      <AskedOtherwise asked={question.asked} />
      <details className="max-w-prose text-muted">
        <summary className="cursor-pointer">{m.responses_why()}</summary>
        <p className="mt-1">{question.why}</p>
        <p className="mt-2">
          <strong className="font-semibold">{m.shell_label({ label: m.responses_evidence_hint() })}</strong> {question.evidenceHint}
        </p>
      </details>
      {children}
    </section>
  );
}

/** The choices or boxes of one question. */
export function AnswerControl({ question, mayAnswer, error }: { question: QuestionView; mayAnswer: boolean; error?: string | undefined }) {
  const name = `${question.key}:value`;
  if (question.type === 'FACT') return <FactFields question={question} mayAnswer={mayAnswer} error={error} />;
  if (question.marks.isOptional && question.type !== 'CHOICE')
    return <GatheredField question={question} name={name} mayAnswer={mayAnswer} error={error} />;
  const isNumber = question.value !== null && !question.choices.some((choice) => choice.value === question.value);
  return (
    <>
      {question.type === 'PCT' && (
        <Field
          name={`${question.key}:percent`}
          label={m.responses_percent()}
          inputMode="decimal"
          defaultValue={isNumber ? (question.value ?? '') : ''}
          disabled={!mayAnswer}
          error={error}
          optional
          className="max-w-40"
        />
      )}
      <RadioGroup
        name={name}
        label={<span className="sr-only">{question.text}</span>}
        options={question.choices}
        defaultValue={question.value ?? undefined}
        layout={question.type === 'G4' || question.type === 'CHOICE' ? 'column' : 'row'}
        disabled={!mayAnswer}
        {...(question.type === 'PCT' || !error ? {} : { error })}
      />
    </>
  );
}

function SaveState({ isSaving, refusal, savedAt }: { isSaving: boolean; refusal: string | null; savedAt: string | null }) {
  if (isSaving) return <>{m.responses_saving()}</>;
  if (refusal) return <span className="text-danger">{refusal}</span>;
  if (!savedAt) return null;
  return (
    <time dateTime={savedAt}>
      {m.responses_saved_at({
        time: new Intl.DateTimeFormat(getLocale(), { hour: '2-digit', minute: '2-digit', timeZone: 'UTC', timeZoneName: 'short' }).format(
          new Date(savedAt),
        ),
      })}
    </time>
  );
}
