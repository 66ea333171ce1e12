import { buildNameIndex, type Fold, type NameIndex } from './name-index.ts';
import { referenceAt } from './registry.ts';
import { type TableRow, tableRows } from './rows.ts';

export const orderStates = ['in-force', 'imports-allowed', 'replaced', 'ended', 'unknown'] as const;
export type OrderState = (typeof orderStates)[number];

export type ImportOrder = TableRow<'import-orders'>;

/**
 * Orders of United States Customs against goods made with forced labour, issued on or before the day, or on an unknown day. The state is that of
 * the day: an order that was lifted later was still in force then; where the day of the change is not known, the order has its current state.
 */
export function importOrders(asOf: string): ImportOrder[] {
  return [...tableRows('import-orders', asOf).values()].flatMap((order) => orderOn(order, asOf) ?? []);
}

/** An order as it stood on a day; null before its issue. */
export function orderOn(order: ImportOrder, asOf: string): ImportOrder | null {
  if (order.issued !== null && order.issued > asOf) return null;
  return order.stateSince !== null && order.stateSince > asOf ? { ...order, state: 'in-force', stateSince: null } : order;
}

export type ListedEntity = TableRow<'listed-entities'>;

/** Entities on the list of the Uyghur Forced Labor Prevention Act on a day. */
export function listedEntities(asOf: string): ListedEntity[] {
  return [...tableRows('listed-entities', asOf).values()].filter(({ effective }) => effective <= asOf);
}

const searched = new WeakMap<Fold, Map<string, { orders: NameIndex<ImportOrder>; entities: NameIndex<ListedEntity> }>>();

/** The names of the two lists in their editions of a day, made once for each way of folding. Entries of later days are in it. */
export function namesOfLists(asOf: string, fold: Fold): { orders: NameIndex<ImportOrder>; entities: NameIndex<ListedEntity> } {
  const [orders, entities] = [referenceAt('import-orders', asOf), referenceAt('listed-entities', asOf)];
  const editions = `${orders.vintage} ${entities.vintage}`;
  const ofFold = searched.get(fold) ?? new Map<string, { orders: NameIndex<ImportOrder>; entities: NameIndex<ListedEntity> }>();
  searched.set(fold, ofFold);
  const known = ofFold.get(editions);
  if (known) return known;
  const made = {
    orders: buildNameIndex([...tableRows('import-orders', asOf).values()], ({ names }) => names, fold),
    entities: buildNameIndex([...tableRows('listed-entities', asOf).values()], ({ entity, aliases }) => [entity, ...aliases], fold),
  };
  ofFold.set(editions, made);
  return made;
}
