import type { ReactNode } from 'react';

export type Pair = { key: string; label: ReactNode; value: ReactNode; note?: ReactNode };

/** Facts as label and value. `note` is small print under the value: a source, a date. `columns` 2 sets two pairs a line on wide screens. */
export function KeyValueList({ pairs, columns = 1 }: { pairs: readonly Pair[]; columns?: 1 | 2 | 3 }) {
  const grid = columns === 3 ? 'sm:grid-cols-2 lg:grid-cols-3' : columns === 2 ? 'sm:grid-cols-2' : '';
  return (
    <dl className={`grid gap-x-8 ${grid}`}>
      {pairs.map(({ key, label, value, note }) => (
        <div key={key} className="grid grid-cols-[minmax(7rem,2fr)_3fr] gap-x-4 border-b border-line py-2">
          <dt className="text-muted">{label}</dt>
          <dd className="min-w-0">
            {typeof value === 'string' ? <bdi>{value}</bdi> : value}
            {note && <div className="text-xs text-muted">{note}</div>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
