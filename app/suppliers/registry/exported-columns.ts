import type { SupplierColumn } from './list-columns';
import { linkHead, supplierHead } from './supplier-cells';

/** What a file of the list has beside the columns of a supplier in every file. */
export const listHead = [...supplierHead, 'open_findings', 'audited_on', 'due_on', 'owner', 'tags', linkHead];

/** The columns of a file by the columns of the list; of the name and the score, which are always shown, see below. The history of scores is drawn and is in no file. */
const headings = {
  place: ['place_best', 'place_worst', 'in_riskiest_tenth'],
  child: ['child_score', 'child_band'],
  alerts: ['state_imposed', 'alerts'],
  basis: ['basis'],
  history: [],
  country: ['country'],
  sector: ['sector', 'sector_title'],
  tier: ['tier_computed', 'tier_declared'],
  workers: ['workers'],
  spend: ['annual_spend', 'annual_spend_currency', 'annual_spend_year'],
  findings: ['open_findings'],
  audit: ['audited_on'],
  tags: ['tags'],
  owner: ['owner'],
  due: ['due_on'],
} as const satisfies Record<SupplierColumn, readonly string[]>;
const always = ['id', 'name', 'status', 'band', 'score', 'score_low', 'score_high'];

/** The columns of a file, by their places in `listHead`: those that a list shows, in its order, with the address of each supplier last; null is all of them. */
export function placesOf(columns: readonly SupplierColumn[] | null): number[] {
  if (columns === null) return listHead.map((_, at) => at);
  return [...always, ...columns.flatMap((column): readonly string[] => headings[column]), linkHead].map((heading) => {
    const at = listHead.indexOf(heading);
    if (at === -1) throw new RangeError(`no file has a column ${heading}`);
    return at;
  });
}
