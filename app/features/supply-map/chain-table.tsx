import { Form, Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { BandBadge } from '~/ui/band-badge';
import { Button } from '~/ui/button';
import { type Column, DataTable } from '~/ui/data-table';
import { CountryText } from '~/ui/values';
import { linkName } from './link-words';
import { partyHref } from './party-href';
import type { Chain, ChainLink, ChainNode } from './read-chain.server';

type Row = { link: ChainLink; other: ChainNode };

/** The direct links of a supplier on one side, as a table: the other end, the kind, product, where it is from. */
export function ChainTable({
  chain,
  partyId,
  side,
  base,
  mayEdit,
}: {
  chain: Chain;
  partyId: string;
  side: 'up' | 'down';
  base: string;
  mayEdit: boolean;
}) {
  const byId = new Map(chain.nodes.map((node) => [node.id, node]));
  const rows: Row[] = chain.links.flatMap((link) => {
    const other = side === 'up' ? (link.to === partyId ? link.from : null) : link.from === partyId ? link.to : null;
    const node = other === null ? undefined : byId.get(other);
    return node ? [{ link, other: node }] : [];
  });
  const columns: Column<Row>[] = [
    {
      key: 'name',
      header: side === 'up' ? m.supplier_chain_from() : m.supplier_chain_to(),
      wraps: true,
      cell: ({ other }) => <PartyName base={base} node={other} />,
    },
    {
      key: 'kind',
      header: m.supplier_chain_kind(),
      cell: ({ link }) => linkName(link.kind) + (link.isInferred ? ` (${m.supplier_chain_inferred()})` : ''),
    },
    { key: 'product', header: m.supplier_chain_product(), isWideOnly: true, wraps: true, cell: ({ link }) => link.product },
    {
      key: 'country',
      header: m.supplier_column_country(),
      cell: ({ other }) => (other.kind === 'buyer' ? null : <CountryText code={other.country} />),
    },
    {
      key: 'band',
      header: m.supplier_filter_band(),
      cell: ({ other }) => (other.kind === 'supplier' ? <BandBadge band={other.band} /> : null),
    },
    {
      key: 'source',
      header: m.supplier_source(),
      isWideOnly: true,
      cell: ({ link }) => <Link to={`${base}/sources/${link.sourceId}`}>{m.supplier_source_open()}</Link>,
    },
  ];
  if (mayEdit)
    columns.push({
      key: 'act',
      header: m.supplier_chain_remove(),
      align: 'end',
      cell: ({ link, other }) => (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="linkId" value={link.id} />
          <Button name="intent" value="unlink" size="sm" variant="quiet" aria-label={m.supplier_chain_remove_to({ name: other.name })}>
            {m.supplier_chain_remove()}
          </Button>
        </Form>
      ),
    });
  return (
    <DataTable
      caption={side === 'up' ? m.supplier_chain_up() : m.supplier_chain_down()}
      columns={columns}
      rows={rows}
      rowKey={({ link }) => link.id}
      empty={<p className="text-muted">{side === 'up' ? m.supplier_chain_up_none() : m.supplier_chain_down_none()}</p>}
    />
  );
}

function PartyName({ node, base }: { node: ChainNode; base: string }) {
  const href = partyHref(base, node);
  return href ? <Link to={href}>{node.name}</Link> : <span>{node.name}</span>;
}
