import { answerDayBounds } from '~/ui/day-bounds';
import { m } from '~/paraglide/messages';
import { Field, TextArea } from '~/ui/field';
import type { QuestionView } from './section-view.server';

/** The box of a question that only gathers for the record: a text, a number or a date. It may stay empty. */
export function GatheredField({
  question,
  name,
  mayAnswer,
  error,
}: {
  question: QuestionView;
  name: string;
  mayAnswer: boolean;
  error?: string | undefined;
}) {
  const common = {
    name,
    optional: true,
    defaultValue: question.value ?? '',
    disabled: !mayAnswer,
    ...(error === undefined ? {} : { error }),
  };
  switch (question.type) {
    case 'NUMBER':
      return <Field {...common} label={m.templates_number()} inputMode="decimal" className="max-w-40" />;
    case 'DATE':
      return <Field {...common} label={m.templates_date()} type="date" min={answerDayBounds.earliest} className="max-w-60" />;
    default:
      return (
        <TextArea {...common} label={m.templates_text()} hint={m.responses_note_hint()} rows={2} maxLength={2000} className="max-w-prose" />
      );
  }
}
