import { problemList } from './problems.ts';
import type { LinkColumns, Refused } from './types.ts';

/** Every reason why these links cannot be used, by row; undefined when there is none. */
export function checkLinks({ nodeCount, supplier, buyer, share, shareUnknown }: LinkColumns): Refused | undefined {
  const { add, refusal } = problemList();
  const rows = supplier.length;
  if (buyer.length !== rows || share.length !== rows || (shareUnknown && shareUnknown.length !== rows)) {
    add({ code: 'columns-differ-in-length', text: 'The columns of the links do not have the same length.' });
    return refusal();
  }
  for (let row = 0; row < rows; row += 1) {
    const from = supplier[row] ?? -1;
    const to = buyer[row] ?? -1;
    if (from < 0 || from >= nodeCount || to < 0 || to >= nodeCount)
      add({ code: 'unknown-node', row, text: `Link ${row} names a party that is not among the nodes.` });
    if (shareUnknown?.[row] === 1) continue;
    const value = share[row] ?? Number.NaN;
    if (value >= 0 && value <= 1) continue;
    if (Number.isNaN(value)) add({ code: 'share-not-a-number', row, text: `The share of link ${row} is not a number.` });
    else if (value < 0) add({ code: 'share-negative', row, text: `The share of link ${row} is below 0.` });
    else add({ code: 'share-above-one', row, text: `The share of link ${row} is above 1.` });
  }
  return refusal();
}
