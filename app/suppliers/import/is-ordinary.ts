import { doubtsIn } from './open-doubts';
import type { BatchCounts, BatchMapping, Detected } from './schema';

/** As many rows as the grid shows scores and alerts of. */
export const mostGridRows = 500;
/** From this share of rows that cannot be read on, the mistake is one of the file or its columns, and not of cells. */
const mostInvalid = 0.2;

type Batch = {
  rowCount: number | null;
  detected: Detected | null;
  mapping: BatchMapping | null;
  counts: BatchCounts | null;
  continuesId: string | null;
  replacesId: string | null;
};

/** Whether a batch can be shown as a grid at all: doubts are confirmed at the check. */
export function fitsGrid({ rowCount, mapping, detected, counts }: Batch): boolean {
  const isRead = detected !== null && counts !== null && mapping !== null;
  return isRead && doubtsIn(counts).length === 0 && mapping.shape !== 'edges' && rowCount !== null && rowCount <= mostGridRows;
}

/**
 * Whether a list is imported in two screens: one sheet of suppliers or sites whose shape is recognised, few rows, hardly an error, and nothing to compare
 * with an earlier state. The others go column by column, step by step; either way can be chosen at any time.
 */
export function isOrdinary(batch: Batch): boolean {
  const { detected, mapping, counts, continuesId, replacesId } = batch;
  if (!detected || !mapping || !counts || !fitsGrid(batch)) return false;
  const usable = detected.sheets.filter(({ rows, problem }) => rows > 0 && problem === null);
  const isNamed = mapping.columns.some((field) => field === 'supplierName' || field === 'siteName');
  return (
    isNamed &&
    usable.length <= 1 &&
    (mapping.shape === 'list' || mapping.shape === 'osh') &&
    (detected.grain === 'supplier' || detected.grain === 'site') &&
    detected.problems.every(({ code }) => code === 'duplicate-header') &&
    counts.invalid <= Math.max(1, counts.rows * mostInvalid) &&
    continuesId === null &&
    replacesId === null
  );
}
