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
import { besideAnswers, untickOthers } from './tick-boxes';
import { TicksField } from './ticks-field';
import { HintText } from './hint-text';
import { LawLines } from './law-lines';
import { QuestionMarks } from './question-marks';
import { RowChoices } from './row-choices';
import type { QuestionView } from './section-view.server';

/** `mayAnswer` false shows the answer only. `children`: what follows the answer. */
type QuestionProps = { question: QuestionView; mayAnswer: boolean; error?: string | undefined; children?: ReactNode };

export type AnswerReply = { question: string; savedAt: string | null; refusal: string | null };

/** One question. Each choice is saved at once where there is a script; without one, the form around it saves the whole section. */
export function QuestionField({ question, mayAnswer, error, children }: QuestionProps) {
  const headingId = useId();
  const Heading = question.point ? 'h3' : 'h2';
  const { onChange, onBlur, isSaving, reply } = useSaving(question.key);
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
      <fieldset onChange={onChange} onBlur={onBlur} className="grid gap-3">
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
        <SaveState isSaving={isSaving} refusal={reply?.refusal ?? null} savedAt={reply?.savedAt ?? question.answeredAt} />
      </p>
      <AskedOtherwise asked={question.asked} />
      <details className="max-w-prose text-muted">
        <summary className="cursor-pointer">{m.responses_why()}</summary>
        <p className="mt-1">{question.why}</p>
        <p className="mt-2">
          <strong className="font-semibold">{m.shell_label({ label: m.responses_evidence_hint() })}</strong> {question.evidenceHint}
        </p>
        <LawLines law={question.law} />
      </details>
      {children}
    </section>
  );
}

/** One question as a row of a table (`RowTable`). */
export function QuestionRow({ question, mayAnswer, error, children }: QuestionProps) {
  const { onChange, isSaving, reply } = useSaving(question.key);
  return (
    <div id={question.key} onChange={onChange} className="border-b border-line">
      <input type="hidden" name={`${question.key}:shown`} value={question.shown} />
      <RowChoices question={question} mayAnswer={mayAnswer} error={reply?.refusal ?? error} />
      {question.contradictions.map((text) => (
        <Notice key={text} tone="warning" title={m.responses_contradictions()}>
          {text}
        </Notice>
      ))}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-muted">
        <p aria-live="polite" className="min-h-5">
          <SaveState isSaving={isSaving} refusal={reply?.refusal ?? null} savedAt={reply?.savedAt ?? question.answeredAt} />
        </p>
        {children}
      </div>
    </div>
  );
}

/** Sends a question's fields as soon as one is chosen or a text is left. */
function useSaving(key: string) {
  const fetcher = useFetcher<AnswerReply>();
  const save = (form: HTMLFormElement | null) => {
    if (!form) return;
    const sent = new FormData();
    sent.set('intent', 'answer');
    sent.set('question', key);
    for (const [name, value] of new FormData(form)) if (name.startsWith(`${key}:`)) sent.append(name, value);
    fetcher.submit(sent, { method: 'post' });
  };
  return {
    onChange: ({ target }: FormEvent) => {
      if (!(target instanceof HTMLInputElement) || !['radio', 'checkbox'].includes(target.type)) return;
      untickOthers(target);
      save(target.form);
    },
    onBlur: ({ target }: FocusEvent) => {
      const isText =
        target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && ['text', 'date'].includes(target.type));
      if (isText && target.value !== target.defaultValue) save(target.form);
    },
    isSaving: fetcher.state !== 'idle',
    reply: fetcher.data?.question === key ? fetcher.data : null,
  };
}

/** The choices or boxes of one question. */
export function AnswerControl({ question, mayAnswer, error }: { question: QuestionView; mayAnswer: boolean; error?: string | undefined }) {
  const name = `${question.key}:value`;
  if (question.type === 'FACT') return <FactFields question={question} mayAnswer={mayAnswer} error={error} />;
  if (question.type === 'TICKS') return <TicksField question={question} name={name} mayAnswer={mayAnswer} error={error} />;
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
        options={question.choices.map((choice) => ({ ...choice, isShort: besideAnswers.some((each) => each === choice.value) }))}
        defaultValue={question.value ?? undefined}
        layout={['G4', 'CHOICE', 'PICK'].includes(question.type) ? 'column' : 'row'}
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
