import { useEffect, useId, useRef } from 'react';
import { CellField } from '~/suppliers/choices/cell-field';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import type { ComboboxHandle } from '~/ui/combobox/combobox-input';
import { Form } from '~/ui/form';
import type { Cell, GridContext, Row } from './grid-rows';

/** Columns whose meaning is on a list: the list proposes, and any other text is read as the file's is. */
const lists: Partial<Record<Cell['field'], 'countries' | 'sectors' | 'products'>> = {
  product: 'products',
  country: 'countries',
  sector: 'sectors',
};

/** The field in place of a cell. Enter saves, as does a choice from a list; Escape leaves the cell as it is. */
export function CellForm({ cell, row, context }: { cell: Cell; row: Row; context: GridContext }) {
  const { stop, here, view } = context;
  const list = lists[cell.field];
  const label = m.import_grid_field({ column: cell.name, row: row.rowNumber });
  return (
    <Form
      method="post"
      action={here}
      preventScrollReset
      className="flex min-w-40 flex-wrap items-center gap-1"
      onSubmit={() => setTimeout(stop, 0)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        stop();
      }}
    >
      <input type="hidden" name="intent" value="cell" />
      <input type="hidden" name="on" value="grid" />
      <input type="hidden" name="view" value={view} />
      <input type="hidden" name="row" value={row.rowNumber} />
      <input type="hidden" name="column" value={cell.column ?? undefined} />
      <input type="hidden" name="from" value={JSON.stringify(cell.raw)} />
      {list ? (
        <>
          <div className="scripted-only min-w-56 flex-1">
            <ListedInput list={list} label={label} value={cell.value} />
          </div>
          <noscript>
            <TextInput label={label} value={cell.value} />
          </noscript>
        </>
      ) : (
        <TextInput label={label} value={cell.value} />
      )}
      <Button size="sm">{m.import_grid_save()}</Button>
    </Form>
  );
}

function TextInput({ label, value }: { label: string; value: string }) {
  return (
    <input
      name="to"
      defaultValue={value}
      // biome-ignore lint/a11y/noAutofocus: the person has just opened this field in the place of its cell
      autoFocus
      aria-label={label}
      className="control min-w-24 flex-1"
      maxLength={1_000}
      autoComplete="off"
      onFocus={({ currentTarget }) => currentTarget.select()}
    />
  );
}

function ListedInput({ list, label, value }: { list: 'countries' | 'sectors' | 'products'; label: string; value: string }) {
  const id = useId();
  const field = useRef<ComboboxHandle>(null);
  useEffect(() => field.current?.focus(), []);
  /** Leaving the field takes its words too, but saves nothing: the button may have been pressed. */
  const save = () => {
    const input = document.getElementById(id);
    if (input instanceof HTMLInputElement && input === document.activeElement) setTimeout(() => input.form?.requestSubmit(), 0);
  };
  return (
    <>
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <CellField id={id} list={list} name="to" value={value} onChoose={save} handle={field} />
    </>
  );
}
