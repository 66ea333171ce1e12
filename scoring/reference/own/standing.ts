import type { HeldEdition, OwnRowsTable } from './edition.ts';

/**
 * Which editions of organizations' own tables are read. Editions are kept by the hash of their content, so what a hash stands for never changes; which of them
 * count is said for the length of one synchronous call, so that no call reads the tables of another organization.
 */
const held = new Map<string, HeldEdition>();
let counting: readonly HeldEdition[] = [];
let key = '';

/** Keeps an edition, so that calls can name it by its hash. */
export function keepEdition(edition: HeldEdition): void {
  held.set(edition.hash, edition);
}

/** Drops an edition that turned out not to be readable. */
export const forgetEdition = (hash: string): boolean => held.delete(hash);

/** An edition that is kept in this process, by its hash; null otherwise. */
export const editionAt = (hash: string): HeldEdition | null => held.get(hash) ?? null;

/** Whether an edition is kept in this process. */
export const isEditionKept = (hash: string): boolean => held.has(hash);

/**
 * Runs `work` with the editions of these hashes in place of, and beside, the released rows. Those around it do not count inside.
 * @throws RangeError for an edition that is not kept: nothing is computed with other tables than it says; TypeError for work that goes on after it returned
 */
export function withOwnTables<Result>(hashes: readonly string[], work: () => Result): Result {
  const before = { counting, key };
  if (hashes.length > 0 || counting.length > 0) {
    counting = hashes.map((hash) => {
      const edition = held.get(hash);
      if (!edition) throw new RangeError(`The own table ${hash} is not held here`);
      return edition;
    });
    key = hashes.length === 0 ? '' : ` ${hashes.join(' ')}`;
  }
  try {
    const result = work();
    if (result instanceof Promise) throw new TypeError('Own tables count within one synchronous call');
    return result;
  } finally {
    ({ counting, key } = before);
  }
}

/** A day together with the own tables that count: what is kept by day must be kept by this. */
export const tablesKey = (asOf: string): string => asOf + key;

/** The editions that count and have rows of a table, the earliest in force first; of those in force on `asOf` when a day is named. */
export function countingEditions(table: OwnRowsTable, asOf: string | undefined): readonly HeldEdition[] {
  if (counting.length === 0) return counting;
  return counting
    .filter((edition) => edition.tables[table] && (asOf === undefined || edition.inForceFrom <= asOf))
    .sort((a, b) => (a.inForceFrom === b.inForceFrom ? (a.hash < b.hash ? -1 : 1) : a.inForceFrom < b.inForceFrom ? -1 : 1));
}
