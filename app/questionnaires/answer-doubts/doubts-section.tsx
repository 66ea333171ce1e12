import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { formatDate, formatNumber } from '~/ui/format';
import { doubtLabel, doubtSentence } from './labels';
import { doubtParameters } from './parameters';
import type { Doubt } from './pattern';

/** How many questions or suppliers a doubt names on the page. */
const mostNamed = 12;

/** What gives a reviewer reason to look again, above the answers. For reviewers alone: no page of a supplier shows it. */
export function DoubtsSection({ doubts, here, base }: { doubts: readonly Doubt[]; here: string; base: string }) {
  return (
    <section id="doubts" aria-labelledby="doubts-title" className="my-4 grid gap-2 border-t border-line pt-4">
      <h2 id="doubts-title" className="text-base font-semibold">
        {doubts.length === 0 ? m.answer_doubts_title() : m.answer_doubts_count({ count: formatNumber(doubts.length) })}
      </h2>
      {doubts.length === 0 ? (
        <p className="text-muted">{m.answer_doubts_none()}</p>
      ) : (
        <>
          <p className="max-w-prose text-sm text-muted">{m.answer_doubts_lead({ date: formatDate(doubtParameters.date) })}</p>
          <ul className="grid gap-3">
            {doubts.map((doubt) => (
              <li key={`${doubt.kind} ${doubt.questions.join(' ')}`} className="grid gap-1 border-s-2 border-warning ps-3">
                <h3 className="font-semibold">{doubtLabel(doubt.kind)}</h3>
                <p className="max-w-prose">{doubtSentence(doubt)}</p>
                {doubt.questions.length === 0 ? (
                  <p className="text-sm text-muted">{m.answer_doubts_whole()}</p>
                ) : (
                  <p className="flex max-w-prose flex-wrap gap-x-2 text-sm">
                    {doubt.questions.slice(0, mostNamed).map((question) => (
                      <Link key={question} to={`${here}/review#${question}`}>
                        {question}
                      </Link>
                    ))}
                    {doubt.questions.length > mostNamed && <span>…</span>}
                  </p>
                )}
                {doubt.others.length > 0 && (
                  <p className="flex max-w-prose flex-wrap gap-x-2 text-sm">
                    <span className="text-muted">{m.answer_doubts_see()}</span>
                    {doubt.others.slice(0, mostNamed).map(({ responseId, supplier }) => (
                      <Link key={responseId} to={`${base}/responses/${responseId}/review`}>
                        {supplier}
                      </Link>
                    ))}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
