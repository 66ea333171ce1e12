import { m } from '~/paraglide/messages';
import { PlaceButton } from '~/ui/button';
import { formatNumber } from '~/ui/format';
import { factsOn, nextQuestion } from './proposals';
import { useRecorder } from './recorder-context';
import { placeLink } from './use-place';

/** How much is left: facts rather than questions, where to go on, what is proposed, and what to look at again. */
export function ThingsBox() {
  const { recording } = useRecorder();
  const { left, outdated, asked } = factsOn(recording);
  const unanswered = [...asked].filter((key) => (recording.valueOf('check', key)?.answer ?? null) === null).length;
  const next = nextQuestion(recording);
  const links = [
    { to: 'unanswered', text: m.recorder_unanswered_count({ count: unanswered }), isShown: unanswered > 0 },
    { to: 'proposed', text: m.recorder_proposals_count({ count: left.proposed.length }), isShown: left.proposed.length > 0 },
    { to: 'review', text: m.recorder_review_count({ count: outdated.size }), isShown: outdated.size > 0 },
  ];
  return (
    <section
      aria-label={m.recorder_left_title()}
      className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 rounded border border-line bg-surface p-4"
    >
      <p data-facts-left={left.left.length} className="flex items-baseline gap-2">
        <span className="text-xl font-semibold">{formatNumber(left.left.length)}</span> {m.recorder_facts_left({ count: left.left.length })}
      </p>
      {next && (
        <PlaceButton
          href={placeLink('section', next.section.key, next.question)}
          variant="primary"
          size="lg"
          data-next-question={next.question}
        >
          {m.recorder_next({ section: next.section.title })}
        </PlaceButton>
      )}
      <ul className="flex flex-wrap gap-x-5">
        {links
          .filter(({ isShown }) => isShown)
          .map(({ to, text }) => (
            <li key={to}>
              <a href={placeLink('questions', to)} className="inline-flex min-h-11 items-center">
                {text}
              </a>
            </li>
          ))}
        <li>
          <a href={placeLink('questions')} className="inline-flex min-h-11 items-center font-semibold">
            {m.recorder_find()}
          </a>
        </li>
      </ul>
    </section>
  );
}
