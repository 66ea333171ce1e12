import { Form, Link } from '@remix-run/react';
import { KeepAnswers } from '~/features/claim/claim-form';
import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { formatDate, formatNumber } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { DateText } from '~/ui/values';

type Shown = {
  asker: string;
  supplier: string;
  instrument: string;
  base: string;
  sections: { key: string; title: string; asked: number; answered: number }[];
  left: number;
  timeLeft: string;
  dueOn: Date | string | null;
  submittedAt: Date | string | null;
  reopenedReason: string | null;
  sharedUntil: Date | string | null;
  state: 'open' | 'submitted' | 'refused' | 'withdrawn';
  account: Parameters<typeof KeepAnswers>[0]['account'];
  refusalReason: string | null;
  problem: string | null;
};

/** Where the supplier comes back to: what is left, the sections, and after sending what was sent, who reads it, and how to end that. */
export function AnswerHome(shown: Shown) {
  const { base, sections, state, asker } = shown;
  return (
    <div className="grid gap-5 text-base">
      <header className="grid gap-1">
        <h1>{shown.instrument}</h1>
        <p className="text-muted">{m.answering_home_lead({ supplier: shown.supplier, asker })}</p>
      </header>
      {shown.problem && <Notice tone="danger">{shown.problem}</Notice>}
      {shown.reopenedReason && (
        <Notice tone="warning" title={m.answering_questioned({ asker })}>
          {shown.reopenedReason}
        </Notice>
      )}
      {state === 'open' && <Open {...shown} />}
      {state === 'submitted' && <Sent {...shown} />}
      {state === 'refused' && <Refused {...shown} />}
      {state === 'withdrawn' && <Notice tone="info">{m.claiming_withdrawn({ asker })}</Notice>}
      {state !== 'refused' && (
        <nav aria-labelledby="sections">
          <h2 id="sections">{m.assessment_sections()}</h2>
          <ol className="mt-2 grid">
            {sections.map((section) => (
              <li key={section.key} className="border-b border-line">
                <Link
                  to={`${base}/sections/${section.key}`}
                  className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2"
                >
                  <span>{section.title}</span>
                  <span className="text-muted">
                    {m.assessment_section_progress({ answered: formatNumber(section.answered), asked: formatNumber(section.asked) })}
                  </span>
                </Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      {state === 'open' && (
        <p>
          <Link to={`${base}/refuse`}>{m.answering_refuse_link()}</Link>
        </p>
      )}
      <KeepAnswers account={shown.account} supplier={shown.supplier} asker={asker} base={base} />
    </div>
  );
}

function Open({ base, sections, left, timeLeft, dueOn }: Shown) {
  const next = sections.find((section) => section.answered < section.asked) ?? sections[0];
  return (
    <div className="grid gap-3">
      <p className="font-semibold">{timeLeft}</p>
      {dueOn && <p>{m.answering_due({ date: formatDate(dueOn) })}</p>}
      <div className="flex flex-wrap gap-3">
        {left > 0 && next ? (
          <LinkButton to={`${base}/sections/${next.key}`} variant="primary" size="lg" className="w-full sm:w-auto">
            {m.answering_go_on()}
          </LinkButton>
        ) : (
          <LinkButton to={`${base}/review`} variant="primary" size="lg" className="w-full sm:w-auto">
            {m.answering_to_review()}
          </LinkButton>
        )}
      </div>
      <p className="text-muted">{m.answering_come_back()}</p>
    </div>
  );
}

function Sent({ asker, submittedAt, sharedUntil }: Shown) {
  return (
    <div className="grid gap-3">
      <Notice tone="success" title={m.answering_sent_title({ asker })}>
        {submittedAt && <DateText value={submittedAt} />}
      </Notice>
      {sharedUntil ? (
        <>
          <p>{m.answering_shared_until({ asker, date: formatDate(sharedUntil) })}</p>
          <details>
            <summary className="cursor-pointer py-2">{m.answering_stop_summary()}</summary>
            <Form method="post" className="grid gap-3">
              <p>{m.answering_stop_lead({ asker })}</p>
              <div>
                <Button type="submit" name="intent" value="stop-sharing" variant="danger" size="lg">
                  {m.answering_stop()}
                </Button>
              </div>
            </Form>
          </details>
        </>
      ) : (
        <Form method="post" className="grid gap-3">
          <p>{m.answering_not_shared({ asker })}</p>
          <div>
            <Button type="submit" name="intent" value="share-again" size="lg">
              {m.answering_share_again()}
            </Button>
          </div>
        </Form>
      )}
      <p className="text-muted">{m.answering_read_below()}</p>
    </div>
  );
}

function Refused({ asker, refusalReason }: Shown) {
  return (
    <div className="grid gap-3">
      <Notice tone="info" title={m.answering_refused_title({ asker })}>
        {refusalReason}
      </Notice>
      <Form method="post" className="grid gap-3">
        <p>{m.answering_refused_text()}</p>
        <div>
          <Button type="submit" name="intent" value="answer-after-all" size="lg">
            {m.answering_after_all()}
          </Button>
        </div>
      </Form>
    </div>
  );
}
