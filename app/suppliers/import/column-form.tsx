import { useNavigation } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { Checkbox, Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { Icon } from '~/ui/icon';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { Select } from '~/ui/select';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import { CountryField, ProductField, SectorField } from '~/suppliers/choices/closed-lists';
import { fields, type Mapping, tableShapes } from './pipeline/fields';
import type { MappingReason } from './pipeline/mapping-reasons';
import type { UnreadColumn } from './pipeline/grain/unread-columns';
import type { Detected } from './schema';
import { fieldName, unreadText } from './field-labels';
import { shapeName } from './repair-words';

const reasons: Record<MappingReason, () => string> = {
  remembered: m.import_reason_remembered,
  'header-word': m.import_reason_header_word,
  'header-part': m.import_reason_header_part,
  values: m.import_reason_values,
  'row-number': m.import_reason_row_number,
  'varies-by-row': m.import_reason_varies_by_row,
  'shared-site': m.import_reason_shared_site,
  'names-customer': m.import_reason_names_customer,
  'field-taken': m.import_reason_field_taken,
  'nothing-known': m.import_reason_nothing_known,
  'empty-column': m.import_reason_empty_column,
};

type Option = { value: string; label: string };

/** Every column with examples, the field it is mapped to and why; each can be changed. Values of a refused form take precedence over stored ones. */
export function ColumnForm({
  detected,
  mapping,
  sectors,
  failure,
  unread,
}: {
  detected: Detected;
  mapping: Mapping;
  /** Columns of which most values cannot be read as they are mapped. */
  unread: readonly UnreadColumn[];
  sectors: readonly Option[];
  failure?: FormFailure | undefined;
}) {
  const { state, formData } = useNavigation();
  const options = fields.map((field) => ({ value: field, label: fieldName(field) }));
  const typed = failure?.values.column;
  const unreadAt = new Map(unread.map((column) => [column.column, column]));
  const rows = detected.columns.map((column, at) => ({
    ...column,
    at,
    taken: typed?.[at] ?? mapping.columns[at] ?? 'ignore',
    unread: unreadAt.get(at),
  }));
  const error = failure?.errors['']?.[0];
  return (
    <Form method="post" className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <input type="hidden" name="intent" value="choose" />
      {error && (
        <Notice tone="danger" isLive>
          {error}
        </Notice>
      )}
      <Section title={m.import_cleaning_shape_title()} lead={m.import_cleaning_shape_lead()}>
        <div className="grid max-w-4xl gap-4 sm:grid-cols-2">
          <Select
            name="shape"
            label={m.import_cleaning_shape_label()}
            options={tableShapes.map((shape) => ({ value: shape, label: shapeName(shape) }))}
            defaultValue={fieldOf(failure, 'shape', mapping.shape).defaultValue}
          />
          <Checkbox
            name="suppliesUs"
            value="yes"
            label={m.import_cleaning_supplies_us()}
            hint={m.import_cleaning_supplies_us_hint()}
            defaultChecked={failure ? failure.values.suppliesUs?.[0] === 'yes' : mapping.suppliesUs}
          />
        </div>
      </Section>
      <Section title={m.import_columns_title()} lead={m.import_columns_lead()}>
        <DataTable
          caption={m.import_columns_caption()}
          rows={rows}
          rowKey={({ at }) => String(at)}
          columns={[
            {
              key: 'header',
              header: m.import_column_header(),
              isRowHeader: true,
              wraps: true,
              cell: ({ header }) => <span className="font-semibold">{header}</span>,
            },
            {
              key: 'field',
              header: m.import_column_field(),
              wraps: true,
              cell: ({ at, header, taken, unread: doubtful }) => (
                <>
                  <select
                    name="column"
                    aria-label={m.import_field_of({ header })}
                    aria-describedby={doubtful ? `unread-${at}` : undefined}
                    defaultValue={taken}
                    key={`${at} ${taken}`}
                    className="control min-w-40 sm:min-w-60"
                  >
                    {options.map(({ value, label }) => (
                      <option key={value} value={value}>
                        {label}
                      </option>
                    ))}
                  </select>
                  {doubtful && (
                    <span id={`unread-${at}`} className="mt-1 flex max-w-80 items-start gap-1 text-xs text-warning">
                      <Icon name="attention" className="mt-0.5 size-3 shrink-0" /> {unreadText(doubtful)}
                    </span>
                  )}
                </>
              ),
            },
            {
              key: 'why',
              header: m.import_column_why(),
              isWideOnly: true,
              cell: ({ reason, field, taken }) => (
                <span className="text-muted">{field === taken ? reasons[reason]() : reasons.remembered()}</span>
              ),
            },
            {
              key: 'samples',
              header: m.import_column_samples(),
              wraps: true,
              cell: ({ samples }) => <span className="text-muted">{samples.map((sample) => sample.slice(0, 60)).join(' · ')}</span>,
            },
          ]}
        />
      </Section>
      <Section id="defaults" title={m.import_defaults_title()} lead={m.import_defaults_lead()}>
        <div className="grid max-w-4xl gap-4 sm:grid-cols-2">
          <CountryField
            name="country"
            label={m.import_default_country()}
            empty={m.import_default_none()}
            defaultValue={fieldOf(failure, 'country', mapping.defaults.country).defaultValue}
            optional
          />
          <SectorField
            name="sector"
            label={m.import_default_sector()}
            known={sectors}
            isDivisionOnly
            empty={m.import_default_none()}
            defaultValue={fieldOf(failure, 'sector', mapping.defaults.sector).defaultValue}
            optional
          />
          <ProductField
            name="product"
            label={m.import_default_product()}
            empty={m.import_default_none()}
            defaultValue={fieldOf(failure, 'product', mapping.defaults.product).defaultValue}
            optional
          />
          {mapping.columns.includes('volume') && (
            <Field
              name="unit"
              label={m.import_default_unit()}
              defaultValue={fieldOf(failure, 'unit', mapping.defaults.unit).defaultValue}
              maxLength={30}
              optional
            />
          )}
          <Field
            name="currency"
            label={m.import_default_currency()}
            defaultValue={fieldOf(failure, 'currency', mapping.defaults.currency).defaultValue}
            pattern="[A-Z]{3}"
            maxLength={3}
            autoComplete="off"
            optional
          />
        </div>
      </Section>
      <div>
        <Button variant="primary" busy={state !== 'idle' && formData?.get('intent') === 'choose'}>
          {m.import_columns_confirm()}
        </Button>
      </div>
    </Form>
  );
}
