import { hash } from 'node:crypto';
import { foldText } from '~/suppliers/parties/name-key';
import { type OrderSums, orderAdder } from '~/suppliers/supply-links/order-sums';
import type { ImportRecord } from './record';

/** One order line. `key` identifies it in any file; null of a date, volumes or value is unknown. */
export type OrderLine = { key: string; rowNumber: number; record: NonNullable<ImportRecord['order']> };
/**
 * The order lines of one edge for one product. `isWhole`: of the edges over which the goods of a row come (factory to supplier, supplier to buyer),
 * the one by which the row is counted.
 */
export type PlannedOrders = { fromKey: string; toKey: string; product: string | null; isWhole: boolean; lines: OrderLine[] };

const separator = '\u001f';

/** Collects the order lines of a plan by edge and product. */
export class Orders {
  private readonly held = new Map<string, PlannedOrders>();
  private readonly occurrences = new Map<string, number>();

  /**
   * A line is identified by its order number, day and product, so that a corrected amount is not added beside the one it corrects; without a
   * number by all that it says. Equal lines of one file are counted, each by its place among its equals, and found again in the next file.
   */
  add(
    edges: readonly (readonly [string, string])[],
    { rowNumber, record }: { rowNumber: number; record: Pick<ImportRecord, 'order' | 'products' | 'year'> },
  ): void {
    const { order } = record;
    if (order === null) return;
    const product = record.products.length === 0 ? null : [...new Set(record.products)].sort().join(' | ').slice(0, 200);
    edges.forEach(([fromKey, toKey], at) => {
      if (fromKey === toKey) return;
      const group = [fromKey, toKey, product ?? ''].join(separator);
      const named = order.number === null ? contentOf(order) : `number ${foldText(order.number)}`;
      const content = [named, order.date ?? record.year ?? ''].join(separator);
      const same = `${group}${separator}${content}`;
      const occurrence = (this.occurrences.get(same) ?? 0) + 1;
      this.occurrences.set(same, occurrence);
      const planned = this.held.get(group) ?? { fromKey, toKey, product, isWhole: at === 0, lines: [] };
      planned.isWhole ||= at === 0;
      planned.lines.push({ key: lineKey(content, occurrence), rowNumber, record: order });
      this.held.set(group, planned);
    });
  }

  all(): PlannedOrders[] {
    return [...this.held.values()];
  }
}

function contentOf({ volumes, value }: NonNullable<ImportRecord['order']>): string {
  const amounts = volumes.map(({ amount, unit }) => `${amount} ${unit ?? ''}`).sort();
  return ['content', ...amounts, value === null ? '' : `${value.amount} ${value.currency ?? ''}`].join(separator);
}

/** A 64-bit number that PostgreSQL keeps as bigint: a link has a few thousand lines, of which no two share one by chance. */
function lineKey(content: string, occurrence: number): string {
  return hash('sha1', `${content}${separator}${occurrence}`, 'buffer').readBigInt64BE().toString();
}

/** The lines that are not known yet. */
export function newLines({ lines }: PlannedOrders, known: ReadonlySet<string> | undefined): OrderLine[] {
  return known === undefined ? lines : lines.filter(({ key }) => !known.has(key));
}

/** Adds lines up. Volumes of different units and values of different currencies are never added; what no line states is left out. */
export function sumLines(lines: readonly OrderLine[]): OrderSums {
  const adding = orderAdder();
  for (const { record } of lines)
    adding.add({
      lines: 1,
      volumes: record.volumes.map((volume) => ({ ...volume, lines: 1 })),
      values: record.value === null ? [] : [{ ...record.value, lines: 1 }],
      firstOn: record.date,
      lastOn: record.date,
    });
  return adding.result();
}
