import { z } from 'zod';
import { buildNameIndex, type Fold, type NameIndex } from './name-index.ts';
import { listCell, referenceAt, rowReader, type WithProvenance } from './tables.ts';

/** Names of one row, parted by vertical bars; blank is an empty list. */
const namesCell = z
  .string()
  .nullable()
  .transform((text) => text?.split('|') ?? []);

export const orderStates = ['in-force', 'imports-allowed', 'replaced', 'ended', 'unknown'] as const;
export type OrderState = (typeof orderStates)[number];

const orderSchema = z.object({
  id: z.string(),
  iso2: z.string(),
  entity: z.string(),
  names: namesCell,
  scope: z.enum(['named', 'region', 'country']),
  merchandise: z.string().nullable(),
  kind: z.enum(['order', 'finding']),
  issued: z.string().nullable(),
  issuedConfidence: z.enum(['confirmed', 'single-source', 'memory']).nullable(),
  state: z.enum(orderStates),
  stateSince: z.string().nullable(),
  isicDivisions: listCell,
  note: z.string().nullable(),
});
const orderRows = rowReader(orderSchema);
export type ImportOrder = WithProvenance<z.output<typeof orderSchema>>;

/**
 * Orders of United States Customs against goods made with forced labour, issued on or before the day, or on a day nobody knows. The state is that of
 * the day: an order that was lifted later was still in force then; where the day of the change is not known, the order is as it stands now.
 */
export function importOrders(asOf: string): ImportOrder[] {
  return [...orderRows(referenceAt('import-orders', asOf)).values()].flatMap((order) => orderOn(order, asOf) ?? []);
}

/** An order as it stood on a day; null before its issue. */
export function orderOn(order: ImportOrder, asOf: string): ImportOrder | null {
  if (order.issued !== null && order.issued > asOf) return null;
  return order.stateSince !== null && order.stateSince > asOf ? { ...order, state: 'in-force', stateSince: null } : order;
}

const entitySchema = z.object({
  entity: z.string(),
  aliases: namesCell,
  iso2: z.string(),
  sublists: listCell,
  effective: z.iso.date(),
  industry: z.string().nullable(),
  note: z.string().nullable(),
});
const entityRows = rowReader(entitySchema);
export type ListedEntity = WithProvenance<z.output<typeof entitySchema>>;

/** Entities on the list of the Uyghur Forced Labor Prevention Act on a day. */
export function listedEntities(asOf: string): ListedEntity[] {
  return [...entityRows(referenceAt('listed-entities', asOf)).values()].filter(({ effective }) => effective <= asOf);
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
    orders: buildNameIndex([...orderRows(orders).values()], ({ names }) => names, fold),
    entities: buildNameIndex([...entityRows(entities).values()], ({ entity, aliases }) => [entity, ...aliases], fold),
  };
  ofFold.set(editions, made);
  return made;
}
