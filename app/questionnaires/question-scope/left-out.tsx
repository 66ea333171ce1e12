import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Section } from '~/ui/page-header';

/** The questions that facts rule out of a section, each with why, and the way to have one asked all the same; a part of the section's form. */
export function LeftOut({
  questions,
  mayAnswer,
}: {
  questions: readonly { key: string; text: string; because: string }[];
  mayAnswer: boolean;
}) {
  if (questions.length === 0) return null;
  return (
    <Section title={m.scope_left_out()} lead={m.scope_left_out_lead()}>
      <ul className="grid">
        {questions.map(({ key, text, because }) => (
          <li key={key} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line py-2">
            <span className="min-w-0">
              <span className="block">
                <span className="text-muted">{key}</span> {text}
              </span>
              <span className="block text-muted">{because}</span>
            </span>
            {mayAnswer && (
              <Button type="submit" size="sm" name="open" value={key} aria-label={m.scope_applies_of({ question: text })}>
                {m.scope_applies()}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
