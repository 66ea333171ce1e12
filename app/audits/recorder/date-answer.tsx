import { useState } from 'react';
import { answerBounds, answerProblem } from '~/audits/entries/possible-dates';
import { m } from '~/paraglide/messages';
import { controlAttributes, FieldFrame } from '~/ui/field';
import { useRecorder } from './recorder-context';
import { boundsOf, dateProblemText } from './typed-days';

/** The answer to a question for a date, saved when the field is left. A date that cannot be is not saved. */
export function DateAnswer({
  question,
  value,
  onAnswer,
}: {
  question: string;
  value: string | number | null;
  onAnswer: (answer: string | null) => void;
}) {
  const bounds = boundsOf(useRecorder().recording.pack);
  const [isWrong, setWrong] = useState(false);
  const id = `${question}-date`;
  const error = isWrong ? dateProblemText('impossible', answerBounds(question, bounds)) : undefined;
  return (
    <FieldFrame id={id} label={m.templates_date()} error={error} className="max-w-60">
      <input
        {...controlAttributes({ id, error })}
        type="date"
        className="control"
        key={String(value)}
        defaultValue={value ?? ''}
        onBlur={({ currentTarget: field }) => {
          if (!field.validity.valid) return;
          const day = field.value || null;
          const isImpossible = day !== null && day !== value && answerProblem(question, day, bounds) !== null;
          setWrong(isImpossible);
          if (!isImpossible && day !== value) onAnswer(day);
        }}
      />
    </FieldFrame>
  );
}
