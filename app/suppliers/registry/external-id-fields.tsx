import { externalIdName } from '~/suppliers/parties/external-id-labels';
import { m } from '~/paraglide/messages';
import { Field } from '~/ui/field';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import { CountryField } from '~/suppliers/choices/closed-lists';
import type { FactValues } from '~/suppliers/facts/fact-fields';

/** The identifiers of a supplier as fields. */
export function ExternalIdFields({
  failure,
  saved,
}: {
  failure: FormFailure | null | undefined;
  saved: Pick<FactValues, 'externalIds' | 'country'>;
}) {
  const ids = saved.externalIds ?? {};
  const [, country, number] = /^([A-Z]{2}):(.+)$/.exec(ids.registration ?? '') ?? [];
  const [, taxCountry, taxNumber] = /^([A-Z]{2}):(.+)$/.exec(ids.taxNumber ?? '') ?? [];
  return (
    <fieldset className="grid gap-4 sm:grid-cols-2">
      <legend className="mb-3 text-lg font-semibold">{m.match_ids_title()}</legend>
      <Field
        label={externalIdName('osId')}
        hint={m.match_id_hint_os()}
        optional
        autoComplete="off"
        {...fieldOf(failure, 'osId', ids.osId)}
      />
      <Field label={externalIdName('lei')} hint={m.match_id_hint_lei()} optional autoComplete="off" {...fieldOf(failure, 'lei', ids.lei)} />
      <Field
        label={externalIdName('duns')}
        hint={m.match_id_hint_duns()}
        optional
        inputMode="numeric"
        {...fieldOf(failure, 'duns', ids.duns)}
      />
      <div className="grid gap-4">
        <Field
          label={externalIdName('registration')}
          hint={m.match_id_hint_registration()}
          optional
          autoComplete="off"
          {...fieldOf(failure, 'registration', number)}
        />
        <CountryField
          label={m.match_id_registration_country()}
          empty={m.suppliers_unknown()}
          {...fieldOf(failure, 'registrationCountry', country ?? saved.country)}
        />
      </div>
      <div className="grid gap-4">
        <Field
          label={externalIdName('taxNumber')}
          hint={m.match_id_hint_tax_number()}
          optional
          autoComplete="off"
          {...fieldOf(failure, 'taxNumber', taxNumber)}
        />
        <CountryField
          label={m.match_id_tax_country()}
          empty={m.suppliers_unknown()}
          {...fieldOf(failure, 'taxCountry', taxCountry ?? saved.country)}
        />
      </div>
    </fieldset>
  );
}
