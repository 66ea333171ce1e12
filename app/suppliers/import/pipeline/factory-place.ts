import { addedUpKeys } from '~/suppliers/fields/definition/import-columns';
import { foldText } from '~/suppliers/parties/name-key';
import type { PlanRow } from './plan';
import type { ImportRecord } from './record';

const noPeople = Object.fromEntries(addedUpKeys.map((key) => [key, null])) as Record<(typeof addedUpKeys)[number], null>;

/**
 * A row as it is planned. Where its factory is another company's and the place of the row is the factory's (`producer.isHere`), the place, its OS ID and its
 * workers are taken from the supplier and given to a record of the factory (`placed`). Every reader of rows to be planned reads them so.
 */
export function toPlanRow<Row extends { rowNumber: number; record: ImportRecord }>(row: Row): Row & PlanRow {
  const { record } = row;
  const { producer } = record;
  if (!producer?.isHere) return row;
  const { name, country } = producer;
  const placed: ImportRecord = {
    ...record,
    ...{ supplierName: name, siteName: name, country, producer, order: null, contact: null, destination: [] },
    ...{ publicId: null, externalId: null, lei: null, upstream: [], duns: null, registration: null, taxNumber: null, annualSpend: null },
  };
  const own: ImportRecord = {
    ...record,
    ...noPeople,
    ...{ country: null, countryGuess: null, address: null, city: null, region: null, postalCode: null, lat: null, lng: null, osId: null },
    siteName: record.supplierName,
    producer: { name, country, isHere: false },
  };
  return { ...row, record: own, placed };
}

/** What a row says of a place: of the factory of another company where that has one, else of the row's own supplier. */
export const placedRecord = ({ record, placed }: Pick<PlanRow, 'record' | 'placed'>): ImportRecord => placed ?? record;

/** What a row says of the supplier of this name: its own, or the factory at its place; null where it only mentions it. */
export function recordNaming(name: string, row: PlanRow | undefined): ImportRecord | null {
  if (row === undefined) return null;
  return [row.record, placedRecord(row)].find((record) => foldText(record.supplierName) === foldText(name)) ?? null;
}
