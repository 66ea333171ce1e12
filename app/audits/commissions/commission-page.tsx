import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { Button, LinkButton } from '~/ui/button';
import { Fold } from '~/ui/fold';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import { formatMoment } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { CommissionFacts, VisitorList } from './commission-facts';
import { ConflictSection } from './conflict-section';
import type { CommissionRead } from './find-commission.server';
import { type AssignedRow, PrepareSection } from './prepare-section';

type Sent = Omit<CommissionRead, 'createdAt' | 'answeredAt'>;
type Message = { id: string; side: string; text: string; byName: string; sentAt: Date | string };
export type CommissionReply = { intent: string; failure: FormFailure } | null;

/** A commission for either side: what is asked, the firm's preparation, conflicts of interest, questions and the decision. */
export function CommissionPage({
  commission,
  checklists,
  messages,
  conflicts,
  team,
  free,
  report,
  userId,
  mayEdit,
  mayDecide,
  base,
  reply,
}: {
  commission: Sent;
  checklists: readonly string[];
  messages: readonly Message[];
  conflicts: Parameters<typeof ConflictSection>[0]['conflicts'];
  team: readonly AssignedRow[];
  free: readonly { id: string; name: string }[];
  /** The report that the firm sent to the buyer. */
  report: { sharedAccessId: string } | null;
  userId: string;
  mayEdit: boolean;
  mayDecide: boolean;
  base: string;
  reply: CommissionReply;
}) {
  const failureOf = (...intents: string[]) => (reply && intents.includes(reply.intent) ? reply.failure : undefined);
  const { status, side, plan, declineReason } = commission;
  const isFirm = side === 'firm';
  const isOpen = status === 'sent' || status === 'question';
  const isPrepared = isOpen || status === 'accepted';
  return (
    <>
      <ErrorSummary errors={failureOf('accept', 'withdraw', 'accept-conflict', 'reject-conflict')?.errors} />
      {declineReason !== null && (
        <div className="mb-6 max-w-prose">
          <Notice tone="warning" title={m.commissions_declined_title()}>
            {declineReason}
          </Notice>
        </div>
      )}
      {isFirm && plan?.audit && (
        <p className="mb-6">
          <Link to={`${base}/audits/${plan.audit.id}`}>{m.audits_named({ number: plan.audit.number })}</Link>
        </p>
      )}
      {isFirm && status === 'accepted' && mayEdit && plan?.supplier && (
        <p className="mb-6">
          <LinkButton
            to={`${base}/audits/new?supplier=${plan.supplier.publicId}&commission=${commission.id}`}
            variant="primary"
            icon="audit"
          >
            {m.audits_plan()}
          </LinkButton>
        </p>
      )}
      {report && (
        <p className="mb-6">
          <LinkButton to={`${base}/shared-with-us/${report.sharedAccessId}`} variant="primary" icon="report">
            {m.commissions_open_report()}
          </LinkButton>
        </p>
      )}
      <CommissionFacts commission={commission} checklists={checklists} />
      {commission.team.length > 0 && (
        <Section title={m.commissions_who_comes()}>
          <VisitorList team={commission.team} />
        </Section>
      )}
      {isFirm && plan && isPrepared && <PrepareSection {...{ plan, place: commission.place, team, free, mayEdit, base, failureOf }} />}
      {isFirm && (
        <ConflictSection {...{ conflicts, userId, mayDecide, mayPropose: mayEdit && isPrepared, failure: failureOf('propose-conflict') }} />
      )}
      {!commission.isOwn && <Messages messages={messages} isFirm={isFirm} mayWrite={mayEdit && isOpen} failure={failureOf('message')} />}
      {mayEdit && isFirm && isOpen && <Decide failure={failureOf('decline')} />}
      {mayEdit && (!isFirm || commission.isOwn) && isPrepared && (
        <Form method="post">
          <Button name="intent" value="withdraw" variant="quiet">
            {m.commissions_withdraw()}
          </Button>
        </Form>
      )}
    </>
  );
}

function Messages({
  messages,
  isFirm,
  mayWrite,
  failure,
}: {
  messages: readonly Message[];
  isFirm: boolean;
  mayWrite: boolean;
  failure: FormFailure | undefined;
}) {
  return (
    <Section title={m.commissions_messages()} id="messages">
      {messages.length === 0 && <p className="text-muted">{m.commissions_messages_none()}</p>}
      <ul className="grid max-w-prose gap-3">
        {messages.map(({ id, text, byName, sentAt, side }) => (
          <li key={id} className="grid gap-0.5 border-s-4 border-line ps-3">
            <span className="text-xs text-muted">
              <bdi>{byName}</bdi> · {side === 'firm' ? m.commissions_firm() : m.commissions_buyer()} · {formatMoment(sentAt)}
            </span>
            <span className="whitespace-pre-line">{text}</span>
          </li>
        ))}
      </ul>
      {mayWrite && (
        <Form method="post" className="mt-4 grid max-w-prose gap-3">
          <input type="hidden" name="intent" value="message" />
          <FreeText
            {...fieldOf(failure, 'text')}
            label={isFirm ? m.commissions_question() : m.commissions_answer()}
            rows={3}
            maxLength={2000}
          />
          <div>
            <Button type="submit">{isFirm ? m.commissions_ask() : m.commissions_reply()}</Button>
          </div>
        </Form>
      )}
    </Section>
  );
}

function Decide({ failure }: { failure: FormFailure | undefined }) {
  return (
    <Section title={m.commissions_decision()} lead={m.commissions_decision_lead()} id="decision">
      <div className="grid max-w-prose gap-4">
        <Form method="post">
          <Button name="intent" value="accept" variant="primary">
            {m.commissions_accept()}
          </Button>
        </Form>
        <Fold summary={m.commissions_decline()} isOpen={failure !== undefined}>
          <Form method="post" className="grid gap-3">
            <input type="hidden" name="intent" value="decline" />
            <FreeText {...fieldOf(failure, 'declineReason')} label={m.commissions_decline_reason()} rows={2} maxLength={1000} />
            <div>
              <Button type="submit">{m.commissions_decline()}</Button>
            </div>
          </Form>
        </Fold>
      </div>
    </Section>
  );
}
