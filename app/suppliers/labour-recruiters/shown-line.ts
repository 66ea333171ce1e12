import { formatMoney } from '~/ui/format';

/** The values of a line as shown: money with its currency, in the way of `locale`. */
export function shownLine(values: Readonly<Record<string, unknown>>, options: { locale?: string } = {}): Record<string, unknown> {
  const { currency } = values;
  const rest: Record<string, unknown> = { ...values };
  delete rest.currency;
  for (const field of ['amount', 'monthlyPay'])
    if (typeof rest[field] === 'number' && typeof currency === 'string') rest[field] = formatMoney(rest[field], currency, options);
  return rest;
}
