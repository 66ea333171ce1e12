import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { formatDate, formatNumber } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { PageHeader } from '~/ui/page-header';
import { DoubtsSection } from '~/questionnaires/answer-doubts/doubts-section';
import { LinkNotice, type ShownLink } from '~/questionnaires/requests/link-notice';
import { Form } from '~/ui/form';
import { AnswerSections } from './answer-sections';
import { DeskKeys } from './desk-keys';
import type { Desk } from './read-desk.server';
import { type AnswerPoints, type DeskFilter, deskFilters, recordHref } from './schema';
import { type SignOff, SignOffSection } from './sign-off-section';
import { filterLabel } from './labels';
import { WeakSection } from './weak-section';

type Shown = {
  desk: SerializeFrom<Desk>;
  base: string;
  filter: DeskFilter;
  signOff: SignOff | null;
  /** What the answers do to the newest score; null without one. */
  points: AnswerPoints | null;
  may: { review: boolean; reopen: boolean; signOff: boolean; record: boolean };
  failure: { message: string; question: string | null } | null;
  /** What was just sent back, and the link for it where this member may hand it over. */
  sent: { text: string; link: ShownLink | null } | null;
};

/** The desk: every submitted answer with what speaks for and against it, and what is made of it. */
export function DeskPage({ desk, base, filter, signOff, points, may, failure, sent }: Shown) {
  const here = `${base}/responses/${desk.id}`;
  const isOpen = desk.status === 'submitted';
  const done = desk.counts.all - desk.counts.unreviewed;
  // A doubt about the questionnaire as a whole names no answer that a filter could show.
  const areAnswersDoubted = desk.counts.doubted > 0 || desk.doubts.length === 0 || filter === 'doubted';
  return (
    <>
      <PageHeader
        title={m.answer_review_title()}
        lead={m.answer_review_lead({ instrument: desk.instrument })}
        breadcrumbs={[
          { label: m.responses_title(), to: `${base}/responses` },
          { label: desk.supplier, to: here },
          { label: m.answer_review_title() },
        ]}
        meta={<span>{m.answer_review_progress({ done: formatNumber(done), all: formatNumber(desk.counts.all) })}</span>}
        actions={<LinkButton to={here}>{m.responses_back()}</LinkButton>}
      />
      {failure && <Notice tone="danger">{failure.message}</Notice>}
      {sent && (
        <div className="mb-4">
          <Notice tone="success" isLive>
            {sent.text}
          </Notice>
        </div>
      )}
      {sent?.link && <LinkNotice link={sent.link} />}
      {desk.status === 'open' && !sent && <Notice tone="info">{m.answer_review_closed()}</Notice>}
      <p className="max-w-prose text-muted">
        {desk.comparedWith ? m.answer_review_compared({ date: formatDate(desk.comparedWith) }) : m.answer_review_compared_none()}{' '}
        {desk.versionBefore && (
          <>
            <Link to={`${here}#versions`} className="text-accent underline">
              {m.answer_review_version_replaced({
                sent: formatDate(desk.versionBefore.sentAt),
                replaced: formatDate(desk.versionBefore.replacedAt),
              })}
            </Link>
            {'. '}
          </>
        )}
        {desk.peers >= 5 ? m.answer_review_peers({ count: formatNumber(desk.peers) }) : m.answer_review_peers_few()}
      </p>
      <WeakSection
        weak={desk.weak}
        points={points}
        answerHref={({ question }) => `?#${question}`}
        findingHref={may.record ? (question) => recordHref(base, { supplier: desk.publicId, response: desk.id, question }) : null}
      />
      {desk.canBeDoubted && <DoubtsSection doubts={desk.doubts} here={here} base={base} />}
      <nav aria-label={m.answer_review_filters()} className="my-4 flex flex-wrap gap-2">
        {deskFilters
          .filter(
            (each) =>
              (each !== 'resent' || desk.versionBefore) &&
              (each !== 'doubted' || areAnswersDoubted) &&
              (each !== 'harm' || desk.weak.length > 0),
          )
          .map((each) => (
            <Link
              key={each}
              to={each === 'all' ? '?' : `?show=${each}`}
              preventScrollReset
              aria-current={each === filter ? 'page' : undefined}
              className="inline-flex min-h-9 items-center rounded border border-edge px-3 text-sm no-underline aria-[current]:border-accent aria-[current]:font-semibold"
            >
              {filterLabel(each, formatNumber(desk.counts[each]))}
            </Link>
          ))}
      </nav>
      {isOpen && may.review && <DeskKeys keys={desk.rows.map(({ key }) => key)} />}
      {desk.rows.length === 0 ? (
        <p className="text-muted">{m.answer_review_none_left()}</p>
      ) : (
        <AnswerSections rows={desk.rows} here={here} mayReview={isOpen && may.review} points={points} base={base} />
      )}
      {isOpen && may.reopen && (
        <Form method="post" className="mt-6 grid gap-3 border-t border-line pt-4">
          <p className="max-w-prose">{desk.questioned > 0 ? m.answer_review_send_back_lead() : m.answer_review_send_back_none()}</p>
          <div>
            <Button type="submit" name="intent" value="send-back" variant="primary" disabled={desk.questioned === 0}>
              {m.answer_review_send_back({ count: formatNumber(desk.questioned) })}
            </Button>
          </div>
        </Form>
      )}
      {signOff && <SignOffSection signOff={signOff} desk={desk} mayGive={may.signOff} />}
    </>
  );
}
