import type { SiteLinkOver } from '~/access/site-links.server';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { formatDate } from '~/ui/format';
import { Notice } from '~/ui/notice';

/** What the reader of a link is offered: findings, or the notice of a visit. */
export const siteLinkTitle = ({ asker, isVisit }: { asker: string; isVisit: boolean }): string =>
  isVisit ? m.site_sharing_visit_letter_subject({ asker }) : m.site_sharing_link_title({ asker });

/** Who shares what, what can be done with it, and the one button. */
export function SiteLinkPage({
  asker,
  supplier,
  message,
  dueOn,
  isVisit,
  problem,
}: {
  asker: string;
  supplier: string;
  message: string;
  dueOn: string | Date;
  isVisit: boolean;
  problem: string | null;
}) {
  return (
    <div className="grid max-w-prose gap-5 text-base">
      <h1>{siteLinkTitle({ asker, isVisit })}</h1>
      {problem && <Notice tone="danger">{problem}</Notice>}
      <p>{isVisit ? m.site_sharing_visit_letter_text({ asker }) : m.site_sharing_link_lead({ asker, supplier })}</p>
      {message && (
        <blockquote className="border-s-4 border-line ps-4 whitespace-pre-line">
          <bdi>{message}</bdi>
        </blockquote>
      )}
      {!isVisit && (
        <>
          <p className="font-semibold">{m.site_sharing_due({ date: formatDate(dueOn) })}</p>
          <p>{m.site_sharing_safe()}</p>
        </>
      )}
      <Form method="post">
        <Button type="submit" variant="primary" size="lg" className="w-full sm:w-auto">
          {m.site_sharing_link_open()}
        </Button>
      </Form>
      <p className="text-muted">{m.site_sharing_link_once()}</p>
    </div>
  );
}

const overWords = {
  used: m.respondent_over_used,
  expired: m.respondent_over_expired,
  revoked: m.respondent_over_revoked,
  withdrawn: m.site_sharing_over_withdrawn,
} satisfies Record<SiteLinkOver, (words: { asker: string }) => string>;

/** An expired link says why, and what can be done. */
export function SiteLinkOverPage({
  asker,
  over,
  askedAt,
  problem,
}: {
  asker: string;
  over: SiteLinkOver;
  /** When a new link was last requested from this one. */
  askedAt: string | Date | null;
  problem: string | null;
}) {
  return (
    <div className="grid max-w-prose gap-5 text-base">
      <h1>{m.respondent_over_title()}</h1>
      <p>{overWords[over]({ asker })}</p>
      <p>{over === 'withdrawn' ? m.respondent_over_withdrawn_do({ asker }) : m.site_sharing_over_ask({ asker })}</p>
      {problem && <Notice tone="danger">{problem}</Notice>}
      {over !== 'withdrawn' &&
        (askedAt ? (
          <Notice tone="success" isLive>
            {m.auditpapers_link_asked({ asker, date: formatDate(askedAt) })}
          </Notice>
        ) : (
          <Form method="post" className="grid gap-3">
            <p>{m.auditpapers_link_ask_lead({ asker })}</p>
            <div>
              <Button type="submit" name="intent" value="ask" variant="primary" size="lg" className="w-full sm:w-auto">
                {m.auditpapers_link_ask()}
              </Button>
            </div>
          </Form>
        ))}
    </div>
  );
}
