import { foldHeader } from '../fold-header';
import { isSupplierHeader, orderWords } from './read-grain';

/** Why the result of a list is implausible. */
export const doubtCodes = ['every-row', 'one-supplier', 'no-country', 'unread-column'] as const;
export type Doubt = (typeof doubtCodes)[number];

type Read = {
  /** Rows that can be imported, and the different suppliers that they name. */
  rows: number;
  suppliers: number;
  withoutCountry: number;
  isLinks: boolean;
  /** Headers of columns that say nothing of who a supplier is: not read, or read as orders. */
  ignored: readonly string[];
};

/** What speaks against a list being what its mapping says. Pure. Short lists are seen whole by a person and give no doubt. */
export function doubtsOf({ rows, suppliers, withoutCountry, isLinks, ignored }: Read): Doubt[] {
  if (rows < 20 || isLinks) return [];
  const doubts: Doubt[] = [];
  const orders = ignored.filter((header) => orderWords.test(foldHeader(header))).length;
  if (suppliers >= rows * 0.98 && (orders >= 2 || ignored.some(isSupplierHeader))) doubts.push('every-row');
  if (suppliers === 1) doubts.push('one-supplier');
  if (withoutCountry > rows / 2) doubts.push('no-country');
  return doubts;
}
