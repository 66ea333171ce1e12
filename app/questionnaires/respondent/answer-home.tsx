import { Link } from '@remix-run/react';
import { KeepAnswers } from '~/organizations/claims/claim-form';
import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { Form } from '~/ui/form';
import { formatDate, formatNumber } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { DateText } from '~/ui/values';
import type { Colleague } from './forward-sections.server';
import type { LeftToDo } from './left-to-do.server';
import { Others, OtherWays } from './other-ways';
import { placeOf, QuestionLinks } from './question-links';

type Shown = {
  asker: string;
  supplier: string;
  instrument: string;
  /** Whether some of its texts are in a translation that no native speaker has reviewed. */
  isDraft: boolean;
  base: string;
  sections: { key: string; title: string; asked: number; answered: number }[];
  left: number;
  todo: LeftToDo;
  timeLeft: string;
  /** Whether that time is an estimate. */
  isEstimate: boolean;
  dueOn: Date | string | null;
  submittedAt: Date | string | null;
  /** Whether the requester has not received the submitted answers yet. */
  isProcessing: boolean;
  /** When the requester marked this supplier as named by mistake. */
  takenBackAt: Date | string | null;
  reopenedReason: string | null;
  sharedUntil: Date | string | null;
  /** Until when the requester can also read by shared access. */
  grantedUntil: Date | string | null;
  state: 'open' | 'submitted' | 'refused' | 'withdrawn';
  account: Parameters<typeof KeepAnswers>[0]['account'];
  /** A colleague who was given some sections: he answers them and does nothing else. */
  isPart: boolean;
  behind: { id: string; name: string; until: Date | string | null }[];
  colleagues: Colleague[];
  refusalReason: string | null;
  problem: string | null;
};

/** Where the supplier comes back to: what is left, the sections, and after sending what was sent, who reads it, and how to end that. */
export function AnswerHome(shown: Shown) {
  const { base, sections, state, asker, todo } = shown;
  return (
    <div className="grid gap-5 text-base">
      <header className="grid gap-1">
        <h1>{shown.instrument}</h1>
        <p className="text-muted">{m.respondent_home_lead({ supplier: shown.supplier, asker })}</p>
      </header>
      {shown.problem && <Notice tone="danger">{shown.problem}</Notice>}
      {(shown.reopenedReason || todo.questioned.length > 0) && (
        <Notice tone="warning" title={m.respondent_questioned({ asker })}>
          {shown.reopenedReason && (
            <p>
              <bdi>{shown.reopenedReason}</bdi>
            </p>
          )}
          <QuestionLinks base={base} questions={todo.questioned} />
        </Notice>
      )}
      {shown.isDraft && state === 'open' && <Notice tone="info">{m.respondent_draft_translation({ asker })}</Notice>}
      {shown.takenBackAt && (
        <Notice tone="info" title={m.cascade_taken_back_title()}>
          <p>{m.cascade_taken_back_said({ asker, date: formatDate(shown.takenBackAt) })}</p>
          <p>{m.cascade_taken_back_over_yours()}</p>
        </Notice>
      )}
      {state === 'open' && <Open {...shown} />}
      {state === 'submitted' && (shown.isPart ? <Notice tone="success">{m.respondent_sent_title({ asker })}</Notice> : <Sent {...shown} />)}
      {state === 'submitted' && <Behind {...shown} />}
      {state === 'refused' && <Refused {...shown} />}
      {state === 'withdrawn' && !shown.takenBackAt && <Notice tone="info">{m.claims_withdrawn({ asker })}</Notice>}
      {state !== 'refused' && (
        <nav aria-labelledby="sections">
          <h2 id="sections">{m.responses_sections()}</h2>
          <ol className="mt-2 grid">
            {sections.map((section) => (
              <li key={section.key} className="border-b border-line">
                <Link
                  to={`${base}/sections/${section.key}`}
                  className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2"
                >
                  <span>
                    {section.title}
                    {todo.questioned.some((question) => question.section === section.key) && (
                      <span className="block text-warning">{m.respondent_questioned({ asker })}</span>
                    )}
                  </span>
                  {section.asked > 0 && (
                    <span className="text-muted">
                      {m.responses_section_progress({ answered: formatNumber(section.answered), asked: formatNumber(section.asked) })}
                    </span>
                  )}
                </Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      {!shown.isPart && (state === 'open' || state === 'submitted') && <Others {...shown} />}
      {(state === 'open' || state === 'submitted') && <OtherWays {...shown} />}
      {!shown.isPart && <KeepAnswers account={shown.account} supplier={shown.supplier} asker={asker} base={base} />}
    </div>
  );
}

/** Those for whose questions the asker asks: who of them reads the answers, and how to change that. */
function Behind({ behind, asker }: Shown) {
  if (behind.length === 0) return null;
  return (
    <section aria-labelledby="behind" className="grid gap-3">
      <h2 id="behind">{m.cascade_behind({ asker })}</h2>
      {behind.map(({ id, name, until }) => (
        <Form key={id} method="post" className="grid gap-2">
          <input type="hidden" name="with" value={id} />
          <p>{until ? m.cascade_reads_until({ name, date: formatDate(until) }) : m.cascade_reads_not({ name })}</p>
          <div>
            <Button type="submit" name="intent" value={until ? 'stop-sharing' : 'share-again'} size="lg">
              {until ? m.cascade_stop_with({ name }) : m.cascade_share_with({ name })}
            </Button>
          </div>
        </Form>
      ))}
    </section>
  );
}

function Open({ base, sections, left, todo, timeLeft, isEstimate, dueOn, isPart }: Shown) {
  const isBegun = sections.some(({ answered }) => answered > 0);
  // The first section may ask for facts alone, which count as no question: who begins is led there all the same.
  const next = (isBegun ? sections.find((section) => section.answered < section.asked) : undefined) ?? sections[0];
  const [questioned] = todo.questioned;
  const isDone = left === 0 || !next;
  const goOn = questioned ? placeOf(base, questioned) : !isDone ? `${base}/sections/${next.key}` : null;
  return (
    <div className="grid gap-3">
      <p>
        <span className="font-semibold">{timeLeft}</span>
        {isEstimate && <span className="block text-muted">{m.respondent_time_estimated()}</span>}
      </p>
      {dueOn && <p>{m.respondent_due({ date: formatDate(dueOn) })}</p>}
      {isBegun && <Missing base={base} todo={todo} />}
      <div className="flex flex-wrap gap-3">
        {goOn && (
          <LinkButton to={goOn} variant="primary" size="lg" className="w-full sm:w-auto">
            {isBegun ? m.respondent_go_on() : m.respondent_begin()}
          </LinkButton>
        )}
        {isPart && isDone && <p>{m.cascade_part_done()}</p>}
        {!isPart && isDone && (
          <LinkButton to={`${base}/review`} variant={goOn ? 'secondary' : 'primary'} size="lg" className="w-full sm:w-auto">
            {m.respondent_to_review()}
          </LinkButton>
        )}
      </div>
      {isPart && <p>{m.cascade_part_lead()}</p>}
      <p className="text-muted">{m.respondent_come_back()}</p>
    </div>
  );
}

/** What is missing, by name, and what may be sent blank. */
function Missing({ base, todo: { unanswered, blank } }: Pick<Shown, 'base' | 'todo'>) {
  return (
    <>
      {unanswered.length > 0 && (
        <section aria-labelledby="unanswered" className="grid gap-1">
          <h2 id="unanswered">{m.respondent_review_unanswered({ count: unanswered.length })}</h2>
          <QuestionLinks base={base} questions={unanswered} />
        </section>
      )}
      {blank.length > 0 && (
        <section aria-labelledby="blank" className="grid gap-1">
          <h2 id="blank">{m.respondent_left_blank()}</h2>
          <p className="text-muted">{m.respondent_left_blank_lead()}</p>
          <QuestionLinks base={base} questions={blank} />
        </section>
      )}
    </>
  );
}

function Sent({ asker, submittedAt, isProcessing, sharedUntil, grantedUntil }: Shown) {
  return (
    <div className="grid gap-3">
      {sharedUntil ? (
        <>
          <Notice tone="success" title={m.respondent_sent_title({ asker })}>
            {submittedAt && <DateText value={submittedAt} />}
          </Notice>
          {isProcessing && <p>{m.respondent_being_processed({ asker })}</p>}
          <p>{m.respondent_shared_until({ asker, date: formatDate(sharedUntil) })}</p>
          <details>
            <summary className="cursor-pointer py-2.5">{m.respondent_stop_summary()}</summary>
            <Form method="post" className="grid gap-3">
              <p>{m.respondent_stop_lead({ asker })}</p>
              <div>
                <Button type="submit" name="intent" value="stop-sharing" variant="danger" size="lg">
                  {m.respondent_stop()}
                </Button>
              </div>
            </Form>
          </details>
        </>
      ) : (
        <Form method="post" className="grid gap-3">
          <Notice tone="info">{m.respondent_not_shared({ asker })}</Notice>
          <div>
            <Button type="submit" name="intent" value="share-again" size="lg">
              {m.respondent_share_again()}
            </Button>
          </div>
        </Form>
      )}
      {grantedUntil && <p>{m.respondent_also_granted({ asker, date: formatDate(grantedUntil) })}</p>}
      <p className="text-muted">{m.respondent_read_below()}</p>
    </div>
  );
}

function Refused({ asker, refusalReason }: Shown) {
  return (
    <div className="grid gap-3">
      <Notice tone="info" title={m.respondent_refused_title({ asker })}>
        {refusalReason}
      </Notice>
      <Form method="post" className="grid gap-3">
        <p>{m.respondent_refused_text()}</p>
        <div>
          <Button type="submit" name="intent" value="answer-after-all" size="lg">
            {m.respondent_after_all()}
          </Button>
        </div>
      </Form>
    </div>
  );
}
