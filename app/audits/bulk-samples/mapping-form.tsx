import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { formatNumber } from '~/ui/format';
import { ScrollRegion } from '~/ui/scroll-region';
import { Section } from '~/ui/page-header';
import { Select } from '~/ui/select';
import { fieldsOf } from './columns';
import type { SampleLaw } from './default-choices.server';
import { droppedLabel, fieldLabel } from './labels';
import { PlanSection } from './plan-section';
import type { StagedShown } from './read-samples.server';

/** What was read of a file, its columns to confirm, and what comes of it. Nothing is in the record yet. Works without script. */
export function MappingForm({ staged, law, errors }: { staged: StagedShown; law: SampleLaw; errors: Readonly<Record<string, string>> }) {
  const { kind, choices } = staged;
  return (
    <Form method="post" className="grid grid-cols-1 gap-6">
      <Section title={m.bulk_samples_columns()} lead={m.bulk_samples_columns_lead()} id="columns">
        <p className="mb-3 max-w-prose text-muted">
          {[
            staged.sheet && m.bulk_samples_sheet_of({ number: staged.sheet.number, of: staged.sheet.of }),
            m.bulk_samples_read_rows({ count: staged.rowCount, row: staged.headerRow }),
            staged.codesFrom === 'name' ? m.bulk_samples_codes_from_names() : m.bulk_samples_codes(),
          ]
            .filter(Boolean)
            .join(' ')}
        </p>
        {staged.dropped.length > 0 && (
          <p className="mb-3 max-w-prose">
            {m.bulk_samples_dropped({
              columns: staged.dropped.map(({ letter, reason }) => `${letter} (${droppedLabel(reason)})`).join(', '),
            })}
          </p>
        )}
        <Grid staged={staged} errors={errors} />
      </Section>
      <Section title={m.bulk_samples_choices()} id="choices">
        <div className="grid max-w-4xl gap-4 sm:grid-cols-2">
          {kind === 'hours' ? <HoursChoices {...{ choices, law, errors }} /> : <PayChoices {...{ choices, law, errors }} />}
          <Field
            {...{
              name: 'workers',
              inputMode: 'numeric',
              error: errors.workers,
              defaultValue: choices.workers ?? undefined,
              optional: true,
            }}
            label={m.bulk_samples_workers()}
            hint={m.bulk_samples_workers_hint()}
          />
        </div>
        <div className="mt-4">
          <Button type="submit" name="intent" value="preview">
            {m.bulk_samples_update()}
          </Button>
        </div>
      </Section>
      <PlanSection staged={staged} />
    </Form>
  );
}

function Grid({ staged, errors }: { staged: StagedShown; errors: Readonly<Record<string, string>> }) {
  const { kind, columns, rows, choices } = staged;
  const options = fieldsOf(kind)
    .filter((field) => field !== 'code')
    .map((field) => ({ value: field, label: fieldLabel(field) }));
  return (
    <ScrollRegion label={m.bulk_samples_columns()}>
      <table className="table data-table">
        <thead>
          <tr>
            <th scope="col">{m.bulk_samples_row()}</th>
            <th scope="col">{m.bulk_samples_field_code()}</th>
            {columns.map(({ letter, field }) => (
              <th key={letter} scope="col" className="min-w-36 align-top font-normal">
                {field?.startsWith('day ') ? (
                  <>
                    <span className="block text-xs text-muted">{m.bulk_samples_column({ letter })}</span>
                    {fieldLabel(field)}
                  </>
                ) : (
                  <Select
                    name={`field-${letter}`}
                    label={m.bulk_samples_column({ letter })}
                    error={errors[`field-${letter}`]}
                    defaultValue={choices.fields[letter] ?? ''}
                    empty={m.bulk_samples_field_none()}
                    options={options}
                  />
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, code, cells }) => (
            <tr key={row}>
              <th scope="row" className="font-normal text-muted">
                {formatNumber(row)}
              </th>
              <td>
                <code>{code}</code>
              </td>
              {columns.map(({ letter }, at) => (
                <td key={letter} className="whitespace-nowrap tabular-nums">
                  {cells[at] === '?' ? <span className="text-warning">{m.bulk_samples_unread_cell()}</span> : cells[at]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

type ChoiceProps = { choices: StagedShown['choices']; law: SampleLaw; errors: Readonly<Record<string, string>> };

const Order = ({ order }: { order: string }) => (
  <Select
    name="order"
    label={m.bulk_samples_order()}
    defaultValue={order}
    options={[
      { value: 'dmy', label: m.bulk_samples_order_dmy() },
      { value: 'mdy', label: m.bulk_samples_order_mdy() },
    ]}
  />
);

const Month = ({ month, error }: { month: string | null; error: string | undefined }) => (
  <Field
    {...{ name: 'month', type: 'month', error, defaultValue: month ?? undefined, optional: true, placeholder: '2026-03' }}
    label={m.bulk_samples_month()}
    hint={m.bulk_samples_month_hint()}
  />
);

function HoursChoices({ choices, law, errors }: ChoiceProps) {
  return (
    <>
      <Order order={choices.order} />
      <Month month={choices.month} error={errors.month} />
      <Select
        name="weekStart"
        label={m.bulk_samples_week_start()}
        defaultValue={String(choices.weekStart)}
        options={[
          { value: '1', label: m.bulk_samples_monday() },
          { value: '6', label: m.bulk_samples_saturday() },
          { value: '0', label: m.bulk_samples_sunday() },
        ]}
      />
      <Field
        {...{ name: 'ordinaryHours', inputMode: 'decimal', error: errors.ordinaryHours, defaultValue: choices.ordinaryHours }}
        label={m.bulk_samples_ordinary()}
        hint={law.ordinaryHours === null ? m.bulk_samples_ordinary_hint() : m.bulk_samples_ordinary_law({ hours: law.ordinaryHours })}
      />
      <Select
        name="source"
        label={m.recorder_source()}
        defaultValue={choices.source}
        options={[
          { value: 'time-records', label: m.recorder_source_time() },
          { value: 'production-records', label: m.recorder_source_production() },
          { value: 'gate-records', label: m.recorder_source_gate() },
        ]}
      />
    </>
  );
}

function PayChoices({ choices, law, errors }: ChoiceProps) {
  const figures = (kind: keyof SampleLaw['limits']) =>
    law.limits[kind].map(({ label, value, currency }) =>
      m.bulk_samples_law_figure({ label, value: formatNumber(value, { digits: 2 }), currency: currency === null ? '' : ` ${currency}` }),
    );
  const hint = (kind: keyof SampleLaw['limits'], fallback: string) => (figures(kind).length === 0 ? fallback : figures(kind).join(' · '));
  return (
    <>
      <Order order={choices.order} />
      <Month month={choices.month} error={errors.month} />
      <Field
        {...{ name: 'currency', error: errors.currency, defaultValue: choices.currency ?? undefined, maxLength: 3, optional: true }}
        label={m.recorder_currency()}
        hint={m.recorder_currency_hint()}
      />
      <Field
        {...{
          name: 'minimumHourly',
          inputMode: 'decimal',
          error: errors.minimumHourly,
          defaultValue: choices.minimumHourly ?? undefined,
          optional: true,
        }}
        label={m.recorder_pay_minimum()}
        hint={hint('hourly-minimum', m.bulk_samples_law_none())}
      />
      <Field
        {...{
          name: 'overtimeFactor',
          inputMode: 'decimal',
          error: errors.overtimeFactor,
          defaultValue: choices.overtimeFactor ?? undefined,
          optional: true,
        }}
        label={m.recorder_pay_factor()}
        hint={hint('overtime-rate', m.bulk_samples_law_none())}
      />
      <Field
        {...{
          ...{ name: 'deductionLimit', inputMode: 'decimal', error: errors.deductionLimit, optional: true },
          defaultValue: choices.deductionLimit === null ? undefined : Math.round(choices.deductionLimit * 10_000) / 100,
        }}
        label={m.bulk_samples_deduction_limit()}
        hint={hint('deduction-share', m.bulk_samples_law_none())}
      />
    </>
  );
}
