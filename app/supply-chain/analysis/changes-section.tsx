import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { NamedTable } from '~/questionnaires/declared-parties/declared-table';
import { m } from '~/paraglide/messages';
import { BandBadge } from '~/ui/band-badge';
import { Button } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { Form } from '~/ui/form';
import { formatNumber } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import type { Changes } from './read-changes.server';

/** How many scores moved to another band, and how many of them to a higher one. */
export const changesStatus = ({ moved, risen }: SerializeFrom<Changes>): string =>
  `${m.supply_chain_moved()}: ${formatNumber(moved)}, ${m.supply_chain_risen({ count: risen })}`;

/** Changes since a day, which is in the address. */
export function ChangesSection({
  changes,
  since,
  today,
  year,
  map,
  base,
}: {
  changes: SerializeFrom<Changes>;
  since: string;
  today: string;
  year: number | null;
  map: string;
  base: string;
}) {
  const figure = (value: number) => <strong>{formatNumber(value)}</strong>;
  return (
    <div className="grid grid-cols-1 gap-4">
      <Form method="get" action="#changes" preventScrollReset className="flex flex-wrap items-end gap-2" data-print="none">
        {year !== null && <input type="hidden" name="year" value={year} />}
        <label className="grid gap-1">
          <span className="text-xs text-muted">{m.supply_chain_since()}</span>
          <input key={since} type="date" name="since" defaultValue={since} max={today} className="control w-auto!" />
        </label>
        <Button type="submit">{m.supply_chain_since_show()}</Button>
      </Form>
      <KeyValueList
        columns={3}
        pairs={[
          { key: 'suppliers', label: m.supply_chain_new_suppliers(), value: figure(changes.suppliers) },
          { key: 'archived', label: m.supply_chain_archived(), value: figure(changes.archived) },
          { key: 'relations', label: m.supply_chain_new_relations(), value: figure(changes.relations) },
          { key: 'removed', label: m.supply_chain_removed_relations(), value: figure(changes.removed) },
          { key: 'facts', label: m.supply_chain_new_facts(), value: figure(changes.facts) },
          {
            key: 'moved',
            label: m.supply_chain_moved(),
            value: figure(changes.moved),
            note: m.supply_chain_risen({ count: changes.risen }),
          },
        ]}
      />
      {changes.takenBack.length > 0 && (
        <NamedTable named={changes.takenBack} base={base} caption={m.campaigns_taken_back_since()} showsBy />
      )}
      {changes.moves.length > 0 && (
        <DataTable
          caption={m.supply_chain_moves()}
          isCaptionShown
          rows={changes.moves}
          rowKey={({ publicId }) => publicId}
          columns={[
            {
              key: 'name',
              header: m.suppliers_column_name(),
              wraps: true,
              cell: ({ name, publicId }) => <Link to={`${map}?open=${publicId}`}>{name}</Link>,
            },
            { key: 'before', header: m.supply_chain_before(), cell: ({ before }) => <BandBadge band={before} /> },
            { key: 'after', header: m.supply_chain_after(), cell: ({ after }) => <BandBadge band={after} /> },
            {
              key: 'points',
              header: m.supply_chain_points(),
              align: 'end',
              cell: ({ from, to }) =>
                `${from === null ? '–' : formatNumber(from, { digits: 1 })} → ${to === null ? '–' : formatNumber(to, { digits: 1 })}`,
            },
          ]}
        />
      )}
    </div>
  );
}
