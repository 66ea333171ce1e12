import { importOrders, listedEntities, prioritySectors, referenceAt } from '../reference/at.ts';

/** Raised whenever the same facts and lists may give other alerts than before. */
const detection = 1;

const tables = [
  'listed-entities',
  'import-orders',
  'priority-sectors',
  'listed-goods',
  'goods-classification',
  'state-sponsored',
  'subdivisions',
] as const;

/**
 * A text that is the same on two days exactly when the same lists with the same entries in force are read on both: alerts that were detected under one key
 * need not be detected again for the sake of the lists. Throws RangeError for a day before the first tables.
 */
export function alertListsKey(asOf: string): string {
  const vintages = tables.map((table) => `${table} ${referenceAt(table, asOf).vintage}`);
  const orders = importOrders(asOf);
  const inForce = orders.filter(({ state }) => state === 'in-force').length;
  const counts = [listedEntities(asOf).length, orders.length, inForce, prioritySectors(asOf).length];
  return [detection, ...vintages, ...counts].join('; ');
}
