import { useId } from 'react';
import { m } from '~/paraglide/messages';
import type { QuestionView } from './section-view.server';
import { aloneAnswers } from './tick-boxes';

const isAlone = (value: string): boolean => aloneAnswers.some((each) => each === value);

/** With more answers than nine a list may leave a small screen: it and its hint are set closer, and its boxes keep the height of a thumb. */
export const isLongList = ({ choices }: Pick<QuestionView, 'choices'>): boolean => choices.length > 9;

/** A list to tick: its options, then the answers that exclude every other (`untickOthers`). */
export function TicksField({
  question,
  name,
  mayAnswer,
  error,
}: {
  question: Pick<QuestionView, 'text' | 'choices' | 'value'>;
  name: string;
  mayAnswer: boolean;
  error?: string | undefined;
}) {
  const id = useId();
  const ticked = question.value?.split(' ') ?? [];
  const isLong = isLongList(question);
  return (
    <fieldset className="grid gap-1" disabled={!mayAnswer} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="sr-only">{question.text}</legend>
      <p className={isLong ? 'sr-only' : 'text-muted'}>{m.responses_tick_all()}</p>
      <div className={`flex flex-wrap ${isLong ? 'gap-0.5 text-sm leading-tight' : 'gap-1'}`}>
        {question.choices.map(({ value, label }) => (
          <label
            key={value}
            className={`${isAlone(value) ? 'grow' : 'basis-full'} flex min-h-11 cursor-pointer items-center gap-2.5 rounded border border-edge bg-surface px-3 ${isLong ? 'py-1' : 'py-1.5'} has-checked:border-accent has-checked:bg-accent-soft hover:bg-sunken has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent`}
          >
            <input
              type="checkbox"
              name={name}
              value={value}
              defaultChecked={ticked.includes(value)}
              className="size-4 shrink-0 outline-none"
              {...(isAlone(value) ? { 'data-alone': '' } : {})}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
      {error && (
        <p id={`${id}-error`} className="text-danger">
          {error}
        </p>
      )}
    </fieldset>
  );
}
