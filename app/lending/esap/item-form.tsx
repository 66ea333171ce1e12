import { m } from '~/paraglide/messages';
import { Field } from '~/ui/field';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { PostForm } from '~/ui/post-form';
import { Select } from '~/ui/select';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import { writeAmount } from './amount';
import { milestones, type Planned } from './plan-lists';
import { milestoneLabel } from './labels';

/** What is planned of a line. What was typed wins over what is saved, so that a refused form loses nothing. */
export function ItemForm({
  failure,
  saved,
  revision,
  currency,
  submit,
}: {
  failure: FormFailure | undefined;
  saved?: Planned;
  revision?: number;
  /** The deal's currency, proposed where the item has none. */
  currency: string;
  submit: string;
}) {
  const cost = saved && saved.costMinor !== null && saved.currency !== null ? writeAmount(saved.costMinor, saved.currency) : '';
  return (
    <PostForm errors={failure?.errors} hidden={{ revision }} submit={submit}>
      <FreeText
        {...fieldOf(failure, 'action', saved?.action)}
        label={m.esap_field_action()}
        hint={m.esap_hint_action()}
        rows={3}
        maxLength={4000}
      />
      <FreeText
        {...fieldOf(failure, 'reason', saved?.reason)}
        optional
        label={m.esap_field_reason()}
        hint={m.esap_hint_reason()}
        rows={2}
        maxLength={4000}
      />
      <Field
        {...fieldOf(failure, 'reference', saved?.reference)}
        optional
        label={m.esap_field_reference()}
        hint={m.esap_hint_reference()}
        maxLength={200}
      />
      <FreeText
        {...fieldOf(failure, 'deliverable', saved?.deliverable)}
        optional
        label={m.esap_field_deliverable()}
        rows={2}
        maxLength={2000}
      />
      <Field
        {...fieldOf(failure, 'owner', saved?.owner)}
        optional
        label={m.esap_field_owner()}
        hint={m.esap_hint_owner()}
        maxLength={200}
      />
      <div className="flex flex-wrap gap-4">
        <Field {...fieldOf(failure, 'dueOn', saved?.dueOn)} optional type="date" label={m.esap_field_due()} />
        <Select
          {...fieldOf(failure, 'milestone', saved?.milestone)}
          optional
          label={m.esap_field_milestone()}
          options={[{ value: '', label: m.esap_unknown() }, ...milestones.map((value) => ({ value, label: milestoneLabel(value) }))]}
        />
      </div>
      <div className="flex flex-wrap gap-4">
        <Field {...fieldOf(failure, 'cost', cost)} optional inputMode="decimal" label={m.esap_field_cost()} hint={m.esap_hint_cost()} />
        <Field
          {...fieldOf(failure, 'currency', saved?.currency ?? currency)}
          optional
          label={m.esap_field_currency()}
          maxLength={3}
          className="w-28"
        />
      </div>
      <FreeText
        {...fieldOf(failure, 'indicator', saved?.indicator)}
        optional
        label={m.esap_field_indicator()}
        hint={m.esap_hint_indicator()}
        rows={2}
        maxLength={2000}
      />
      <p className="text-muted">{m.esap_hint_freeze()}</p>
    </PostForm>
  );
}
