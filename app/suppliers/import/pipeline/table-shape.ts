import type { Field, TableShape } from './fields';
import { foldHeader } from './fold-header';

/** Columns that Open Supply Hub's template asks of everybody. */
const oshColumns = ['country', 'name', 'address'];
/** What only a table of links has. */
const linkFields: ReadonlySet<Field> = new Set(['customer', 'supplyShare', 'year']);
const placeFields: readonly Field[] = ['address', 'city', 'postalCode', 'lat', 'lng', 'workers'];
const nameFields: readonly Field[] = ['supplierName', 'siteName', 'externalId', 'osId', 'publicId'];

/**
 * What the rows of a table are, by its columns: with a customer and no place, links; with a group, a parent company and a name, sites under
 * companies; with Open Supply Hub's three columns, its template; else a list.
 */
export function proposeShape(header: readonly string[], columns: readonly Field[]): TableShape {
  const has = (field: Field) => columns.includes(field);
  if (has('customer') && nameFields.some(has) && !placeFields.some(has)) return 'edges';
  if (has('group') && has('parentCompany') && (has('siteName') || has('supplierName'))) return 'hierarchy';
  const words = new Set(header.map(foldHeader));
  return oshColumns.every((word) => words.has(word)) ? 'osh' : 'list';
}

/**
 * Whether a field says anything in tables of this shape by its header alone: in a list of one's own suppliers, a column of brands names no
 * customer. A column of customers does where its values are suppliers of the list, or a tier is beside it (`grain/read-grain.ts`).
 */
export function isFieldOf(shape: TableShape, field: Field): boolean {
  return shape === 'edges' || shape === 'hierarchy' || !linkFields.has(field);
}
