import { foldName } from '~/suppliers/parties/name-key';
import { type LinkSpan, type LinkStatement, spansOf } from './link-spans';
import type { PlanOptions } from './plan';
import type { ImportRecord } from './record';

/** Key of the organization itself in a plan. */
export const buyerKey = 'buyer';
const separator = '\u001f';

/** One span of an edge (`link-spans.ts`); the spans of an edge follow each other. `rowNumber`: the first row that says it. */
export type PlannedLink = LinkSpan & { kind: 'supplies' | 'subcontracts' | 'recruits' | 'owns'; fromKey: string; toKey: string };
type Said = Pick<PlannedLink, 'kind' | 'fromKey' | 'toKey' | 'rowNumber'>;
type SaidMore = { products: readonly string[]; share: number | null; year: number | null; day: string | null };

/** The edges of a plan, each once, however many rows say it, with the spans and products that they say. */
export class Links {
  private readonly links = new Map<string, Said & { more: LinkStatement[] | null }>();
  /** The last year in which each customer occurs. */
  private readonly lastTold = new Map<string, number>();
  /** The parties that buy, with the first row that says so; and the parties that supply. */
  readonly customers = new Map<string, number>();
  readonly sellers = new Set<string>();
  /** The parties of a declared tier beyond the first: they do not supply the organization itself. */
  readonly further = new Set<string>();

  add(said: Said, more?: SaidMore): void {
    const { kind, fromKey, toKey, rowNumber } = said;
    if (fromKey === toKey) return;
    const key = [kind, fromKey, toKey].join(separator);
    const held = this.links.get(key) ?? { kind, fromKey, toKey, rowNumber, more: null };
    if (held.rowNumber === rowNumber) this.links.set(key, held);
    if (!more) return;
    held.more ??= [];
    const { products, ...rest } = more;
    if (rest.year !== null) this.lastTold.set(toKey, Math.max(rest.year, this.lastTold.get(toKey) ?? rest.year));
    // A share of several products together is theirs together.
    const named = rest.share !== null && products.length > 1 ? [[...new Set(products)].sort().join(' | ')] : products;
    for (const product of named.length > 0 ? named : [null])
      held.more.push({ ...rest, product: product?.slice(0, 200) ?? null, rowNumber });
  }

  all(): PlannedLink[] {
    return [...this.links.values()].flatMap(({ more, kind, fromKey, toKey, rowNumber }): PlannedLink[] =>
      more === null
        ? [{ kind, fromKey, toKey, rowNumber, product: null, share: null, validFrom: null, validTo: null, saidTo: null }]
        : spansOf(more, this.lastTold.get(toKey) ?? null).map((span) => ({ kind, fromKey, toKey, ...span })),
    );
  }
}

/** How many edges the spans of a plan make up. */
export function countEdges(links: readonly PlannedLink[]): number {
  return links.filter((link, at) => !isSameEdge(link, links[at - 1])).length;
}

/** Whether two spans, one after the other in a plan, are of one edge. */
function isSameEdge(link: PlannedLink, last: PlannedLink | undefined): boolean {
  return last !== undefined && last.kind === link.kind && last.fromKey === link.fromKey && last.toKey === link.toKey;
}

type Row = {
  own: string;
  rowNumber: number;
  record: ImportRecord;
  /** The key of a company that the row names: in the country it is `stated` to be in, else where the file has it, `near` first. */
  company: (name: string, near: string | null, rowNumber: number, stated?: string | null) => string;
};

/**
 * Whom a row's supplier supplies: the customer it names, else the organization; and the factory (its key) that supplies it. Returns the edges over which
 * the goods of the row come, the nearest to the organization first.
 */
export function linkBuyers(
  links: Links,
  {
    own,
    rowNumber,
    record,
    options,
    company,
    producer,
    buyer,
  }: Row & { options: PlanOptions; producer: string | null; buyer: string | undefined },
): (readonly [string, string])[] {
  const edges: (readonly [string, string])[] = producer === null ? [] : [[producer, own]];
  if (producer !== null) links.add({ kind: 'supplies', fromKey: producer, toKey: own, rowNumber });
  if (record.tier !== null && record.tier > 1) links.further.add(own);
  if (record.customer !== null) {
    const customers = [record.customer, ...record.otherCustomers].map((name) => {
      const isBuyer = namesBuyer(name, buyer);
      const customer = isBuyer ? buyerKey : company(name, null, rowNumber);
      if (!isBuyer && !links.customers.has(customer)) links.customers.set(customer, rowNumber);
      if (!isBuyer) links.sellers.add(own);
      links.add(
        { kind: 'supplies', fromKey: own, toKey: customer, rowNumber },
        { products: record.products, share: record.supplyShare, year: record.year, day: record.asOf },
      );
      return customer;
    });
    const [only = buyerKey, ...others] = customers;
    return others.length > 0 ? edges : [[own, only], ...edges];
  }
  if (!options.suppliesUs || options.shape === 'edges' || (record.tier !== null && record.tier !== 1)) return edges;
  links.add({ kind: 'supplies', fromKey: own, toKey: buyerKey, rowNumber });
  return [[own, buyerKey], ...edges];
}

/** Whether a customer is the organization itself: by its name, without its legal form, or by the first words of it where these are two or more. */
export function namesBuyer(customer: string, buyer: string | undefined): boolean {
  if (buyer === undefined) return false;
  const [written, own] = [foldName(customer), foldName(buyer)];
  return written !== '' && (written === own || (written.includes(' ') && own.startsWith(`${written} `)));
}

/** Whether rows of such a table name owners: Open Supply Hub's template says of its parent company only what its contributor believes. */
export const namesOwners = (shape: PlanOptions['shape']) => shape !== 'osh';

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

/** Customers that supply no party in the file supply the organization. */
export function linkTop(links: Links): void {
  for (const [key, rowNumber] of links.customers)
    if (!links.sellers.has(key) && !links.further.has(key)) links.add({ kind: 'supplies', fromKey: key, toKey: buyerKey, rowNumber });
}
