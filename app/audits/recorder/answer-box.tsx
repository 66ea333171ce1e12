import { useRef } from 'react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Box } from './box';
import { DateAnswer } from './date-answer';
import type { PackQuestion } from './pack';
import { aloneAnswers } from '~/questionnaires/responses/tick-boxes';
import { tickAnswer, ticksOf } from '#scoring';
import { SavedText } from './saved-text';

type Answer = string | number | null;

/** The answer of one question: choices as buttons, or a field for what is only gathered. */
export function AnswerBox({ question, value, onAnswer }: { question: PackQuestion; value: Answer; onAnswer: (answer: Answer) => void }) {
  const { key, type, choices } = question;
  const number = useRef<HTMLInputElement>(null);
  if (type === 'TICKS') return <TickBoxes question={question} value={value} onAnswer={onAnswer} />;
  const chosen = choices.length > 0 && (
    <fieldset>
      <legend className="sr-only">{question.text}</legend>
      <div className="flex flex-wrap gap-2">
        {choices.map((choice) => (
          <Box
            key={choice.value}
            type="radio"
            name={`${key}-answer`}
            label={choice.label}
            isChecked={value === choice.value}
            onChange={() => onAnswer(choice.value)}
          />
        ))}
        {value !== null && (
          <Button type="button" variant="quiet" onClick={() => onAnswer(null)}>
            {m.recorder_take_back()}
          </Button>
        )}
      </div>
    </fieldset>
  );
  if (chosen && type !== 'PCT') return chosen;
  if (type === 'DATE') return <DateAnswer question={key} value={value} onAnswer={onAnswer} />;
  if (type === 'NUMBER' || type === 'PCT') {
    const field = (
      <label className="grid max-w-60 gap-1">
        <span className="font-semibold">{type === 'PCT' ? m.responses_percent() : m.templates_number()}</span>
        <input
          ref={number}
          key={String(value)}
          className="control"
          {...{ type: 'number', min: 0, ...(type === 'PCT' ? { max: 100 } : {}), step: 'any', inputMode: 'decimal' as const }}
          defaultValue={typeof value === 'number' ? value : ''}
          onBlur={({ currentTarget: field }) => {
            const text = field.value;
            const answer = text === '' ? null : Number(text);
            if (field.validity.valid && answer !== value) onAnswer(answer);
          }}
        />
      </label>
    );
    return chosen ? (
      <div className="grid gap-3">
        {field}
        {chosen}
      </div>
    ) : (
      field
    );
  }
  return (
    <SavedText
      id={`${key}-answer`}
      label={m.templates_text()}
      value={String(value ?? '')}
      maxLength={2000}
      onSave={(text) => onAnswer(text.trim() || null)}
    />
  );
}

/** A list to tick. An answer that excludes every other replaces them, and is replaced by any of them. */
function TickBoxes({ question, value, onAnswer }: { question: PackQuestion; value: Answer; onAnswer: (answer: Answer) => void }) {
  const isAlone = (answer: string) => aloneAnswers.some((each) => each === answer);
  const options = question.choices.flatMap((choice) => (isAlone(String(choice.value)) ? [] : [{ value: String(choice.value) }]));
  const ticked = value === null ? [] : (ticksOf(String(value)) ?? []);
  const turn = (answer: string, isTicked: boolean) => {
    if (isAlone(answer)) return onAnswer(isTicked ? answer : null);
    const now = isTicked ? [...ticked, answer] : ticked.filter((each) => each !== answer);
    onAnswer(now.length === 0 ? null : tickAnswer(options, now));
  };
  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="sr-only">{question.text}</legend>
      {question.choices.map(({ value: choice, label }) => (
        <Box
          key={choice}
          label={label}
          isChecked={value === choice || ticked.includes(String(choice))}
          onChange={(isTicked) => turn(String(choice), isTicked)}
        />
      ))}
    </fieldset>
  );
}
