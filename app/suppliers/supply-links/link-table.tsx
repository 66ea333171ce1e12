import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { BandBadge } from '~/ui/band-badge';
import { LinkButton } from '~/ui/button';
import { type Column, DataTable } from '~/ui/data-table';
import { formatNumber, formatPercent } from '~/ui/format';
import { CountryText } from '~/ui/values';
import { linkKindWords, linkPeriodWords } from './link-labels';
import type { ListedLink } from './list-links.server';
import { OrderFacts } from './order-facts';
import { partyHref } from '~/suppliers/parties/party-href';

/** The direct edges of a party on one side: the other end, the kind, how much, since when, how sure, where it is from. `linkHref` leads to the page of an edge. */
export function LinkTable({
  links,
  side,
  base,
  linkHref,
}: {
  links: readonly ListedLink[];
  side: 'up' | 'down';
  base: string;
  linkHref: ((linkId: string) => string) | null;
}) {
  const columns: Column<ListedLink>[] = [
    {
      key: 'name',
      header: side === 'up' ? m.suppliers_chain_from() : m.suppliers_chain_to(),
      wraps: true,
      cell: (link) => <OtherEnd link={link} base={base} />,
    },
    { key: 'kind', header: m.suppliers_chain_kind(), wraps: true, cell: (link) => <KindAndProduct link={link} /> },
    {
      key: 'share',
      header: m.supply_links_share_column(),
      align: 'end',
      cell: ({ share }) =>
        share === null ? null : formatPercent(share, { digits: Number.isInteger(Math.round(share * 1e6) / 1e4) ? 0 : 1 }),
    },
    {
      key: 'volume',
      header: m.order_lines_column(),
      wraps: true,
      cell: (link) => (
        <>
          {volumeWords(link)}
          {link.orders && <OrderFacts orders={link.orders} base={base} />}
        </>
      ),
    },
    { key: 'period', header: m.supply_links_period(), isWideOnly: true, wraps: true, cell: linkPeriodWords },
    {
      key: 'band',
      header: m.suppliers_filter_band(),
      isWideOnly: true,
      cell: ({ partyKind, band }) => (partyKind === 'supplier' ? <BandBadge band={band} /> : null),
    },
    {
      key: 'source',
      header: m.suppliers_source(),
      isWideOnly: true,
      cell: (link) => <Link to={`${base}/sources/${link.sourceId}`}>{m.suppliers_source_open()}</Link>,
    },
  ];
  if (linkHref)
    columns.push({
      key: 'act',
      header: m.supply_links_edit_column(),
      align: 'end',
      cell: ({ id, name }) => (
        <LinkButton to={linkHref(id)} size="sm" variant="quiet" aria-label={m.supply_links_edit_link_with({ name })}>
          {m.supply_links_edit_link()}
        </LinkButton>
      ),
    });
  const isInSpans = new Set(links.map(({ publicId, kind, atSite }) => `${publicId} ${kind} ${atSite}`)).size < links.length;
  return (
    <>
      {isInSpans && <p className="mb-2 text-xs text-muted">{m.years_spans()}</p>}
      <DataTable
        caption={side === 'up' ? m.suppliers_chain_up() : m.suppliers_chain_down()}
        columns={columns}
        rows={links}
        rowKey={({ id }) => id}
        empty={<p className="text-muted">{side === 'up' ? m.suppliers_chain_up_none() : m.suppliers_chain_down_none()}</p>}
      />
    </>
  );
}

function OtherEnd({ link, base }: { link: ListedLink; base: string }) {
  const href = partyHref(base, { kind: link.partyKind, publicId: link.publicId });
  return (
    <>
      {href ? <Link to={href}>{link.name}</Link> : <bdi>{link.name}</bdi>}
      {link.partyKind !== 'buyer' && (
        <span className="block text-xs text-muted">
          <CountryText code={link.country} />
        </span>
      )}
      {link.atSite !== null && <span className="block text-xs text-muted">{m.supply_links_at_site({ name: link.atSite })}</span>}
    </>
  );
}

function KindAndProduct({ link }: { link: ListedLink }) {
  const period = linkPeriodWords(link);
  return (
    <>
      {linkKindWords(link, [link.hasEnded ? m.supply_links_ended() : link.hasBegun ? null : m.supply_links_to_come()])}
      {link.product !== null && (
        <span className="block text-xs text-muted">
          <bdi>{link.product}</bdi>
        </span>
      )}
      {period !== null && <span className="block text-xs text-muted md:hidden">{period}</span>}
    </>
  );
}

function volumeWords({ volume, volumeUnit }: ListedLink): string | null {
  return volume === null ? null : `${formatNumber(volume, { digits: Number.isInteger(volume) ? 0 : 1 })} ${volumeUnit ?? ''}`.trim();
}
