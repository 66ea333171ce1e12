import type { ReactNode } from 'react';
import { m } from '~/paraglide/messages';
import { Field } from '~/ui/field';
import type { QuestionView } from './section-view.server';

/** The boxes of a question that asks for facts of the workforce: people to count where it counts them, else shares. */
export function FactFields({ question, mayAnswer, error }: { question: QuestionView; mayAnswer: boolean; error?: string | undefined }) {
  const { key, people, facts } = question;
  // A reason is said at its box; one that belongs to none, below them.
  const isAtBox = [...people, ...facts].some(({ problem }) => problem !== undefined);
  const problem = error && !isAtBox && (
    <p role="alert" className="text-danger sm:col-span-2">
      {error}
    </p>
  );
  if (people.length === 0)
    return (
      <fieldset disabled={!mayAnswer} className="grid gap-3 sm:grid-cols-2">
        <legend className="mb-2 text-muted">{m.responses_facts_hint()}</legend>
        <ShareBoxes question={question} />
        {problem}
      </fieldset>
    );
  return (
    <fieldset disabled={!mayAnswer} className="grid gap-1">
      <legend className="sr-only">{m.responses_people()}</legend>
      {people.map((each) => (
        <Box key={each.key} name={`${key}:people.${each.key}`}>
          <Field
            name={`${key}:people.${each.key}`}
            error={each.problem}
            label={each.text}
            inputMode="numeric"
            autoComplete="off"
            maxLength={9}
            defaultValue={each.value}
            className="max-w-md grid-cols-[minmax(0,1fr)_6rem] items-center gap-x-3 [&>p]:col-span-2"
          />
        </Box>
      ))}
      {problem}
      <details open={facts.some(({ value, problem: wrong }) => value !== '' || wrong !== undefined)}>
        <summary className="min-h-11 cursor-pointer py-2 text-muted">{m.responses_people_percent()}</summary>
        <div className="mt-2 grid gap-3">
          <p className="text-muted">{m.responses_people_first()}</p>
          <ShareBoxes question={question} />
        </div>
      </details>
    </fieldset>
  );
}

function ShareBoxes({ question: { key, facts } }: { question: Pick<QuestionView, 'key' | 'facts'> }) {
  return facts.map((fact) => (
    <Box key={fact.key} name={`${key}:${fact.key}`}>
      <Field
        name={`${key}:${fact.key}`}
        error={fact.problem}
        label={fact.text}
        hint={fact.unit === 'share' ? m.responses_percent() : m.responses_ratio()}
        inputMode="decimal"
        optional
        defaultValue={fact.value}
        className="max-w-80"
      />
    </Box>
  ));
}

/** A box with the place where the script of a page without React says what is wrong in it. */
function Box({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      {children}
      <p id={`problem-${name}`} role="alert" className="text-danger empty:hidden" />
    </div>
  );
}
