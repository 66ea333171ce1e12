import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { externalIdName, externalIdText } from '~/suppliers/parties/external-id-labels';
import type { MatchReason } from '~/suppliers/parties/match/compare-parties';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { formatCountry, formatNumber, formatPercent } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { Unknown } from '~/ui/values';
import type { PairSide } from './list-duplicates.server';
import { reasonLabel, speaksAgainst } from './reason-labels';

/** How alike two records are, with every reason for and against. */
export function Likeness({ score, reasons }: { score: number; reasons: readonly MatchReason[] }) {
  return (
    <div className="grid gap-1">
      <p className="font-semibold">{m.match_likeness({ share: formatPercent(score) })}</p>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {reasons.map((reason) => (
          <li key={reason} className="inline-flex items-center gap-1">
            <Icon
              name={speaksAgainst(reason) ? 'attention' : 'check'}
              label={speaksAgainst(reason) ? m.match_speaks_against() : m.match_speaks_for()}
              className={speaksAgainst(reason) ? 'text-warning' : 'text-success'}
            />
            {reasonLabel(reason)}
          </li>
        ))}
      </ul>
    </div>
  );
}

export type SideRow = { key: string; label: string; a: ReactNode; b: ReactNode };

/** Two records side by side, a line a fact. */
export function SideBySide({ caption, heads, rows }: { caption: string; heads: [string, string]; rows: readonly SideRow[] }) {
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'label', header: m.match_column_fact(), cell: ({ label }) => <span className="font-normal text-muted">{label}</span> },
        { key: 'a', header: heads[0], wraps: true, cell: ({ a }) => a },
        { key: 'b', header: heads[1], wraps: true, cell: ({ b }) => b },
      ]}
    />
  );
}

/** What is compared of two suppliers. */
export function sideRows(a: PairSide, b: PairSide, base: string): SideRow[] {
  const row = (key: string, label: string, show: (side: PairSide) => ReactNode): SideRow => ({ key, label, a: show(a), b: show(b) });
  return [
    row('name', m.match_row_name(), ({ name, publicId }) => <Link to={`${base}/suppliers/${publicId}`}>{name}</Link>),
    row('id', m.match_own_id(), ({ publicId }) => publicId),
    row('country', m.suppliers_column_country(), ({ country }) => (country ? formatCountry(country) : <Unknown />)),
    row('places', m.match_places(), ({ places }) => ((places?.length ?? 0) > 0 ? places?.join(' · ') : <Unknown />)),
    row('ids', m.match_ids_title(), ({ ids }) => idsText(ids) ?? <Unknown />),
    row('sites', m.match_sites(), ({ sites }) => formatNumber(sites)),
    row('links', m.match_links(), ({ links }) => formatNumber(links)),
  ];
}

function idsText(ids: Readonly<Record<string, string>>): string | null {
  const texts = Object.entries(ids).map(([key, value]) => `${externalIdName(key)} ${externalIdText(key, value)}`);
  return texts.length > 0 ? texts.join(', ') : null;
}
