import { housingChoices, workerVoiceChoices } from '#scoring';
import { countryOptions } from '~/suppliers/registry/country-options';
import { choiceName, factName } from './fact-words';
import { m } from '~/paraglide/messages';
import { Field, TextArea } from '~/ui/field';
import { Select } from '~/ui/select';
import { type FormFailure, fieldOf } from '~/web/forms';
import { shareHint } from '~/suppliers/sites/share-hint';
import { type ShownValues, shareText } from './shown-fact';
import { countFields, countText } from './workforce-form';

/** The facts of a site as fields; an empty one is unknown. */
export function SiteFormFields({ failure, saved }: { failure: FormFailure | null | undefined; saved: ShownValues }) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={factName('name')} className="sm:col-span-2" required maxLength={500} {...fieldOf(failure, 'name', saved.name)} />
      <Select
        label={factName('country')}
        empty={m.suppliers_unknown()}
        options={countryOptions()}
        {...fieldOf(failure, 'country', saved.country)}
      />
      {(['region', 'city', 'postalCode', 'address'] as const).map((field) => (
        <Field key={field} label={factName(field)} optional {...fieldOf(failure, field, saved[field])} />
      ))}
      <Field
        label={factName('workers')}
        hint={m.suppliers_hint_empty_unknown()}
        inputMode="numeric"
        {...fieldOf(failure, 'workers', saved.workers)}
      />
      {(['femaleShare', 'migrantShare', 'agencyShare'] as const).map((field) => (
        <Field
          key={field}
          label={`${factName(field)}, %`}
          hint={shareHint(saved[field])}
          inputMode="decimal"
          {...fieldOf(failure, field, shareText(saved[field]))}
        />
      ))}
      {countFields.map((field) => (
        <Field
          key={field}
          label={factName(field)}
          hint={m.supply_links_count_hint()}
          optional
          inputMode="text"
          {...fieldOf(failure, field, countText(saved[field]))}
        />
      ))}
      <TextArea
        label={factName('migrantsByOrigin')}
        hint={m.supply_links_by_origin_hint()}
        optional
        rows={3}
        {...fieldOf(
          failure,
          'migrantsByOrigin',
          Object.entries(saved.migrantsByOrigin ?? {})
            .map(([origin, count]) => `${origin} ${countText(count) ?? ''}`)
            .join('\n'),
        )}
      />
      <Select
        label={factName('housing')}
        empty={m.suppliers_unknown()}
        options={housingChoices.map((choice) => ({ value: choice, label: choiceName('housing', choice) }))}
        {...fieldOf(failure, 'housing', saved.housing)}
      />
      <Select
        label={factName('workerVoice')}
        empty={m.suppliers_unknown()}
        options={workerVoiceChoices.map((choice) => ({ value: choice, label: choiceName('workerVoice', choice) }))}
        {...fieldOf(failure, 'workerVoice', saved.workerVoice)}
      />
      {(['latitude', 'longitude'] as const).map((field) => (
        <Field key={field} label={`${factName(field)}, °`} optional inputMode="decimal" {...fieldOf(failure, field, saved[field])} />
      ))}
      <Field
        label={m.suppliers_form_note()}
        hint={m.suppliers_hint_note()}
        optional
        className="sm:col-span-2"
        {...fieldOf(failure, 'note')}
      />
    </div>
  );
}
