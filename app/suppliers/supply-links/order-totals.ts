import { m } from '~/paraglide/messages';
import { formatAmount, formatDate, formatNumber } from '~/ui/format';
import type { OrderSums } from './order-sums';

/** The order lines of a link for one product, and the imports that state them. */
export type OrderTotal = OrderSums & { product: string | null; sources: { sourceId: string; fileName: string }[] };
/** The order lines of a link: all together, and by product, the most lines first. */
export type LinkOrders = { sums: OrderSums; products: OrderTotal[]; sources: OrderTotal['sources'] };

/** An amount with its unit; of lines that state neither, nothing is said. */
export function volumeText({ unit, amount }: { unit: string | null; amount: number }): string {
  const number = formatNumber(amount, { digits: Number.isInteger(amount) ? 0 : 1 });
  return unit === null ? m.order_lines_no_unit({ amount: number }) : `${number} ${unit}`;
}

/** An amount in its currency. */
export function valueText({ currency, amount }: { currency: string | null; amount: number }): string {
  if (currency === null) return m.order_lines_no_currency({ amount: formatNumber(amount) });
  return formatAmount(amount, currency);
}

/** The volumes by unit and the values by currency, each on its own; where some lines state none, how many do. */
export function amountTexts({ lines, volumes, values }: OrderSums): string[] {
  const of = (text: string, stated: number) =>
    stated === lines ? text : m.order_lines_stated({ text, stated: formatNumber(stated), lines: formatNumber(lines) });
  return [...volumes.map((volume) => of(volumeText(volume), volume.lines)), ...values.map((value) => of(valueText(value), value.lines))];
}

/** From the first to the last day that an order line states; null where none does. */
export function orderPeriodText({ firstOn, lastOn }: Pick<OrderSums, 'firstOn' | 'lastOn'>): string | null {
  if (firstOn === null || lastOn === null) return null;
  return firstOn === lastOn ? formatDate(firstOn) : m.supply_links_period_both({ from: formatDate(firstOn), to: formatDate(lastOn) });
}
