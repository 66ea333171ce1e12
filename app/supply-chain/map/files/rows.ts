import { linkHead, type SupplierCell, supplierCells, supplierHead } from '~/suppliers/registry/supplier-cells';
import type { LinkOrders } from '~/suppliers/supply-links/order-totals';
import type { MapGraph } from '../graph';
import type { ShownSupplier } from '../read-suppliers-shown.server';

export type FileCell = SupplierCell;
export type FileTable = { head: string[]; rows: FileCell[][] };
type Base = { origin: string; base: string; titles: Readonly<Record<string, string>> };

/** Suppliers as a table for CSV and workbooks: one row each, in the order given. Head names are the same in every language; `titles` are of sectors. */
export function supplierRows(suppliers: readonly ShownSupplier[], graph: MapGraph, { origin, base, titles }: Base): FileTable {
  const inherited = new Map(graph.parties.map((party) => [party.id, party.inherited]));
  const counts = { suppliers: new Map<string, number>(), customers: new Map<string, number>() };
  for (const { from, to } of graph.links) {
    const [supplier = '', customer = ''] = [graph.parties[from]?.id, graph.parties[to]?.id];
    counts.customers.set(supplier, (counts.customers.get(supplier) ?? 0) + 1);
    counts.suppliers.set(customer, (counts.suppliers.get(customer) ?? 0) + 1);
  }
  return {
    head: [...supplierHead, 'score_inherited', 'relations_in', 'relations_out', linkHead],
    rows: suppliers.map((each) => [
      ...supplierCells(each, titles),
      inherited.get(each.publicId) ?? null,
      counts.suppliers.get(each.publicId) ?? 0,
      counts.customers.get(each.publicId) ?? 0,
      `${origin}${base}/suppliers/${each.publicId}`,
    ]),
  };
}

/** Relations between what is shown: who, to whom, which, and what it adds to what its customer inherits, 0 to 100 points. */
export function relationRows({ parties, links }: MapGraph, orders: ReadonlyMap<string, LinkOrders> = new Map()): FileTable {
  return {
    head: [
      ...['from_id', 'from_name', 'from_kind', 'to_id', 'to_name', 'to_kind', 'relation', 'inferred', 'points_passed_on'],
      ...['order_lines', 'order_volumes', 'order_values', 'first_order', 'last_order', 'order_products', 'order_files'],
    ],
    rows: links.flatMap(({ from, to, kind, isInferred, points }) => {
      const [a, b] = [parties[from], parties[to]];
      if (!a || !b) return [];
      const ordered = kind === 'supplies' || kind === 'subcontracts' ? orders.get(`${a.id} ${b.id}`) : undefined;
      return [[a.id, a.name, a.kind, b.id, b.name, b.kind, kind, isInferred ? 'yes' : 'no', points, ...orderCells(ordered)]];
    }),
  };
}

/** Each unit and each currency apart ("1200 kg; 30 pcs"); an unknown unit or currency is a question mark, unknown amounts are empty. */
function orderCells(orders: LinkOrders | undefined): FileCell[] {
  if (!orders) return [null, null, null, null, null, null, null];
  const { sums, products, sources } = orders;
  return [
    sums.lines,
    sums.volumes.map(({ amount, unit }) => `${amount} ${unit ?? '?'}`).join('; ') || null,
    sums.values.map(({ amount, currency }) => `${amount} ${currency ?? '?'}`).join('; ') || null,
    sums.firstOn,
    sums.lastOn,
    products.flatMap(({ product }) => product ?? []).join('; ') || null,
    sources.map(({ fileName }) => fileName).join('; '),
  ];
}
