import type { ReactNode } from 'react';
import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Section } from '~/ui/page-header';
import { pointsText } from './labels';
import type { AnswerPoints } from './schema';
import type { WeakAnswer } from './weak-answers';

/** How many of them are open at first. */
const firstWeak = 6;

type Shown = {
  weak: readonly WeakAnswer[];
  /** The address of the answer to a question. */
  answerHref: (answer: WeakAnswer) => string;
  /** The address of the form that records a finding from an answer; null where the reader may not. */
  findingHref: ((question: string) => string) | null;
  points?: AnswerPoints | null | undefined;
};

/** The answers that may describe harm, the worst first: above everything that says how few findings there are. */
export function WeakSection({ weak, ...shown }: Shown) {
  if (weak.length === 0) return null;
  return (
    <Section title={m.responses_weak()} lead={m.responses_weak_lead()} id="weak-answers">
      <List answers={weak.slice(0, firstWeak)} {...shown} />
      {weak.length > firstWeak && (
        <details className="mt-2">
          <summary className="cursor-pointer text-accent">{m.responses_weak_more({ count: weak.length - firstWeak })}</summary>
          <List answers={weak.slice(firstWeak)} {...shown} />
        </details>
      )}
    </Section>
  );
}

function List({ answers, answerHref, findingHref, points }: Omit<Shown, 'weak'> & { answers: readonly WeakAnswer[] }): ReactNode {
  return (
    <ul className="grid">
      {answers.map((each) => (
        <li key={each.question} className="grid gap-x-6 border-b border-line py-1.5 sm:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <Link to={answerHref(each)}>{each.text}</Link>
          <div className="flex flex-wrap justify-between gap-x-4">
            <span className="font-semibold">{each.answer}</span>
            {findingHref && <Link to={findingHref(each.question)}>{m.responses_weak_record()}</Link>}
            {points && <span className="basis-full text-sm text-muted">{pointsText(points.answers[each.question])}</span>}
          </div>
        </li>
      ))}
    </ul>
  );
}
