import type { ReactNode } from 'react';
import type { LinkOver } from '~/access/answer-links.server';
import { m } from '~/paraglide/messages';
import { timeLabel } from '~/questionnaires/templates/time-label';
import { Button, LinkButton } from '~/ui/button';
import { Form } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { DateText } from '~/ui/values';

type Shown = {
  asker: string;
  supplier: string;
  /** Opens only on a device that was let in. */
  responseId: string;
  instrument: string;
  minutes: number;
  /** Whether the minutes are an estimate. */
  isEstimate: boolean;
  message: string;
  dueOn: Date | string | null;
  /** The titles of the sections that the link opens; none: the whole questionnaire. */
  sections: string[];
  canMail: boolean;
  reply: { message: string | null; isGood: boolean } | null;
};

const overWords = {
  used: m.respondent_over_used,
  expired: m.respondent_over_expired,
  revoked: m.respondent_over_revoked,
  withdrawn: m.respondent_over_withdrawn,
  'taken-back': m.cascade_taken_back_over,
} satisfies Record<LinkOver, (words: { asker: string }) => string>;

/** Who asks, what for, how long it takes, what happens with the answers, and the one button. */
export function LinkPage({ asker, supplier, instrument, minutes, isEstimate, message, dueOn, sections, reply }: Shown) {
  return (
    <div className="grid max-w-prose gap-5 text-base">
      <h1>{m.respondent_link_title({ asker })}</h1>
      <Reply reply={reply} />
      <p>{m.respondent_link_lead({ asker, supplier, instrument })}</p>
      {message && (
        <blockquote className="border-s-4 border-line ps-4 whitespace-pre-line">
          <bdi>{message}</bdi>
        </blockquote>
      )}
      {sections.length > 0 && (
        <Notice tone="info" title={m.cascade_part_title({ supplier })}>
          {sections.join(' · ')}
        </Notice>
      )}
      <dl className="grid gap-3">
        <Pair label={timeLabel(isEstimate)}>{m.respondent_link_minutes({ minutes })}</Pair>
        {dueOn && (
          <Pair label={m.respondent_link_due()}>
            <DateText value={dueOn} />
          </Pair>
        )}
        <Pair label={m.respondent_link_who()}>{m.respondent_link_who_text({ asker })}</Pair>
        <Pair label={m.respondent_link_yours()}>{m.respondent_link_yours_text({ asker })}</Pair>
        <Pair label={m.respondent_link_people()}>{m.respondent_link_people_text()}</Pair>
      </dl>
      <Form method="post">
        <Button type="submit" name="intent" value="open" variant="primary" size="lg" className="w-full sm:w-auto">
          {m.respondent_link_open()}
        </Button>
      </Form>
      <p className="text-muted">{m.respondent_link_once()}</p>
    </div>
  );
}

function Pair({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="font-semibold">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A link that opens nothing any more says why, and what can be done; a new one is mailed, never shown. */
export function LinkOverPage({ asker, over, canMail, sections, reply, responseId }: Shown & { over: LinkOver }) {
  return (
    <div className="grid max-w-prose gap-5 text-base">
      <h1>{over === 'taken-back' ? m.cascade_taken_back_title() : m.respondent_over_title()}</h1>
      <p>{overWords[over]({ asker })}</p>
      <Reply reply={reply} />
      {canMail ? (
        !reply?.isGood && (
          <Form method="post" className="grid gap-3">
            <p>{m.respondent_over_mail_lead({ asker })}</p>
            <div>
              <Button type="submit" name="intent" value="mail" variant="primary" size="lg">
                {m.respondent_over_mail()}
              </Button>
            </div>
          </Form>
        )
      ) : (
        <p>
          {sections.length > 0
            ? m.cascade_part_over()
            : over === 'withdrawn'
              ? m.respondent_over_withdrawn_do({ asker })
              : over === 'taken-back'
                ? m.cascade_taken_back_over_yours()
                : m.respondent_over_ask({ asker })}
        </p>
      )}
      {over === 'used' && (
        <div className="grid gap-3">
          <p>{m.respondent_over_same_device()}</p>
          <div>
            <LinkButton to={`/guest/questionnaire/${responseId}`} size="lg">
              {m.respondent_go_on()}
            </LinkButton>
          </div>
        </div>
      )}
    </div>
  );
}

function Reply({ reply }: { reply: Shown['reply'] }) {
  return reply?.message ? <Notice tone={reply.isGood ? 'success' : 'danger'}>{reply.message}</Notice> : null;
}
