import { useNavigation } from '@remix-run/react';
import type { EvidenceGrade } from '#scoring';
import { evidenceLabel } from '~/locales/method-labels';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { Form } from '~/ui/form';
import { formatDate } from '~/ui/format';
import { Select } from '~/ui/select';
import { fieldOf, type FormFailure } from '~/ui/form-values';
import type { ShownWaiver } from '~/risk/override-record/read-waivers.server';

/** A proposal that waits: what it says, and the buttons of whoever may decide. */
export function OpenProposal({
  lifting,
  mayDecide,
}: {
  lifting: Omit<ShownWaiver, 'proposedAt'> & { proposedAt: string | Date };
  mayDecide: boolean;
}) {
  const { id, isOwn, proposedBy, proposedAt, evidence, shownBy, reason } = lifting;
  const date = formatDate(proposedAt);
  return (
    <div className="mt-2 grid gap-2 rounded border border-line bg-surface p-3">
      <p className="font-semibold">
        {isOwn ? m.override_waivers_open_own({ date }) : m.override_waivers_open({ name: proposedBy ?? m.shell_unknown(), date })}
      </p>
      <p>
        {m.shell_named({ name: m.override_waivers_evidence(), text: evidenceLabel(evidence) })}. {shownBy}
      </p>
      <p className="whitespace-pre-line">{reason}</p>
      {isOwn || mayDecide ? (
        <Form method="post" className="flex flex-wrap gap-2">
          <input type="hidden" name="waiverId" value={id} />
          {isOwn ? (
            <Button name="verdict" value="withdrawn" variant="quiet">
              {m.override_waivers_withdraw()}
            </Button>
          ) : (
            <>
              <Button name="verdict" value="approved">
                {m.override_waivers_accept()}
              </Button>
              <Button name="verdict" value="rejected" variant="quiet">
                {m.override_waivers_refuse()}
              </Button>
            </>
          )}
        </Form>
      ) : (
        <p className="text-muted">{m.override_waivers_may_not_decide()}</p>
      )}
    </div>
  );
}

/** Proposes to waive one override; folded away until it is wanted, open where something was refused. */
export function ProposalForm({
  override,
  grades,
  failure,
}: {
  override: string;
  grades: readonly EvidenceGrade[];
  failure: FormFailure | undefined;
}) {
  const { state, formMethod } = useNavigation();
  const of = (name: string) => ({ ...fieldOf(failure, name), id: `field-${name}-${override}` });
  return (
    <details className="mt-2" open={failure !== undefined}>
      <summary className="cursor-pointer text-accent">{m.override_waivers_propose_summary()}</summary>
      <Form method="post" className="mt-3 grid max-w-2xl gap-4">
        <input type="hidden" name="override" value={override} />
        <Select
          label={m.override_waivers_evidence()}
          hint={m.override_waivers_evidence_hint()}
          empty={m.override_waivers_evidence_choose()}
          options={grades.map((grade) => ({ value: grade, label: evidenceLabel(grade) }))}
          {...of('evidence')}
        />
        <FreeText
          label={m.override_waivers_shown_by()}
          hint={m.override_waivers_shown_by_hint()}
          rows={2}
          maxLength={400}
          {...of('shownBy')}
        />
        <FreeText label={m.override_waivers_reason()} rows={3} maxLength={2000} {...of('reason')} />
        <div>
          <Button busy={state !== 'idle' && formMethod === 'POST'}>{m.override_waivers_propose()}</Button>
        </div>
      </Form>
    </details>
  );
}

const past = {
  approved: m.override_waivers_past_lifted,
  rejected: m.override_waivers_past_refused,
  withdrawn: m.override_waivers_past_withdrawn,
} as const;

/** What was decided before, the newest first. */
export function PastDecisions({
  liftings,
}: {
  liftings: readonly (Omit<ShownWaiver, 'decidedAt' | 'proposedAt'> & { decidedAt: string | Date | null })[];
}) {
  return (
    <ul className="grid gap-3">
      {liftings.map(({ id, code, state, decidedBy, decidedAt, proposedBy, evidence, shownBy, reason }) => {
        const say = past[state as keyof typeof past];
        const unknown = m.shell_unknown();
        return (
          <li key={id} className="border-s-4 border-line ps-3">
            <p>
              {say?.({
                code,
                name: decidedBy ?? unknown,
                date: decidedAt === null ? unknown : formatDate(decidedAt),
                proposer: proposedBy ?? unknown,
              })}
            </p>
            <p className="text-sm text-muted">
              {m.shell_named({ name: m.override_waivers_evidence(), text: evidenceLabel(evidence) })}. {shownBy} {reason}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
