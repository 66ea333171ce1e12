import type { Field, TableShape } from '../fields';
import { foldHeader } from '../fold-header';
import type { MappingReason } from '../mapping-reasons';
import { hasTierColumns } from '../tier-columns';
import type { Profile } from './profile';

/** What a row of a table is. */
export const grains = ['supplier', 'site', 'order-line', 'product', 'link', 'mixed-tiers', 'tier-columns', 'hierarchy'] as const;
export type Grain = (typeof grains)[number];

export type Column = { column: number; header: string; field: Field };
export type Change = { column: number; field: Field; reason: MappingReason };

/** Words of headers that only lists of orders, deliveries or invoices have. */
export const orderWords =
  /(^| )(po|purchase order|so|order|orders|invoice|shipment|shipped|delivery|delivered|consignment|asn|dn|lot|batch|quantity|qty|line item|unit price|pack price|freight|incoterm|inco)( |$)/;
/** Headers of customers that mean a supplier further down the chain, and not the brand that sells the goods. */
const customerWords = /(^| )(supplies|supplied to|sold to|buyer|customer|client|purchaser|next tier|delivers to)( |$)/;
const plainCompany = /^(company|company name|organi[sz]ation|organi[sz]ation name|brand|brand name|client|buyer)$/;
const plainNumber = /^(id|no|nr|number|code|ref|reference|record|row|line|index|s no|sr no|sl no|item no|#)?( id| no| number)?$/;
const plainDay = /^(date|datum|data|fecha|tarih|tanggal|ngay|日期)$/;
const plainSupplier =
  /(^| )(supplier|vendor|manufacturer|contractor|fournisseur|lieferant|proveedor|fornecedor|fornitore|leverancier)( |$)/;

/**
 * What the values of a table say against a mapping made from its headers: which changes it needs. A header says what a column is called; how its
 * values repeat says what it is about. Pure; the order of the rows does not matter.
 */
export function correctMapping(columns: readonly Column[], profile: Profile, shape: TableShape): Change[] {
  const changes = new Map<number, Change>();
  const change = (column: number, field: Field, reason: MappingReason) => changes.set(column, { column, field, reason });
  const at = (field: Field) => columns.find((each) => (changes.get(each.column)?.field ?? each.field) === field)?.column;

  // "company_name, supplier_name": the company of few rows buys from the suppliers of many.
  const plain = columns.find(({ field, header }) => field === 'supplierName' && plainCompany.test(foldHeader(header)));
  const named = columns.find(({ column, header }) => column !== plain?.column && isSupplierHeader(header));
  if (plain && named && profile.column(named.column).distinct > 0) {
    change(named.column, 'supplierName', 'values');
    const isBuyer = profile.column(plain.column).distinct < profile.column(named.column).distinct;
    change(plain.column, isBuyer ? 'customer' : 'ignore', 'names-customer');
  }

  const supplier = at('supplierName') ?? at('siteName');
  if (supplier === undefined) return [...changes.values()];
  const { filled, distinct } = profile.column(supplier);
  const isRepeated = filled > 0 && distinct / filled < 0.7;

  // A number that is another in every row of one supplier at one place counts the rows.
  const number = at('externalId');
  const place = at('siteName') === supplier ? undefined : (at('siteName') ?? at('address'));
  if (number !== undefined && isRepeated && shape === 'list') {
    const parties = place === undefined ? distinct : profile.pairs(supplier, place);
    const isPlain = columns.some(({ column, header }) => column === number && plainNumber.test(foldHeader(header)));
    if (isPlain && (profile.variety(supplier, number) ?? 1) > 1.5 && profile.column(number).distinct > parties * 1.3)
      change(number, 'ignore', 'row-number');
  }

  // One supplier with many countries delivers to them.
  const country = at('country');
  if (country !== undefined && isRepeated && shape === 'list' && at('destination') === undefined) {
    const isOfSites = at('address') !== undefined || at('city') !== undefined || at('lat') !== undefined;
    if (!isOfSites && (profile.variety(supplier, country) ?? 1) > 1.5) change(country, 'destination', 'varies-by-row');
  }

  // Factories that several suppliers name are not theirs.
  const site = at('siteName');
  if (site !== undefined && site !== supplier && shape === 'list') {
    const isShared = profile.pairs(site, supplier) / Math.max(1, profile.column(site).distinct) > 1.1;
    const address = at('address');
    // Units of one name at several addresses are no shared factory, and an address that every row of a supplier repeats is the supplier's.
    const isItsAddress =
      address !== undefined && (profile.variety(site, address) ?? 1) < 1.05 && (profile.variety(supplier, address) ?? 1) > 1.2;
    if (isShared && address === undefined) change(site, 'producer', 'shared-site');
    else if (isShared && isItsAddress) change(site, 'producerHere', 'shared-site');
  }

  // The day of a line of orders is that of the order, not of the information.
  const day = columns.find(({ field, header }) => field === 'asOf' && plainDay.test(foldHeader(header)));
  const isOrdered = at('orderNumber') !== undefined || at('volume') !== undefined || at('orderValue') !== undefined;
  if (day && isOrdered && isRepeated && at('orderDate') === undefined) change(day.column, 'orderDate', 'varies-by-row');

  // A customer that is a supplier of the list, or a column that says so beside a tier, makes a chain.
  const customer = columns.find(
    ({ column, header }) => column !== supplier && changes.get(column) === undefined && isCustomerHeader(header),
  );
  if (customer && shape === 'list' && at('customer') === undefined) {
    const isChain = profile.overlap(customer.column, supplier) >= 0.3 || at('tier') !== undefined;
    if (isChain) change(customer.column, 'customer', 'names-customer');
  }
  return [...changes.values()];
}

/** Whether a header says that its column names suppliers. */
export const isSupplierHeader = (header: string) =>
  plainSupplier.test(foldHeader(header)) && !/ (id|code|number|no|group|country|type|tier|address)$/.test(foldHeader(header));
const isCustomerHeader = (header: string) =>
  customerWords.test(foldHeader(header)) && !/ (id|code|number|no|country)$/.test(foldHeader(header));

/** Whether a table with brands lists orders, in which a brand is that of the goods and no customer. */
export function hasOrderLines(columns: readonly Column[], profile: Profile): boolean {
  const customer = columns.find(({ field }) => field === 'customer');
  const supplier = columns.find(({ field }) => field === 'supplierName') ?? columns.find(({ field }) => field === 'siteName');
  if (!supplier || (customer && !/brand/.test(foldHeader(customer.header)))) return false;
  const { filled, distinct } = profile.column(supplier.column);
  return distinct < filled * 0.5 && ordersIn(columns) >= 2;
}

const ordersIn = (columns: readonly Column[]) => columns.filter(({ header }) => orderWords.test(foldHeader(header))).length;

/** What a row is, by the columns as they are mapped and by how their values repeat. */
export function readGrain(columns: readonly Column[], profile: Profile, shape: TableShape): Grain {
  if (shape === 'edges') return 'link';
  if (shape === 'hierarchy') return 'hierarchy';
  if (hasTierColumns(columns.map(({ field }) => field))) return 'tier-columns';
  const at = (field: Field) => columns.find((each) => each.field === field)?.column;
  const supplier = at('supplierName') ?? at('siteName');
  if (supplier === undefined) return 'supplier';
  const { filled, distinct } = profile.column(supplier);
  const share = filled === 0 ? 1 : distinct / filled;
  const orders = ordersIn(columns);
  if (share < 0.5 && (orders >= 2 || (orders === 1 && share < 0.2))) return 'order-line';
  const tier = at('tier');
  if (at('customer') !== undefined || (tier !== undefined && profile.column(tier).distinct > 1)) return 'mixed-tiers';
  const site = at('siteName') ?? at('address');
  if (site !== undefined && site !== supplier && share < 0.9) return 'site';
  const product = at('product');
  if (product !== undefined && share < 0.7 && profile.pairs(supplier, product) > distinct * 1.3) return 'product';
  return 'supplier';
}
