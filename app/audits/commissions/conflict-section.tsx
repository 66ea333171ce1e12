import { m } from '~/paraglide/messages';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import type { FormFailure } from '~/ui/form-values';
import { formatDate } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { Section } from '~/ui/page-header';
import type { DecidedConflict } from '../independence/decisions.server';
import { conflictFacts, conflictLabel } from '../independence/labels';

type Shown = Omit<DecidedConflict, 'decidedAt'> & { decidedAt: Date | string | null } & DecidedConflictFacts;
type DecidedConflictFacts = Parameters<typeof conflictFacts>[0];

/** Conflicts of interest with the facts that each rests on, and the decision of two people. */
export function ConflictSection({
  conflicts,
  userId,
  mayPropose,
  mayDecide,
  failure,
}: {
  conflicts: readonly Shown[];
  userId: string;
  mayPropose: boolean;
  mayDecide: boolean;
  failure: FormFailure | undefined;
}) {
  return (
    <Section title={m.commissions_conflicts()} lead={m.commissions_conflicts_lead()} id="conflicts">
      {conflicts.length === 0 ? (
        <p className="flex items-center gap-2">
          <Icon name="success" className="size-4 text-success" />
          {m.commissions_conflicts_none()}
        </p>
      ) : (
        <ul className="grid max-w-prose gap-4">
          {conflicts.map((conflict) => (
            <li key={`${conflict.code} ${conflict.subject}`} className="grid gap-2 border-s-4 border-warning ps-4">
              <h3>{conflictLabel(conflict.code)}</h3>
              <p>{conflictFacts(conflict)}</p>
              <Decision {...{ conflict, userId, mayPropose, mayDecide, failure }} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Decision({
  conflict,
  userId,
  mayPropose,
  mayDecide,
  failure,
}: {
  conflict: Shown;
  userId: string;
  mayPropose: boolean;
  mayDecide: boolean;
  failure: FormFailure | undefined;
}) {
  const { state, reason, proposedBy, proposedById, decidedBy, decidedAt, decisionId, code, subject, basis } = conflict;
  const names = { by: proposedBy ?? '—', second: decidedBy ?? '—', on: decidedAt ? formatDate(decidedAt) : '—' };
  const own =
    failure?.values.intent?.[0] === 'propose-conflict' && failure.values.code?.[0] === code && (failure.values.who?.[0] ?? '') === subject;
  const error = own ? failure.errors.reason?.[0] : undefined;
  return (
    <>
      {reason && <blockquote className="text-muted">{reason}</blockquote>}
      {state === 'accepted' && <p className="font-semibold text-success">{m.commissions_conflict_accepted(names)}</p>}
      {state === 'rejected' && <p className="font-semibold text-danger">{m.commissions_conflict_rejected(names)}</p>}
      {state === 'proposed' && <p>{m.commissions_conflict_waits(names)}</p>}
      {state === 'proposed' && mayDecide && proposedById !== userId && decisionId && (
        <Form method="post" className="flex flex-wrap gap-2">
          <input type="hidden" name="decision" value={decisionId} />
          <Button name="intent" value="accept-conflict">
            {m.commissions_conflict_accept()}
          </Button>
          <Button name="intent" value="reject-conflict" variant="quiet">
            {m.commissions_conflict_reject()}
          </Button>
        </Form>
      )}
      {(state === 'open' || state === 'rejected') && mayPropose && (
        <Form method="post" className="grid gap-3">
          <input type="hidden" name="intent" value="propose-conflict" />
          <input type="hidden" name="code" value={code} />
          <input type="hidden" name="who" value={subject} />
          <input type="hidden" name="basis" value={basis} />
          <FreeText
            name="reason"
            id={`reason-${code}-${subject}`}
            label={m.commissions_conflict_reason()}
            hint={m.commissions_conflict_reason_hint()}
            defaultValue={own ? failure.values.reason?.[0] : ''}
            error={error}
            rows={2}
            maxLength={1000}
          />
          <div>
            <Button type="submit">{m.commissions_conflict_propose()}</Button>
          </div>
        </Form>
      )}
    </>
  );
}
