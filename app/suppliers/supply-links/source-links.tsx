import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { formatPercent } from '~/ui/format';
import { linkKindWords, linkPeriodWords } from './link-labels';
import type { SourceLink } from './list-source-links.server';
import { partyHref } from '~/suppliers/parties/party-href';

/** The links that a source tells of: from whom to whom, of which kind, of what, when, and whether that was changed since. */
export function SourceLinks({ links, base }: { links: readonly SourceLink[]; base: string }) {
  return (
    <DataTable
      caption={m.sources_links()}
      rows={links}
      rowKey={({ id }) => id}
      empty={<p className="text-muted">{m.sources_links_none()}</p>}
      columns={[
        {
          key: 'from',
          header: m.suppliers_chain_from(),
          wraps: true,
          cell: ({ fromKind, fromPublicId, fromName }) => <End base={base} kind={fromKind} publicId={fromPublicId} name={fromName} />,
        },
        { key: 'kind', header: m.suppliers_chain_kind(), wraps: true, cell: (link) => linkKindWords(link, [changedSince(link)]) },
        {
          key: 'to',
          header: m.suppliers_chain_to(),
          wraps: true,
          cell: ({ toKind, toPublicId, toName }) => <End base={base} kind={toKind} publicId={toPublicId} name={toName} />,
        },
        { key: 'product', header: m.suppliers_chain_product(), wraps: true, isWideOnly: true, cell: ({ product }) => product },
        {
          key: 'share',
          header: m.supply_links_share_column(),
          align: 'end',
          isWideOnly: true,
          cell: ({ share }) =>
            share === null ? null : formatPercent(share, { digits: Number.isInteger(Math.round(share * 1e6) / 1e4) ? 0 : 1 }),
        },
        { key: 'period', header: m.supply_links_period(), wraps: true, isWideOnly: true, cell: linkPeriodWords },
      ]}
    />
  );
}

function End({ base, ...party }: { base: string; kind: string; publicId: string; name: string }) {
  const href = partyHref(base, party);
  return href ? <Link to={href}>{party.name}</Link> : <bdi>{party.name}</bdi>;
}

function changedSince({ withdrawnAs }: SourceLink): string | null {
  if (withdrawnAs === null) return null;
  if (withdrawnAs === 'taken-back') return m.sources_taken_back();
  return withdrawnAs === 'taken-away' ? m.sources_taken_away() : m.sources_corrected();
}
