import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { partyHref } from '~/suppliers/parties/party-href';
import { DataTable } from '~/ui/data-table';
import type { SourceOrders as Orders } from './list-source-orders.server';
import { OrderFacts } from './order-facts';

/** What the order lines of a file add up to, by link and product: volumes, values, lines and period. */
export function SourceOrders({ orders, base }: { orders: readonly Orders[]; base: string }) {
  return (
    <DataTable
      caption={m.import_order_lines()}
      rows={orders}
      rowKey={({ id }) => id}
      columns={[
        { key: 'from', header: m.suppliers_chain_from(), wraps: true, cell: ({ from }) => <End base={base} party={from} /> },
        { key: 'to', header: m.suppliers_chain_to(), wraps: true, cell: ({ to }) => <End base={base} party={to} /> },
        { key: 'product', header: m.suppliers_chain_product(), wraps: true, isWideOnly: true, cell: ({ product }) => product },
        {
          key: 'orders',
          header: m.import_order_lines_column(),
          wraps: true,
          cell: ({ lines, volumes, values, firstOn, lastOn }) => (
            <OrderFacts orders={{ sums: { lines, volumes, values, firstOn, lastOn }, products: [], sources: [] }} />
          ),
        },
      ]}
    />
  );
}

function End({ base, party }: { base: string; party: Orders['from'] }) {
  const href = partyHref(base, party);
  return href ? <Link to={href}>{party.name}</Link> : <bdi>{party.name}</bdi>;
}
