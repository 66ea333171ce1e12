import type { ReactNode } from 'react';
import { m } from '~/paraglide/messages';
import type { QuestionView } from './section-view.server';

/** The grid of a table by the number of answers beside the name of a row; below its breakpoint each row is stacked. */
const grids: Readonly<Record<number, string>> = {
  3: 'md:grid md:gap-x-2 md:grid-cols-[minmax(8rem,1.6fr)_repeat(3,minmax(0,1fr))]',
  4: 'md:grid md:gap-x-2 md:grid-cols-[minmax(8rem,1.6fr)_repeat(4,minmax(0,1fr))]',
  5: 'md:grid md:gap-x-2 md:grid-cols-[minmax(8rem,1.6fr)_repeat(5,minmax(0,1fr))]',
  6: 'md:grid md:gap-x-2 md:grid-cols-[minmax(8rem,1.6fr)_repeat(6,minmax(0,1fr))]',
};
const widest = 'md:grid md:gap-x-1 md:grid-cols-[minmax(7rem,1.4fr)_repeat(7,minmax(0,1fr))]';
const gridOf = ({ choices }: Pick<QuestionView, 'choices'>): string => grids[choices.length] ?? widest;

/** Questions that share their answers, as a table: one row each. On a narrow screen every answer has its label beside it and fills a tap target of 44 px. */
export function RowTable({ first, children }: { first: Pick<QuestionView, 'choices'>; children: ReactNode }) {
  return (
    <div className="grid">
      <div aria-hidden className={`hidden items-end border-b border-edge pb-1 text-xs text-muted ${gridOf(first)}`}>
        <span />
        {first.choices.map(({ value, label }) => (
          <span key={value} className="text-center">
            {label}
          </span>
        ))}
      </div>
      {children}
    </div>
  );
}

/** The answers of one row. */
export function RowChoices({ question, mayAnswer, error }: { question: QuestionView; mayAnswer: boolean; error?: string | undefined }) {
  const id = `row-${question.key}`;
  return (
    <div
      role="radiogroup"
      aria-labelledby={id}
      aria-describedby={error ? `${id}-error` : undefined}
      className={`items-center py-2 ${gridOf(question)}`}
    >
      <div id={id}>
        <span data-read="" className="font-semibold md:font-normal">
          {question.text}
        </span>
        {question.hint && (
          <span data-read="" className="block text-sm text-muted">
            {question.hint}
          </span>
        )}
      </div>
      <div className="mt-1 flex flex-wrap gap-1.5 md:contents">
        {question.choices.map(({ value, label }) => (
          <label
            key={value}
            className="flex min-h-11 cursor-pointer items-center gap-2 rounded border border-edge bg-surface px-2.5 py-1.5 has-checked:border-accent has-checked:bg-accent-soft hover:bg-sunken has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent md:justify-center md:border-transparent md:bg-transparent"
          >
            <input
              type="radio"
              name={`${question.key}:value`}
              value={value}
              defaultChecked={question.value === value}
              disabled={!mayAnswer}
              className="size-4 shrink-0 outline-none"
            />
            <span className="md:sr-only">{label}</span>
          </label>
        ))}
      </div>
      {error && (
        <p id={`${id}-error`} className="col-span-full text-danger">
          {m.shell_named({ name: question.text, text: error })}
        </p>
      )}
    </div>
  );
}

/** Questions of a section in order, those of one table together. */
export function groupRows<Question extends Pick<QuestionView, 'key' | 'isRow' | 'point'>>(
  questions: readonly Question[],
): { table: QuestionView['point']; questions: Question[] }[] {
  const groups: { table: QuestionView['point']; questions: Question[] }[] = [];
  for (const question of questions) {
    const last = groups.at(-1);
    const table = question.isRow ? question.point : null;
    if (table && last?.table?.key === table.key) last.questions.push(question);
    else groups.push({ table, questions: [question] });
  }
  return groups;
}
