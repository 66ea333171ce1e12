import { m } from '~/paraglide/messages';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { Button } from '~/ui/button';
import { CheckboxGroup } from '~/ui/checkbox-group';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { boxesOf, type FormFailure, fieldOf } from '~/ui/form-values';
import { formatDate } from '~/ui/format';
import { Notice } from '~/ui/notice';
import type { ShownAction } from './action-details';
import { actionRefusal, lookedAtLabel } from './labels';
import { lookedAtMethods } from './verification-basis';

/** Verification: what was seen, and what was looked at. The files of the action count by themselves. */
export function VerifyForm({ failure, today }: { failure: FormFailure | undefined; today: string }) {
  return (
    <Form method="post" noValidate className="grid gap-3">
      <ErrorSummary errors={failure?.errors} />
      <FreeText
        label={m.corrective_actions_seen()}
        hint={m.corrective_actions_seen_hint()}
        rows={2}
        maxLength={2000}
        id="field-seen"
        {...fieldOf(failure, 'seen')}
      />
      <CheckboxGroup
        {...boxesOf(failure, 'methods')}
        label={m.corrective_actions_looked_how()}
        list={lookedAtMethods}
        wordOf={lookedAtLabel}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <Field type="date" isPast label={m.corrective_actions_looked_on()} {...fieldOf(failure, 'lookedOn', today)} />
        <Field
          optional
          inputMode="numeric"
          label={m.corrective_actions_interviews_count()}
          hint={m.corrective_actions_interviews_hint()}
          {...fieldOf(failure, 'interviews')}
        />
      </div>
      <div>
        <Button name="intent" value="verify" variant="primary">
          {m.corrective_actions_verify()}
        </Button>
      </div>
    </Form>
  );
}

/** The acceptance of a verification by text on the day of completion: the request, the decision of another person, and its revocation. */
export function AcceptanceSection({
  action: { acceptance, completedById },
  userId,
  failure,
}: {
  action: ShownAction;
  userId: string;
  failure: FormFailure | undefined;
}) {
  const isOwnWork = completedById === userId;
  if (acceptance === null) return isOwnWork ? null : <Request {...{ failure }} />;
  const { id, state, askedById, askedBy, reason, decidedBy, decidedOn, note } = acceptance;
  const decision = { name: decidedBy ?? m.shell_unknown(), date: decidedOn === null ? '' : formatDate(decidedOn), reason: note };
  const isAsker = askedById === userId;
  return (
    <section aria-labelledby="acceptance" className="grid gap-2 rounded border border-line bg-surface p-4">
      <h3 id="acceptance" className="font-semibold">
        {m.corrective_actions_acceptance_title()}
      </h3>
      <p>{m.gate_asked_by({ name: askedBy ?? m.shell_unknown(), reason })}</p>
      {state === 'approved' && <p>{m.gate_accepted_by(decision)}</p>}
      {state === 'rejected' && <p>{m.gate_rejected_by(decision)}</p>}
      {state === 'open' && isAsker && <p className="text-muted">{m.gate_own()}</p>}
      {state === 'open' && !isAsker && isOwnWork && <Notice tone="info">{actionRefusal('same-person')}</Notice>}
      {((state === 'open' && !isOwnWork) || (state === 'approved' && !isAsker && !isOwnWork)) && (
        <Form method="post" noValidate className="grid gap-3">
          <ErrorSummary errors={failure?.errors} />
          <input type="hidden" name="approvalId" value={id} />
          <input type="hidden" name="intent" value="decide-acceptance" />
          {!(state === 'open' && isAsker) && (
            <FreeText
              label={state === 'open' ? m.gate_decision_reason() : m.gate_revoke_reason()}
              rows={2}
              maxLength={1000}
              id="field-acceptanceReason"
              {...fieldOf(failure, 'acceptanceReason')}
            />
          )}
          <div className="flex flex-wrap gap-2">
            {state === 'open' && !isAsker && (
              <>
                <Button name="verdict" value="approved" variant="primary">
                  {m.gate_accept()}
                </Button>
                <Button name="verdict" value="rejected">
                  {m.gate_reject()}
                </Button>
              </>
            )}
            {state === 'open' && isAsker && (
              <Button name="verdict" value="withdrawn" variant="quiet">
                {m.gate_withdraw()}
              </Button>
            )}
            {state === 'approved' && (
              <Button name="verdict" value="revoked">
                {m.gate_revoke()}
              </Button>
            )}
          </div>
        </Form>
      )}
      {state === 'rejected' && !isOwnWork && <Request {...{ failure }} />}
    </section>
  );
}

function Request({ failure }: { failure: FormFailure | undefined }) {
  return (
    <details open={failure !== undefined}>
      <summary className="cursor-pointer text-accent">{m.gate_ask()}</summary>
      <Form method="post" noValidate className="mt-3 grid gap-3">
        <p className="max-w-prose text-muted">{m.corrective_actions_acceptance_lead()}</p>
        <ErrorSummary errors={failure?.errors} />
        <FreeText
          label={m.gate_ask_reason()}
          rows={2}
          maxLength={1000}
          id="field-acceptanceRequest"
          {...fieldOf(failure, 'acceptanceReason')}
        />
        <div>
          <Button name="intent" value="ask-acceptance">
            {m.gate_ask()}
          </Button>
        </div>
      </Form>
    </details>
  );
}
