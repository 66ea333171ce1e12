import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { formatNumber } from '~/ui/format';
import { CountryText } from '~/ui/values';
import type { WorldShown } from '../read-world.server';
import { doubtLabel } from '~/suppliers/points/labels';

/** Sites whose coordinates are doubtful, with the reason for each. */
export function DoubtfulTable({ doubtful, hrefOf }: { doubtful: WorldShown['doubtful']; hrefOf: (publicId: string) => string }) {
  const { sites, total } = doubtful;
  return (
    <section className="grid grid-cols-1 gap-2">
      <h2 className="text-base">{m.map_doubtful_title({ count: total, shown: formatNumber(total) })}</h2>
      <p className="max-w-prose text-muted">{m.map_doubtful_text()}</p>
      <DataTable
        isTall
        caption={m.map_doubtful_title({ count: total, shown: formatNumber(total) })}
        rows={sites.map((site, at) => ({ ...site, at }))}
        rowKey={({ at }) => String(at)}
        columns={[
          {
            key: 'name',
            header: m.suppliers_column_name(),
            cell: ({ publicId, name }) => (
              <Link to={hrefOf(publicId)} preventScrollReset>
                {name}
              </Link>
            ),
          },
          { key: 'reason', header: m.map_doubtful_reason(), cell: ({ doubt }) => doubtLabel(doubt) },
          { key: 'country', header: m.map_doubtful_recorded(), cell: ({ country }) => <CountryText code={country} /> },
          {
            key: 'place',
            header: m.map_doubtful_coordinates(),
            align: 'end',
            cell: ({ latitude, longitude }) => `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`,
          },
        ]}
      />
      {total > sites.length && (
        <p className="text-xs text-muted">{m.map_doubtful_cut({ shown: formatNumber(sites.length), all: formatNumber(total) })}</p>
      )}
    </section>
  );
}
