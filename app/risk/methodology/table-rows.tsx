import { givenText } from '~/platform/http/given-text';
import { Link, useSearchParams } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { classNames } from '~/ui/class-names';
import { Form } from '~/ui/form';
import { formatCountry } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { ScrollRegion } from '~/ui/scroll-region';
import type { ShownTable } from './read-tables.server';

/** The rows of a table as in its file, 100 for each page, each with an anchor. Blank is not known. */
export function TableRows({ table }: { table: ShownTable }) {
  const [params] = useSearchParams();
  const names = table.fields.map(({ name }) => name);
  const numbers = new Set(names.filter((name) => table.records.some(({ cells }) => typeof cells[name] === 'number')));
  return (
    <>
      <Form method="get" role="search" className="mb-3 flex flex-wrap items-end gap-2" data-print="none">
        {params.has('vintage') && <input type="hidden" name="vintage" value={table.vintage} />}
        <label className="grid w-full max-w-80 gap-1">
          <span className="text-xs text-muted">{m.method_rows_search()}</span>
          <input key={params.get('q')} type="search" name="q" defaultValue={givenText(params, 'q')} className="control" />
        </label>
        <Button icon="search">{m.shell_search()}</Button>
      </Form>
      <ScrollRegion label={m.method_rows_title()} className="max-h-[75dvh] overflow-y-auto">
        <table className="table">
          <caption className="sr-only">{m.method_rows_title()}</caption>
          <thead>
            <tr>
              {names.map((name) => (
                <th key={name} scope="col" className={classNames('font-mono', numbers.has(name) && 'text-end!')}>
                  {name}
                </th>
              ))}
              {!names.includes('confidence') && <th scope="col">{m.method_table_sureness()}</th>}
            </tr>
          </thead>
          <tbody lang="en">
            {table.records.map(({ key, confidence, cells }) => (
              <tr
                key={key}
                id={`row-${key}`}
                className={classNames('scroll-mt-20 target:bg-accent-soft', confidence === 'memory' && 'text-muted')}
              >
                {names.map((name) => (
                  <Cell key={name} name={name} value={cells[name] ?? null} isNumber={numbers.has(name)} />
                ))}
                {!names.includes('confidence') && (
                  <td className="whitespace-nowrap">
                    {confidence !== 'confirmed' && <Icon name="attention" className="me-1" />}
                    {confidenceLabel(confidence)}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <Pages table={table} />
    </>
  );
}

const confidences = {
  confirmed: m.method_confidence_confirmed,
  derived: m.method_confidence_derived,
  memory: m.method_confidence_memory,
} satisfies Record<ShownTable['records'][number]['confidence'], () => string>;
const confidenceLabel = (confidence: keyof typeof confidences): string => confidences[confidence]();

function Cell({ name, value, isNumber }: { name: string; value: string | number | null; isNumber: boolean }) {
  if (value === null) return <td className={classNames('text-muted', isNumber && 'text-end!')}>–</td>;
  if (typeof value === 'number') return <td className="text-end! whitespace-nowrap">{value}</td>;
  if (name === 'confidence' && (value === 'confirmed' || value === 'derived' || value === 'memory'))
    return (
      <td className="whitespace-nowrap">
        {value !== 'confirmed' && <Icon name="attention" className="me-1" />}
        {confidenceLabel(value)}
      </td>
    );
  const isCountry = /iso2$/i.test(name) && /^[A-Z]{2}$/.test(value);
  return (
    <td className={classNames(value.length < 40 && 'whitespace-nowrap', value.length >= 40 && 'min-w-64')}>
      {value}
      {isCountry && <span className="text-muted"> {formatCountry(value)}</span>}
    </td>
  );
}

function Pages({ table: { page, pages, found } }: { table: ShownTable }) {
  const [params] = useSearchParams();
  const href = (to: number) => {
    const next = new URLSearchParams(params);
    next.delete('row');
    next.set('page', String(to));
    return `?${next}`;
  };
  return (
    <nav aria-label={m.shell_pager_label()} className="mt-3 flex flex-wrap items-center justify-between gap-3 text-muted">
      <p>{m.method_rows_found({ count: found, page, pages })}</p>
      <p className="flex gap-4">
        {page > 1 && (
          <Link to={href(page - 1)} rel="prev" preventScrollReset>
            {m.shell_pager_previous()}
          </Link>
        )}
        {page < pages && (
          <Link to={href(page + 1)} rel="next" preventScrollReset>
            {m.shell_pager_next()}
          </Link>
        )}
      </p>
    </nav>
  );
}
