import type { ReactNode } from 'react';
import { shareHint } from './share-hint';
import { type ShownValues, shareText } from './shown-fact';
import type { PartyKind } from '~/suppliers/fields/definition/define-field';
import type { FormField } from '~/suppliers/fields/definition/read-fields';
import { textOf } from '~/suppliers/fields/definition/text';
import { countText, groupSchema } from '~/suppliers/fields/definition/typed-counts';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { Field, TextArea } from '~/ui/field';
import { formatLanguage, languageCodes } from '~/ui/format';
import { Combobox } from '~/ui/combobox/combobox';
import { Select } from '~/ui/select';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import { CountriesField, CountryField } from '~/suppliers/choices/closed-lists';
import { labelIn } from './fact-labels';
import { KnownList, TickedOf } from './list-controls';
import { ProductsInput } from './products-input';
import { SectorInput } from './sector-input';

/** `intent`: what the form does, where only its button says so. */
export type FormValues = { failure: FormFailure | null | undefined; saved: ShownValues; intent?: string | undefined };
/** What recognising words needs: the list of sectors, and the address of the route that answers. */
export type Recognising = { sectors: readonly { value: string; label: string }[]; classify: string };
type Props = FormValues & FormField & { kind: PartyKind; recognising?: Recognising | undefined };

/** The control of a field, chosen by its type. Every one can stay empty or has a choice that says *unknown*, unless it is required. */
export function FieldControl({ kind, failure, saved, intent, definition, place, recognising }: Props) {
  const { key, type } = definition;
  const label = labelIn(kind, key);
  const hint = place.hint && textOf(place.hint);
  const known = saved[key];
  const own = { label, hint, ...(place.isWide ? { className: 'sm:col-span-2' } : {}) };
  const line = {
    ...own,
    required: place.isRequired,
    optional: place.isOptional,
    maxLength: place.maxLength,
    autoComplete: place.autoComplete,
  };
  const list = { failure, saved: Array.isArray(known) ? known : known === null ? null : undefined, name: key, label };
  const several = { name: key, label, intent, values: failure ? (failure.values[key] ?? []) : (list.saved ?? []) };
  switch (type.name) {
    case 'country':
      return <CountryField {...own} intent={intent} empty={m.suppliers_unknown()} {...fieldOf(failure, key, textual(known))} />;
    case 'sector':
      return recognising && <SectorInput failure={failure} saved={saved.sector} intent={intent} {...recognising} />;
    case 'choice':
      return <Select {...own} empty={m.suppliers_unknown()} options={optionsOf(type.choices)} {...fieldOf(failure, key, textual(known))} />;
    case 'people':
      return (
        <Field {...line} hint={hint ?? m.suppliers_hint_empty_unknown()} inputMode="numeric" {...fieldOf(failure, key, textual(known))} />
      );
    case 'share': {
      const shown = typeof known === 'number' || known === 'under-5' || known === 'withheld' ? known : null;
      return (
        <Field
          {...line}
          label={`${label}, %`}
          hint={hint ?? shareHint(shown)}
          inputMode="decimal"
          {...fieldOf(failure, key, shareText(shown))}
        />
      );
    }
    case 'number':
      return <Field {...line} inputMode={type.digits ? 'decimal' : 'numeric'} {...fieldOf(failure, key, textual(known))} />;
    case 'degrees':
      return <Field {...line} label={`${label}, °`} inputMode="decimal" {...fieldOf(failure, key, textual(known))} />;
    case 'group':
      return <Field {...line} hint={hint ?? m.supply_links_count_hint()} inputMode="text" {...fieldOf(failure, key, countOf(known))} />;
    case 'groups-by-country':
      return (
        <TextArea
          {...own}
          hint={hint ?? m.supply_links_by_origin_hint()}
          optional={place.isOptional}
          rows={3}
          {...fieldOf(failure, key, groupLines(known))}
        />
      );
    case 'products':
      return (
        <KnownList {...list} none={m.suppliers_products_none()}>
          {recognising && (
            <ProductsInput
              name={key}
              values={several.values}
              {...{ intent }}
              error={failure?.errors[key]?.[0]}
              classify={recognising.classify}
            />
          )}
        </KnownList>
      );
    case 'choices':
      return type.linesToItems ? (
        <KnownList {...list}>
          <TickedOf {...list} options={optionsOf(type.choices)} isInList />
        </KnownList>
      ) : (
        <TickedOf {...list} options={optionsOf(type.choices)} />
      );
    case 'countries':
      return type.linesToItems ? (
        <KnownList {...list}>
          <CountriesField {...several} isLabelHidden />
        </KnownList>
      ) : (
        <CountriesField {...several} />
      );
    case 'languages':
      return (
        <Combobox
          {...several}
          source={{ options: languageOptions() }}
          chosen={several.values.map((code) => ({ value: code, label: formatLanguage(code) }))}
          isMultiple
        />
      );
    default:
      return <Field {...line} {...fieldOf(failure, key, textual(known))} />;
  }
}

const textual = (value: unknown): string | number | null => (typeof value === 'string' || typeof value === 'number' ? value : null);
const countOf = (value: unknown) => countText(groupSchema.safeParse(value).data);

/** One line per country: "NP 53". */
const groupLines = (value: unknown): string =>
  Object.entries(typeof value === 'object' && value !== null ? value : {})
    .map(([country, count]) => `${country} ${countOf(count) ?? ''}`)
    .join('\n');

const optionsOf = (choices: FormField['definition']['type']['choices'] = {}) =>
  Object.entries(choices).map(([value, label]) => ({ value, label: textOf(label) }));

const languageOptions = () =>
  languageCodes.map((code) => ({ value: code, label: formatLanguage(code) })).sort((a, b) => a.label.localeCompare(b.label, getLocale()));

/** The fields of a form, or of one part of it, in its order. */
export function FieldControls({
  fields,
  ...values
}: FormValues & { kind: PartyKind; fields: readonly FormField[]; recognising?: Recognising }): ReactNode {
  return fields.map((field) => <FieldControl key={field.definition.key} {...values} {...field} />);
}
