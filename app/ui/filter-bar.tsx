import { useSearchParams } from '@remix-run/react';
import type { ReactNode } from 'react';
import { m } from '~/paraglide/messages';
import { Button } from './button';
import { classNames } from './class-names';
import { FilterChips } from './filter-chips';
import { type Filter, FilterControl } from './filter-control';
import { Form } from './form';
import { Icon } from './icon';

export type { Filter } from './filter-control';

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
  isStacked = false,
  tools,
  children,
}: {
  filters?: readonly Filter[];
  /** The label of the search field; without it there is none. */
  searchLabel?: string;
  searchHint?: string;
  /** One line of controls: their names are in them, not above. */
  isCompact?: boolean;
  /** One control below another, for a drawer. The page shows the chips (`FilterChips`). */
  isStacked?: boolean;
  /** What else is done with the table, at the end of the line. */
  tools?: ReactNode;
  children?: ReactNode;
}) {
  const [params] = useSearchParams();
  const names = filters.map(({ name }) => name);
  const kept = [...params].filter(([name]) => !ownNames.includes(name) && !names.includes(name));
  const isShown = (filter: Filter) =>
    !filter.isExtra || filter.kind === 'elsewhere' || params.getAll(filter.name).some((value) => value !== '');
  const shownAtOnce = filters.filter(isShown);
  const further = filters.filter((filter) => !isShown(filter));
  const q = params.get('q') ?? '';
  const form = (
    <Form
      key={params.toString()}
      method="get"
      role="search"
      className={isStacked ? 'grid grid-cols-1 gap-3' : 'flex flex-wrap items-end gap-2'}
    >
      {kept.map(([name, value]) => (
        <input key={name + value} type="hidden" name={name} value={value} />
      ))}
      {searchLabel && (
        <label className={classNames('grid grow gap-1', isCompact ? 'min-w-44 sm:max-w-56' : isStacked ? '' : 'min-w-52 sm:max-w-80')}>
          <span className={isCompact ? 'sr-only' : 'text-xs text-muted'}>{searchLabel}</span>
          <input type="search" name="q" defaultValue={q} placeholder={searchHint} className="control" />
        </label>
      )}
      {shownAtOnce.map((filter) => (
        <FilterControl
          key={filter.name}
          filter={filter}
          values={params.getAll(filter.name)}
          look={isStacked ? 'stacked' : isCompact ? 'compact' : 'line'}
        />
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
  );
  return (
    <div className={isStacked ? undefined : 'mb-4 grid gap-2'} data-print="none">
      {tools ? (
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
          <div className="min-w-0 grow basis-full md:basis-0">{form}</div>
          <div className="flex items-center gap-1">{tools}</div>
        </div>
      ) : (
        form
      )}
      {!isStacked && <FilterChips filters={filters} />}
    </div>
  );
}
