import type { PlanOptions } from './plan';
import type { ImportRecord } from './record';

/** Key of the organization itself in a plan. */
export const buyerKey = 'buyer';
const separator = '\u001f';

export type PlannedLink = {
  kind: 'supplies' | 'subcontracts' | 'recruits' | 'owns';
  fromKey: string;
  toKey: string;
  rowNumber: number;
  product: string | null;
  /** 0 to 1, of what `toKey` buys. */
  share: number | null;
  /** First day of the first year that is said. */
  validFrom: string | null;
};
type Said = Pick<PlannedLink, 'kind' | 'fromKey' | 'toKey' | 'rowNumber'> & Partial<PlannedLink>;

/** The links of a plan, each once, however many rows say it: since the earliest year, with every product, with the share of the latest year. */
export class Links {
  private readonly links = new Map<string, PlannedLink & { shareSaid: string }>();
  /** Who buys from somebody, with the first row that says so; and who supplies somebody. */
  readonly customers = new Map<string, number>();
  readonly sellers = new Set<string>();

  add({ kind, fromKey, toKey, rowNumber, product = null, share = null, validFrom = null }: Said): void {
    if (fromKey === toKey) return;
    const key = [kind, fromKey, toKey].join(separator);
    const held = this.links.get(key);
    if (!held) {
      this.links.set(key, { kind, fromKey, toKey, rowNumber, product, share, validFrom, shareSaid: validFrom ?? '' });
      return;
    }
    if (validFrom !== null && (held.validFrom === null || validFrom < held.validFrom)) held.validFrom = validFrom;
    if (share !== null && (held.share === null || (validFrom ?? '') > held.shareSaid)) {
      held.share = share;
      held.shareSaid = validFrom ?? '';
    }
    if (product !== null) held.product = joinProducts(held.product, product);
  }

  all(): PlannedLink[] {
    return [...this.links.values()].map(({ shareSaid: _, ...link }) => link);
  }
}

/** Products of a link as one text of at most 200 characters, each once, with bars between, in an order that does not depend on the rows'. */
function joinProducts(held: string | null, added: string): string {
  const products = new Set([...(held?.split(' | ') ?? []), ...added.split(' | ')]);
  return [...products].sort().join(' | ').slice(0, 200);
}

type Row = {
  own: string;
  rowNumber: number;
  record: ImportRecord;
  company: (name: string, near: string | null, rowNumber: number) => string;
};

/** Whom a row's supplier supplies: the customer it names, else the organization. */
export function linkBuyers(links: Links, { own, rowNumber, record, options, company }: Row & { options: PlanOptions }): void {
  const hasCustomers = options.shape === 'edges' || options.shape === 'hierarchy';
  if (hasCustomers && record.customer !== null) {
    const customer = company(record.customer, null, rowNumber);
    if (!links.customers.has(customer)) links.customers.set(customer, rowNumber);
    links.sellers.add(own);
    links.add({
      kind: 'supplies',
      fromKey: own,
      toKey: customer,
      rowNumber,
      product: record.products.length > 0 ? joinProducts(null, record.products.join(' | ')) : null,
      share: record.supplyShare,
      validFrom: record.year === null ? record.asOf : `${record.year}-01-01`,
    });
  } else if (options.suppliesUs && options.shape !== 'edges' && (record.tier === null || record.tier === 1))
    links.add({ kind: 'supplies', fromKey: own, toKey: buyerKey, rowNumber });
}

/** Group over parent company over the row's own supplier; a company is not its own owner. */
export function linkOwners(links: Links, { own, rowNumber, record, company }: Row): void {
  let owned = own;
  for (const name of [record.parentCompany, record.group]) {
    if (name === null) continue;
    const owner = company(name, record.country, rowNumber);
    links.add({ kind: 'owns', fromKey: owner, toKey: owned, rowNumber });
    owned = owner;
  }
}

/** Customers that supply nobody in the file supply the organization. */
export function linkTop(links: Links): void {
  for (const [key, rowNumber] of links.customers)
    if (!links.sellers.has(key)) links.add({ kind: 'supplies', fromKey: key, toKey: buyerKey, rowNumber });
}
