import { Link, useSearchParams } from '@remix-run/react';
import type { ReactNode } from 'react';
import { m } from '~/paraglide/messages';
import { Button } from './button';
import { classNames } from './class-names';
import { Combobox } from './combobox/combobox';
import { Form } from './form';
import { formatDate } from './format';
import { Icon } from './icon';
import type { Option } from './select';
import { clearHref, toggleFilterHref, withoutFilterHref } from './table-state';

/**
 * One filter: its query parameter, label and values. `isMultiple` gives checkboxes, else a select. `day` is a date instead;
 * `elsewhere` is set by another part of the page: the form keeps it, a chip removes it. `empty`: the label of no choice.
 */
export type Filter = {
  name: string;
  label: string;
  options?: readonly Option[];
  isMultiple?: boolean;
  kind?: 'day' | 'elsewhere';
  empty?: string;
  /** Used less often: shown on request, and while it is on. */
  isExtra?: boolean;
};

/** Longer filters are searched. */
const mostShown = 12;
/** Options by label, and by their own code where that is one. */
const searchable = (options: readonly Option[]) =>
  options.map(({ value, label }) => ({ value, label, codes: [value], also: [label.replace(/^\d+ · /, '')] }));

const ownNames = ['q', 'after', 'before'];

/**
 * Search and filters of a table as one GET form: works without script, all state is in the address.
 * Active filters appear as removable chips. `children` are further controls of the same form.
 */
export function FilterBar({
  filters = [],
  searchLabel,
  searchHint,
  isCompact = false,
  children,
}: {
  filters?: readonly Filter[];
  /** The label of the search field; without it there is none. */
  searchLabel?: string;
  searchHint?: string;
  /** One line of controls: their names are in them, not above. */
  isCompact?: boolean;
  children?: ReactNode;
}) {
  const [params] = useSearchParams();
  const names = filters.map(({ name }) => name);
  const kept = [...params].filter(([name]) => !ownNames.includes(name) && !names.includes(name));
  const isShown = (filter: Filter) =>
    !filter.isExtra || filter.kind === 'elsewhere' || params.getAll(filter.name).some((value) => value !== '');
  const shownAtOnce = filters.filter(isShown);
  const further = filters.filter((filter) => !isShown(filter));
  const chips = filters.flatMap((filter) =>
    params.getAll(filter.name).flatMap((value, index) => {
      // What another part of the page set has one chip, however many values.
      if (filter.kind === 'elsewhere' && index > 0) return [];
      const option = filter.options?.find((candidate) => candidate.value === value);
      const words = option?.label ?? (filter.kind === 'day' ? formatDate(value) : value);
      const label = filter.kind === 'elsewhere' ? filter.label : m.shell_named({ name: filter.label, text: words });
      return value === '' ? [] : [{ filter, value, label }];
    }),
  );
  const q = params.get('q') ?? '';
  return (
    <div className="mb-4 grid gap-2" data-print="none">
      <Form key={params.toString()} method="get" role="search" className="flex flex-wrap items-end gap-2">
        {kept.map(([name, value]) => (
          <input key={name + value} type="hidden" name={name} value={value} />
        ))}
        {searchLabel && (
          <label className={classNames('grid grow gap-1', isCompact ? 'min-w-44 sm:max-w-56' : 'min-w-52 sm:max-w-80')}>
            <span className={isCompact ? 'sr-only' : 'text-xs text-muted'}>{searchLabel}</span>
            <input type="search" name="q" defaultValue={q} placeholder={searchHint} className="control" />
          </label>
        )}
        {shownAtOnce.map((filter) => (
          <FilterControl key={filter.name} filter={filter} values={params.getAll(filter.name)} isCompact={isCompact} />
        ))}
        {children}
        <Button type="submit" icon="filter">
          {m.shell_apply()}
        </Button>
        {further.length > 0 && (
          <details className="open:basis-full">
            <summary className="flex min-h-9 items-center gap-1.5 rounded px-2 text-accent hover:bg-sunken">
              <Icon name="add" className="size-3" />
              {m.lists_more_filters()}
            </summary>
            <div className="mt-2 flex flex-wrap items-end gap-2">
              {further.map((filter) => (
                <FilterControl key={filter.name} filter={filter} values={[]} />
              ))}
            </div>
          </details>
        )}
      </Form>
      {(chips.length > 0 || q !== '') && (
        <ul aria-label={m.shell_filter_active()} className="flex flex-wrap items-center gap-2">
          {chips.map(({ filter, value, label }) => (
            <li key={filter.name + value}>
              <Chip
                to={filter.kind === 'elsewhere' ? withoutFilterHref(params, filter.name) : toggleFilterHref(params, filter.name, value)}
                label={label}
              />
            </li>
          ))}
          {q !== '' && (
            <li>
              <Chip to={clearHref(params, [])} label={`“${q}”`} />
            </li>
          )}
          <li>
            <Link to={clearHref(params, names)} preventScrollReset>
              {m.shell_clear_all()}
            </Link>
          </li>
        </ul>
      )}
    </div>
  );
}

function Chip({ to, label }: { to: string; label: string }) {
  return (
    <Link
      to={to}
      preventScrollReset
      aria-label={m.shell_filter_remove({ filter: label })}
      className="inline-flex min-h-7 items-center gap-1 rounded border border-line bg-accent-soft px-2 text-ink no-underline hover:border-edge hover:text-ink"
    >
      {label}
      <Icon name="close" className="size-3" />
    </Link>
  );
}

/** Escape closes a list of choices and leaves the focus on its button. */
function closeOnEscape(details: HTMLDetailsElement | null): void {
  details?.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !details.open) return;
    event.stopPropagation();
    details.open = false;
    details.querySelector('summary')?.focus();
  });
}

function FilterControl({ filter, values, isCompact = false }: { filter: Filter; values: string[]; isCompact?: boolean }) {
  const options = filter.options ?? [];
  if (filter.kind === 'elsewhere') return values.map((value) => <input key={value} type="hidden" name={filter.name} value={value} />);
  if (filter.kind === 'day')
    return (
      <label className="grid gap-1 max-sm:min-w-0 max-sm:grow max-sm:basis-[calc(50%-0.25rem)]">
        <span className="text-xs text-muted">{filter.label}</span>
        <input type="date" name={filter.name} defaultValue={values[0] ?? ''} className="control sm:w-auto!" />
      </label>
    );
  const isLong = options.length > mostShown;
  const chosen = options.filter(({ value }) => values.includes(value)).map(({ value, label }) => ({ value, label }));
  if (!filter.isMultiple && isLong)
    return (
      <div className={classNames('grid gap-1', isCompact ? 'w-40' : 'w-56')}>
        {!isCompact && (
          <span aria-hidden="true" className="text-xs text-muted">
            {filter.label}
          </span>
        )}
        <Combobox
          name={filter.name}
          id={`filter-${filter.name}`}
          label={filter.label}
          isLabelHidden
          source={{ options: searchable(options) }}
          chosen={chosen}
          empty={filter.empty ?? (isCompact ? filter.label : '—')}
        />
      </div>
    );
  if (!filter.isMultiple) {
    return (
      <label className="grid gap-1 max-sm:min-w-0 max-sm:grow max-sm:basis-[calc(50%-0.25rem)]">
        <span className={isCompact ? 'sr-only' : 'text-xs text-muted'}>{filter.label}</span>
        <select
          name={filter.name}
          defaultValue={values[0] ?? ''}
          className={classNames('control sm:w-auto!', isCompact ? 'sm:max-w-40' : 'sm:min-w-36 sm:max-w-56')}
        >
          <option value="">{filter.empty ?? (isCompact ? filter.label : m.lists_filter_any())}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </label>
    );
  }
  return (
    <details ref={closeOnEscape} className="relative max-sm:open:basis-full" name="filters">
      <summary className="control flex w-auto! items-center gap-2">
        {filter.label}
        {values.length > 0 && <span className="text-xs text-muted">({values.length})</span>}
        <Icon name="down" className="size-3" />
      </summary>
      {isLong ? (
        <div className="z-20 mt-1 rounded border border-line bg-surface p-3 shadow-float sm:absolute sm:start-0 sm:w-72">
          <Combobox
            name={filter.name}
            id={`filter-${filter.name}`}
            label={filter.label}
            isLabelHidden
            source={{ options: searchable(options) }}
            chosen={chosen}
            empty={m.shell_search()}
            isMultiple
          />
        </div>
      ) : (
        <fieldset className="z-20 mt-1 choices max-h-80 sm:absolute sm:start-0 sm:w-64 overflow-y-auto rounded border border-line bg-surface p-3 shadow-float">
          <legend className="sr-only">{filter.label}</legend>
          {options.map((option) => (
            <label key={option.value}>
              <input type="checkbox" name={filter.name} value={option.value} defaultChecked={values.includes(option.value)} />
              {option.label}
            </label>
          ))}
        </fieldset>
      )}
    </details>
  );
}
