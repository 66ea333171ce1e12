import { useSubmit } from '@remix-run/react';
import { CountryField } from '~/suppliers/choices/closed-lists';
import { fieldName } from '~/suppliers/import/field-labels';
import { fields } from '~/suppliers/import/pipeline/fields';
import { m } from '~/paraglide/messages';
import { classNames } from '~/ui/class-names';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { Fold } from '~/ui/fold';
import { Form } from '~/ui/form';
import type { ShownGrid } from './import-grid';

/** The id of the form to which the menus in the heads of the table belong. */
export const columnsForm = 'grid-columns';
type Heads = ShownGrid['heads'];

/** Columns of names and addresses are wider than those of figures. */
const widths: Partial<Record<Heads[number]['field'], string>> = {
  ...{ supplierName: 'min-w-44', siteName: 'min-w-44', address: 'min-w-44', product: 'min-w-40', sector: 'min-w-40' },
  ...{ workers: 'min-w-28', migrantShare: 'min-w-28' },
};

const options = () => fields.map((field) => ({ value: field, label: fieldName(field) }));

/** What a column means, as a menu that applies what is chosen at once where the page's script runs. */
function Meaning({ head, form }: { head: Heads[number]; form: string }) {
  const submit = useSubmit();
  return (
    <select
      form={form}
      name={`column.${head.column}`}
      aria-label={m.import_field_of({ header: head.header })}
      defaultValue={head.field}
      key={`${head.column} ${head.field}`}
      className="control w-full min-w-0 font-semibold"
      onChange={({ currentTarget }) => submit(currentTarget.form, { preventScrollReset: true })}
    >
      {options().map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}

/** The heads of the grid: each column of the file with its header and its meaning. */
export function ColumnHeads({
  heads,
  columns,
  form,
}: {
  heads: Heads;
  columns: ShownGrid['columns'];
  mapping: ShownGrid['mapping'];
  form: string;
}) {
  return (
    <thead>
      <tr>
        <th scope="col">
          <span className="sr-only">{m.import_column_row()}</span>
        </th>
        {columns.map(({ key, name }) => {
          const head = heads.find(({ column }) => String(column) === key);
          return (
            <th key={key} scope="col" className={classNames('align-bottom', widths[head?.field ?? 'country'] ?? 'min-w-32')}>
              {head ? (
                <span className="grid gap-0.5">
                  <span className="line-clamp-1 text-xs font-normal text-muted">{head.header}</span>
                  <Meaning head={head} form={form} />
                </span>
              ) : (
                name
              )}
            </th>
          );
        })}
        <th scope="col" className="align-bottom">
          {m.import_grid_risk()}
        </th>
      </tr>
    </thead>
  );
}

/** The form of the columns: those that are not among the rows, what applies to all rows, and the button for browsers without script. */
export function ColumnsForm({ grid, here, view }: { grid: ShownGrid; here: string; view: string }) {
  const { heads, mapping } = grid;
  const others = heads.filter(({ isShown }) => !isShown);
  const { country, sector, product, currency } = mapping.defaults;
  return (
    <Form method="post" action={here} id={columnsForm} preventScrollReset>
      <input type="hidden" name="intent" value="choose" />
      <input type="hidden" name="on" value="grid" />
      <input type="hidden" name="view" value={view} />
      <input type="hidden" name="shape" value={mapping.shape} />
      <input type="hidden" name="suppliesUs" value={mapping.suppliesUs ? 'yes' : 'no'} />
      {sector && <input type="hidden" name="sector" value={sector} />}
      {product && <input type="hidden" name="product" value={product} />}
      <Fold
        summary={
          others.length > 0
            ? m.import_grid_more_columns({
                count: others.length,
                names: others
                  .map(({ header }) => header)
                  .join(', ')
                  .slice(0, 120),
              })
            : m.import_grid_all_rows()
        }
        className="text-sm"
      >
        <div className="grid gap-4 border-b border-line pb-4">
          {others.length > 0 && (
            <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
              {others.map((head) => (
                <li key={head.column} className="grid content-start gap-0.5">
                  <span className="truncate text-xs text-muted">{head.header}</span>
                  <Meaning head={head} form={columnsForm} />
                </li>
              ))}
            </ul>
          )}
          <div className="grid max-w-2xl gap-4 sm:grid-cols-2">
            <CountryField
              name="country"
              label={m.import_default_country()}
              empty={m.import_default_none()}
              defaultValue={country}
              optional
            />
            <Field
              name="currency"
              label={m.import_default_currency()}
              defaultValue={currency}
              pattern="[A-Z]{3}"
              maxLength={3}
              autoComplete="off"
              optional
            />
          </div>
          <div>
            <Button size="sm">{m.import_grid_apply_columns()}</Button>
          </div>
        </div>
      </Fold>
      <noscript>
        <Button size="sm" className="mt-2">
          {m.import_grid_apply_columns()}
        </Button>
      </noscript>
    </Form>
  );
}
