import { Link, useSearchParams } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import type { Filter } from './filter-control';
import { formatDate } from './format';
import { Icon } from './icon';
import { clearHref, toggleFilterHref, withoutFilterHref } from './table-state';

/** What of the filters is on, each as a chip that removes it. */
export function FilterChips({ filters }: { filters: readonly Filter[] }) {
  const [params] = useSearchParams();
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
  if (chips.length === 0 && q === '') return null;
  return (
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
        <Link
          to={clearHref(
            params,
            filters.map(({ name }) => name),
          )}
          preventScrollReset
        >
          {m.shell_clear_all()}
        </Link>
      </li>
    </ul>
  );
}

/** How many values of the filters are on, the search among them. */
export function activeFilters(params: URLSearchParams, filters: readonly Filter[]): number {
  const values = filters.flatMap(({ name, kind }) =>
    params.getAll(name).filter((value, at) => value !== '' && !(kind === 'elsewhere' && at > 0)),
  );
  return values.length + Number((params.get('q') ?? '') !== '');
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
