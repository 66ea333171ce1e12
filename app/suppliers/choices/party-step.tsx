import { type ComponentProps, useEffect, useRef } from 'react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import { RadioGroup } from '~/ui/select';
import { CountryField } from './closed-lists';
import { PartyField } from './party-field';
import { addableKinds, partyActs, partyFieldNames } from './party-step-fields';

type Failure = FormFailure | null | undefined;

/** Whether a form is adding the company that it chooses: its own buttons wait until that is done. */
export const isAddingParty = (failure: Failure): boolean =>
  failure?.values.intent?.[0] === partyActs.open || failure?.values.intent?.[0] === partyActs.save;

/**
 * The choice of a supplier, site or labour recruiter inside a form, or in its place the fields of one that is missing. Its buttons post the whole form, so nothing
 * typed is lost, without script either (`party-step/take-party-step.server`). The form starts with a `DefaultSubmit`, unless it is adding.
 */
export function PartyStep({
  failure,
  mayAdd,
  ...field
}: Omit<ComponentProps<typeof PartyField>, 'add' | 'addFor' | 'isAnyKind'> & { failure: Failure; mayAdd: boolean }) {
  const open = useRef<HTMLDivElement>(null);
  if (isAddingParty(failure)) return <NewParty name={field.name} failure={failure} />;
  /** Opens the fields with the name that was searched in vain. */
  const openWith = (name: string) => {
    const [typed, button] = [open.current?.querySelector('input'), open.current?.querySelector('button')];
    if (!typed || !button) return;
    typed.value = name;
    typed.form?.requestSubmit(button);
  };
  const add = { label: (text: string) => m.choices_add_party_named({ name: text }), onAdd: openWith };
  return (
    <div className="grid justify-items-start gap-1">
      <PartyField {...field} isAnyKind add={mayAdd ? add : undefined} className="w-full" />
      {mayAdd && (
        <div ref={open}>
          <input type="hidden" name={partyFieldNames.name} defaultValue="" />
          <Button name="intent" value={partyActs.open} variant="quiet" size="sm" icon="add">
            {m.choices_add_party()}
          </Button>
        </div>
      )}
    </div>
  );
}

const kindLabels = { supplier: m.choices_party_supplier, 'labour-recruiter': m.suppliers_provider } as const;

function NewParty({ name, failure }: { name: string; failure: Failure }) {
  const fields = useRef<HTMLFieldSetElement>(null);
  // The button that opened the fields is gone: the focus goes on in the name.
  useEffect(() => fields.current?.querySelector<HTMLInputElement>('input[type=text]')?.focus(), []);
  return (
    <fieldset ref={fields} className="grid gap-4 rounded border border-edge p-4">
      <legend className="px-1 font-semibold">{m.choices_party_new()}</legend>
      <input type="hidden" name={name} value={fieldOf(failure, name).defaultValue} />
      <RadioGroup
        {...fieldOf(failure, partyFieldNames.kind, 'supplier')}
        label={m.choices_party_kind()}
        layout="row"
        options={addableKinds.map((value) => ({ value, label: kindLabels[value]() }))}
      />
      <Field {...fieldOf(failure, partyFieldNames.name)} label={m.choices_party_name()} type="text" maxLength={500} autoComplete="off" />
      <CountryField
        {...fieldOf(failure, partyFieldNames.country)}
        label={m.suppliers_column_country()}
        empty={m.suppliers_unknown()}
        intent={partyActs.save}
      />
      <div className="flex flex-wrap gap-2">
        <Button name="intent" value={partyActs.save} variant="primary">
          {m.choices_party_add()}
        </Button>
        <Button name="intent" value={partyActs.leave} variant="quiet">
          {m.shell_cancel()}
        </Button>
      </div>
    </fieldset>
  );
}
