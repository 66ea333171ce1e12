import { factProblems } from '~/questionnaires/responses/fact-problems';
import type { QuestionView } from '~/questionnaires/responses/section-view.server';

/** What a form sent of the questions that were refused, by the names of their boxes. */
export function typedOf(form: FormData, refused: readonly string[]): Record<string, string> {
  const names = [...new Set([...form.keys()])].filter((name) => refused.some((key) => name.startsWith(`${key}:`)));
  // Several boxes ticked are read as their answer is stored.
  return Object.fromEntries(names.map((name) => [name, form.getAll(name).map(String).join(' ')]));
}

/** A refused question as sent, so that unreadable and accompanying values stay where they were typed. */
export function withTyped(question: QuestionView, typed: Readonly<Record<string, string>>): QuestionView {
  const { key } = question;
  const was = (part: string) => typed[`${key}:${part}`];
  const problems = factProblems(question, was);
  return {
    ...question,
    value: was('percent') || was('value') || question.value,
    note: was('note') ?? question.note,
    people: question.people.map((each) => ({
      ...each,
      value: was(`people.${each.key}`) ?? each.value,
      problem: problems[`people.${each.key}`],
    })),
    facts: question.facts.map((fact) => ({ ...fact, value: was(fact.key) ?? fact.value, problem: problems[fact.key] })),
  };
}
