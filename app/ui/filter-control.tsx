import { m } from '~/paraglide/messages';
import { classNames } from './class-names';
import { Combobox } from './combobox/combobox';
import { Icon } from './icon';
import type { Option } from './select';

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

/** Escape closes a list of choices and leaves the focus on its button. */
function closeOnEscape(details: HTMLDetailsElement | null): void {
  details?.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !details.open) return;
    event.stopPropagation();
    details.open = false;
    details.querySelector('summary')?.focus();
  });
}

type Look = 'line' | 'compact' | 'stacked';

/** The control of one filter: checkboxes or a search in a list that opens, a select, or a date. */
export function FilterControl({ filter, values, look = 'line' }: { filter: Filter; values: string[]; look?: Look }) {
  const [isCompact, isStacked] = [look === 'compact', look === 'stacked'];
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
      <div className={classNames('grid gap-1', isStacked ? 'w-full' : isCompact ? 'w-40' : 'w-56')}>
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
          className={classNames(
            'control',
            !isStacked && 'sm:w-auto!',
            !isStacked && (isCompact ? 'sm:max-w-40 sm:[field-sizing:content]' : 'sm:min-w-36 sm:max-w-56'),
          )}
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
      <summary className={classNames('control flex items-center gap-2', isStacked ? '[&>:last-child]:ms-auto' : 'w-auto!')}>
        {filter.label}
        {values.length > 0 && <span className="text-xs text-muted">({values.length})</span>}
        <Icon name="down" className="size-3" />
      </summary>
      {isLong ? (
        <div
          className={classNames(
            'z-20 mt-1 rounded border border-line bg-surface p-3',
            !isStacked && 'shadow-float sm:absolute sm:start-0 sm:w-72',
          )}
        >
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
        <fieldset
          className={classNames(
            'z-20 mt-1 choices max-h-80 overflow-y-auto rounded border border-line bg-surface p-3',
            !isStacked && 'shadow-float sm:absolute sm:start-0 sm:w-64',
          )}
        >
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
