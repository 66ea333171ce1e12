import { useNavigation } from '@remix-run/react';
import { fromMinor } from '~/suppliers/labour-recruiters/money';
import { PersonField } from '~/platform/forms/person-field';
import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { Section } from '~/ui/page-header';
import { RadioGroup, Select } from '~/ui/select';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import { actionKinds, timescales, verifications } from './action-lists';
import { kindLabel, timescaleLabel, verificationLabel } from './labels';

export type SavedPlan = {
  kind: string;
  action: string;
  rootCause: string;
  owner: string;
  ownerMemberId: string | null;
  timescale: string;
  verification: string;
  agreedBy: string;
  agreedOn: string | null;
  amountMinor: number | null;
  currency: string | null;
  people: number | null;
};

/** The form of one action: action, owner, due date, verification method, and repayment. */
export function PlanForm({
  saved,
  rootCause,
  members,
  failure,
  cancel,
}: {
  saved?: SavedPlan | undefined;
  /** Of the finding, to begin with. */
  rootCause: string;
  members: readonly { id: string; name: string }[];
  failure?: FormFailure | undefined;
  cancel: string;
}) {
  const { state } = useNavigation();
  const of = (name: string, value?: string | number | null) => fieldOf(failure, name, value);
  const words = <Value extends string>(values: readonly Value[], say: (value: Value) => string) =>
    values.map((value) => ({ value, label: say(value) }));
  const amount = saved?.amountMinor != null && saved.currency ? fromMinor(saved.amountMinor, saved.currency) : null;
  return (
    <Form method="post" noValidate className="grid max-w-3xl gap-6">
      <ErrorSummary errors={failure?.errors} />
      <div id="field-kind">
        <RadioGroup
          label={m.corrective_actions_kind()}
          hint={m.corrective_actions_kind_hint()}
          options={words(actionKinds, kindLabel)}
          layout="row"
          {...of('kind', saved?.kind ?? 'corrective')}
        />
      </div>
      <FreeText
        label={m.corrective_actions_what()}
        hint={m.corrective_actions_what_hint()}
        rows={3}
        maxLength={4000}
        {...of('action', saved?.action)}
      />
      <FreeText label={m.findings_root_cause()} optional rows={2} maxLength={4000} {...of('rootCause', saved?.rootCause ?? rootCause)} />
      <div className="grid gap-6 sm:grid-cols-2">
        <Field
          label={m.corrective_actions_owner()}
          hint={m.corrective_actions_owner_hint()}
          maxLength={200}
          {...of('owner', saved?.owner)}
        />
        <PersonField
          label={m.corrective_actions_owner_member()}
          hint={m.corrective_actions_owner_member_hint()}
          optional
          empty={m.corrective_actions_owner_nobody()}
          people={members}
          {...of('ownerMemberId', saved?.ownerMemberId)}
        />
        <Select
          label={m.corrective_actions_timescale()}
          hint={m.corrective_actions_timescale_hint()}
          empty={m.findings_choose()}
          options={words(timescales, timescaleLabel)}
          {...of('timescale', saved?.timescale)}
        />
        <Select
          label={m.corrective_actions_verification()}
          hint={m.corrective_actions_verification_hint()}
          empty={m.findings_choose()}
          options={words(verifications, verificationLabel)}
          {...of('verification', saved?.verification)}
        />
        <Field
          label={m.corrective_actions_agreed_by()}
          hint={m.corrective_actions_agreed_by_hint()}
          optional
          maxLength={200}
          {...of('agreedBy', saved?.agreedBy)}
        />
        <Field type="date" isPast label={m.corrective_actions_agreed_on()} optional {...of('agreedOn', saved?.agreedOn)} />
      </div>
      <Section title={m.corrective_actions_money()} lead={m.corrective_actions_money_lead()}>
        <div className="grid gap-6 sm:grid-cols-3">
          <Field label={m.corrective_actions_amount()} inputMode="decimal" optional {...of('amount', amount)} />
          <Field
            label={m.corrective_actions_currency()}
            hint={m.corrective_actions_currency_hint()}
            maxLength={3}
            optional
            {...of('currency', saved?.currency)}
          />
          <Field label={m.corrective_actions_people()} inputMode="numeric" optional {...of('people', saved?.people)} />
        </div>
      </Section>
      <div className="flex flex-wrap gap-3">
        <Button variant="primary" busy={state === 'submitting'}>
          {saved ? m.corrective_actions_save() : m.corrective_actions_plan()}
        </Button>
        <LinkButton to={cancel} variant="quiet">
          {m.findings_cancel()}
        </LinkButton>
      </div>
    </Form>
  );
}
