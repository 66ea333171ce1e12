import { Link } from '@remix-run/react';

/** Questions by name, each a link to where it was answered. */
export function QuestionLinks({ questions, here }: { questions: readonly { key: string; text: string; section: string }[]; here: string }) {
  return (
    <ul className="grid gap-1">
      {questions.map(({ key, text, section }) => (
        <li key={key}>
          <Link to={`${here}/questions/${section}#${key}`} className="text-accent underline">
            {text}
          </Link>{' '}
          <span className="whitespace-nowrap text-muted">{key}</span>
        </li>
      ))}
    </ul>
  );
}
