import { m } from '~/paraglide/messages';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import { formatDate } from '~/ui/format';
import { Section } from '~/ui/page-header';
import type { ShownStop } from './show-stops';
import { StopCard } from './stop-card';

type Reader = {
  userId: string;
  /** Of the team that records it, while a report can still change. */
  mayAsk: boolean;
  mayDecide: boolean;
};

/** The points that stop the conclusion, with the request of each, the decision of a second person, and its revocation. */
export function GateSection({ stops, reader, failure }: { stops: readonly ShownStop[]; reader: Reader; failure: FormFailure | null }) {
  return (
    <Section id="gate" title={m.gate_title()} lead={m.gate_lead()}>
      {stops.length === 0 ? (
        <p className="text-muted">{m.gate_none()}</p>
      ) : (
        <div className="grid gap-3">
          {stops.map((stop) => (
            <StopCard key={stop.key} stop={stop}>
              <Progress {...{ stop }} />
              <Acts {...{ stop, reader }} failure={isOf(failure, stop) ? failure : null} />
            </StopCard>
          ))}
        </div>
      )}
    </Section>
  );
}

const isOf = (failure: FormFailure | null, { key, acceptance }: ShownStop) =>
  failure !== null && (failure.values.point?.[0] === key || (acceptance !== null && failure.values.approval?.[0] === acceptance.id));

function Progress({ stop: { acceptance, state } }: { stop: ShownStop }) {
  if (acceptance === null || state === 'open') return null;
  const { reason, note, askedBy, decidedBy, decidedOn } = acceptance;
  const decision = { name: decidedBy ?? m.shell_unknown(), date: decidedOn === null ? '' : formatDate(decidedOn), reason: note };
  return (
    <div className="grid max-w-prose gap-1">
      <p>{m.gate_asked_by({ name: askedBy ?? m.shell_unknown(), reason })}</p>
      {acceptance.state === 'approved' && <p>{m.gate_accepted_by(decision)}</p>}
      {acceptance.state === 'rejected' && <p>{m.gate_rejected_by(decision)}</p>}
    </div>
  );
}

function Acts({ stop, reader, failure }: { stop: ShownStop; reader: Reader; failure: FormFailure | null }) {
  const { key, state, acceptance } = stop;
  const isOwn = acceptance?.askedById === reader.userId;
  const field = (label: string, hint?: string) => (
    <FreeText {...fieldOf(failure, 'reason')} id={`reason-${key}`} label={label} hint={hint} rows={2} maxLength={1000} />
  );
  if (state === 'asked' && isOwn)
    return (
      <Form method="post" className="flex flex-wrap items-center gap-3">
        <input type="hidden" name="approval" value={acceptance?.id} />
        <p className="text-muted">{m.gate_own()}</p>
        <Button name="intent" value="withdraw-point" variant="quiet">
          {m.gate_withdraw()}
        </Button>
      </Form>
    );
  if (state === 'asked' && reader.mayDecide)
    return (
      <Form method="post" className="grid max-w-prose gap-3">
        <ErrorSummary errors={failure?.errors} />
        <input type="hidden" name="approval" value={acceptance?.id} />
        {field(m.gate_decision_reason(), m.gate_decision_hint())}
        <div className="flex flex-wrap gap-2">
          <Button name="intent" value="accept-point" variant="primary">
            {m.gate_accept()}
          </Button>
          <Button name="intent" value="reject-point">
            {m.gate_reject()}
          </Button>
        </div>
      </Form>
    );
  if (state === 'accepted')
    return reader.mayDecide && !isOwn ? (
      <details open={failure !== null}>
        <summary className="cursor-pointer text-accent">{m.gate_revoke()}</summary>
        <Form method="post" className="mt-3 grid max-w-prose gap-3">
          <ErrorSummary errors={failure?.errors} />
          <input type="hidden" name="approval" value={acceptance?.id} />
          {field(m.gate_revoke_reason())}
          <div>
            <Button name="intent" value="revoke-point">
              {m.gate_revoke()}
            </Button>
          </div>
        </Form>
      </details>
    ) : null;
  if (state === 'asked' || !reader.mayAsk) return null;
  return (
    <details open={failure !== null}>
      <summary className="cursor-pointer text-accent">{m.gate_ask()}</summary>
      <Form method="post" className="mt-3 grid max-w-prose gap-3">
        <ErrorSummary errors={failure?.errors} />
        <input type="hidden" name="point" value={key} />
        {field(m.gate_ask_reason(), m.gate_ask_hint())}
        <div>
          <Button name="intent" value="ask-point">
            {m.gate_ask()}
          </Button>
        </div>
      </Form>
    </details>
  );
}
