import type { ReactNode } from 'react';
import { classNames } from '~/ui/class-names';
import { ScrollRegion } from '~/ui/scroll-region';

/** A table of facts with row headings. `isNumber` columns are right-aligned. `caption` names its content. */
export function FactTable({
  caption,
  headers,
  rows,
}: {
  caption: string;
  headers: readonly { label: string; isNumber?: boolean }[];
  rows: readonly { key: string; cells: readonly ReactNode[]; isStrong?: boolean; id?: string }[];
}) {
  return (
    <ScrollRegion label={caption} className="text-sm">
      <table className="table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {headers.map(({ label, isNumber }) => (
              <th key={label} scope="col" className={isNumber ? 'text-end!' : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells, isStrong = false, id }) => (
            <tr key={key} id={id} className={classNames('target:bg-accent-soft', isStrong && 'font-semibold')}>
              {headers.map(({ label, isNumber }, at) => {
                const cell = cells[at];
                return at === 0 ? (
                  <th key={label} scope="row" className={classNames('min-w-32', !isStrong && 'font-normal!')}>
                    {cell}
                  </th>
                ) : (
                  <td key={label} className={isNumber ? 'text-end! whitespace-nowrap' : undefined}>
                    {cell}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
