import { m } from '~/paraglide/messages';
import { Field, TextArea } from '~/ui/field';
import { Select } from '~/ui/select';
import { limitKinds, type RequirementValue } from './entered-requirement';
import { limitLabel } from './labels';

/** The fields of a requirement with its source, on a device and at a desk. */
export function RequirementFields({
  value,
  errors,
  today,
  prefix,
}: {
  /** Of the ids of its fields: several forms may be open on a page. */
  prefix: string;
  value: Omit<RequirementValue, 'isWithdrawn'> | null;
  errors: Readonly<Record<string, string>>;
  today: string;
}) {
  const field = (name: 'law' | 'article' | 'url', label: string, optional: boolean) => (
    <Field
      {...{
        name,
        id: `${prefix}-${name}`,
        error: errors[name],
        defaultValue: value?.[name],
        optional,
        maxLength: 300,
        autoComplete: 'off',
      }}
      label={label}
    />
  );
  return (
    <>
      <TextArea
        {...{ name: 'text', id: `${prefix}-text`, rows: 3, error: errors.text, defaultValue: value?.text, maxLength: 1000 }}
        label={m.national_law_requirement()}
        hint={m.national_law_requirement_hint()}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        {field('law', m.national_law_law(), false)}
        {field('article', m.national_law_article(), true)}
        {field('url', m.national_law_link(), true)}
        <Field
          {...{
            name: 'readOn',
            id: `${prefix}-readOn`,
            type: 'date',
            error: errors.readOn,
            defaultValue: value?.readOn ?? today,
            max: today,
          }}
          label={m.national_law_read_on()}
        />
        <Field
          {...{
            name: 'validFrom',
            id: `${prefix}-validFrom`,
            type: 'date',
            error: errors.validFrom,
            defaultValue: value?.validFrom ?? undefined,
            optional: true,
          }}
          label={m.national_law_valid_from()}
        />
        <Select
          {...{ name: 'limitKind', id: `${prefix}-limitKind`, defaultValue: value?.limit?.kind, optional: true }}
          label={m.national_law_limit()}
          hint={m.national_law_limit_hint()}
          empty={m.national_law_limit_none()}
          options={limitKinds.map((each) => ({ value: each, label: limitLabel(each) }))}
        />
        <Field
          {...{ name: 'limitValue', id: `${prefix}-limitValue`, inputMode: 'decimal', error: errors.limitValue, optional: true }}
          defaultValue={value?.limit?.value}
          label={m.national_law_limit_value()}
        />
        <Field
          {...{ name: 'limitCurrency', id: `${prefix}-limitCurrency`, error: errors.limitCurrency, maxLength: 3, optional: true }}
          defaultValue={value?.limit?.currency ?? undefined}
          label={m.national_law_limit_currency()}
        />
      </div>
    </>
  );
}
