import type { ReactNode } from 'react';
import { classNames } from '~/ui/class-names';
import { ScrollRegion } from '~/ui/scroll-region';

export type NumberRow = { key: string; name: ReactNode; cells: readonly string[]; isStrong?: boolean };

/** A table of numbers with row headings: it scrolls on narrow screens, and is complete on paper. `caption` names its content. */
export function NumberTable({
  caption,
  nameHeader,
  headers,
  rows,
}: {
  caption: string;
  nameHeader: string;
  headers: readonly string[];
  rows: readonly NumberRow[];
}) {
  return (
    <ScrollRegion label={caption} className="text-sm">
      <table className="table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{nameHeader}</th>
            {headers.map((header) => (
              <th key={header} scope="col" className="text-end!">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, cells, isStrong = false }) => (
            <tr key={key} className={classNames(isStrong && 'font-semibold')}>
              <th scope="row" className={classNames('min-w-40', !isStrong && 'font-normal!')}>
                {name}
              </th>
              {headers.map((header, at) => (
                <td key={header} className="text-end! whitespace-nowrap">
                  {cells[at]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
