import {
  countryEstimates,
  forgetEdition,
  type HeldEdition,
  isReferenceTable,
  keepEdition,
  ownEditionSchema,
  tableRows,
  tablesOfKind,
  withOwnTables,
} from '../reference/at.ts';
import { canonicalJson, sha256 } from './hash.ts';

/** Reads every row of the tables of an edition; what cannot be read throws. An index of countries has no released table. */
function readRows({ kind, inForceFrom }: HeldEdition): void {
  for (const id of tablesOfKind(kind)) {
    if (isReferenceTable(id)) tableRows(id, inForceFrom);
    else countryEstimates(inForceFrom);
  }
}

/**
 * Checks an edition that an organization loaded for itself and keeps it in this process, so that inputs can name it by its hash: the SHA-256 of its canonical JSON.
 * @throws ZodError for an edition or a row that is not well formed, RangeError for a day before the first tables
 */
export function loadOwnTable(content: unknown): HeldEdition {
  const edition = ownEditionSchema.parse(content);
  const held: HeldEdition = { ...edition, hash: sha256(canonicalJson(edition)) };
  keepEdition(held);
  try {
    withOwnTables([held.hash], () => readRows(held));
  } catch (error) {
    forgetEdition(held.hash);
    throw error;
  }
  return held;
}
