import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { BandBadge } from '~/ui/band-badge';
import { DataTable } from '~/ui/data-table';
import { formatNumber, formatPercent } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { shownScore } from '~/ui/shown-score';
import { Unknown } from '~/ui/values';
import { LeveragePlot } from './leverage-plot';
import type { EntriesFound } from './read-entries.server';

/** How much of the inherited risk those shown account for, in a sentence. */
export function entriesStatus(entries: EntriesFound | null): string {
  if (entries?.status === 'refused') return m.what_if_network_problem();
  if (entries === null || entries.inherited === null || entries.rows.length === 0) return m.what_if_inherited_none();
  const { rows, inherited, inAll } = entries;
  const sum = rows.reduce((total, { points }) => total + points, 0);
  return m.supply_chain_entries_words({
    shown: formatNumber(rows.length),
    all: formatNumber(inAll),
    share: inherited === 0 ? '–' : formatPercent(sum / inherited),
    score: formatNumber(shownScore(inherited)),
  });
}

/** The parties at which the inherited risk enters, with what each adds, as a plot and as a table; each leads to its place on the map. */
export function EntriesSection({ entries, map }: { entries: EntriesFound | null; map: string }) {
  if (entries === null) return <p className="text-muted">{m.what_if_inherited_none()}</p>;
  if (entries.status === 'refused')
    return (
      <Notice tone="warning" title={m.what_if_network_problem()}>
        <span lang="en">{entries.problem}</span>
      </Notice>
    );
  const { rows, inherited } = entries;
  if (inherited === null || rows.length === 0) return <p className="text-muted">{m.what_if_inherited_none()}</p>;
  return (
    <>
      <p className="mb-3">
        <Link to="/methodology/R10">{m.method_rule({ rule: 'R10' })}</Link>
      </p>
      <LeveragePlot rows={rows} map={map} />
      <DataTable
        caption={m.supply_chain_entries_title()}
        rows={rows}
        rowKey={({ publicId }) => publicId}
        columns={[
          {
            key: 'number',
            header: m.labour_recruiters_plot_number(),
            align: 'end',
            cell: ({ publicId }) => formatNumber(rows.findIndex((row) => row.publicId === publicId) + 1),
          },
          {
            key: 'name',
            isRowHeader: true,
            header: m.suppliers_column_name(),
            wraps: true,
            cell: ({ name, publicId }) => <Link to={`${map}?open=${publicId}`}>{name}</Link>,
          },
          { key: 'band', header: m.what_if_own(), cell: ({ band }) => <BandBadge band={band} /> },
          {
            key: 'own',
            header: m.suppliers_column_risk(),
            align: 'end',
            cell: ({ own }) => (own === null ? <Unknown /> : formatNumber(shownScore(own))),
          },
          {
            key: 'part',
            header: m.supply_chain_entries_points(),
            align: 'end',
            cell: ({ points }) => (inherited === 0 ? '–' : formatPercent(points / inherited, { digits: 1 })),
          },
          {
            key: 'share',
            header: m.supply_chain_entries_share(),
            align: 'end',
            cell: ({ directShare }) => (directShare === null ? '–' : formatPercent(directShare, { digits: 1 })),
          },
        ]}
      />
    </>
  );
}
