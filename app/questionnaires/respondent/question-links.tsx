import { Link } from '@remix-run/react';

type Placed = { key: string; section: string; text: string; comment?: string };

/** Where a question is answered. `from`: the page to come back to, where that is not the home. */
export const placeOf = (base: string, { key, section }: Pick<Placed, 'key' | 'section'>, from?: 'review'): string =>
  `${base}/sections/${section}${from ? `?from=${from}` : ''}#${key}`;

/** Links to questions, each with the requester's comment. */
export function QuestionLinks({ base, questions, from }: { base: string; questions: readonly Placed[]; from?: 'review' }) {
  if (questions.length === 0) return null;
  return (
    <ul className="grid">
      {questions.map((question) => (
        <li key={question.key} className="border-b border-line">
          <Link to={placeOf(base, question, from)} className="block min-h-11 py-2">
            {question.text}
          </Link>
          {question.comment && (
            <p className="whitespace-pre-line pb-2">
              <bdi>{question.comment}</bdi>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
