import type { ReactNode } from 'react';
import { m } from '~/paraglide/messages';
import { Section } from '~/ui/page-header';

/** The questions of a section that are answered only in a sensitive case, and why. `action`: a link beside each that opens one. */
export function WithheldList({
  questions,
  action,
}: {
  questions: readonly { key: string; text: string }[];
  action: (question: string) => ReactNode;
}) {
  if (questions.length === 0) return null;
  return (
    <Section title={m.sensitive_cases_questions_withheld()} lead={m.sensitive_cases_questions_withheld_lead()}>
      <ul className="grid">
        {questions.map(({ key, text }) => (
          <li key={key} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line py-2">
            <span className="min-w-0">
              <span className="text-muted">{key}</span> {text}
            </span>
            {action(key)}
          </li>
        ))}
      </ul>
    </Section>
  );
}
