import { classifiedGoods, listedGoods } from '../reference/at.ts';
import { isListedFor, type Outcome } from './countries.ts';

/** Country and division of every listed good, by the division of the good. */
export function listedPairs(outcome: Outcome, asOf: string): Set<string> {
  const divisionOf = new Map(classifiedGoods(asOf).map((row) => [row.good, row.isicDivision]));
  return new Set(
    listedGoods(asOf).flatMap((row) => {
      const division = divisionOf.get(row.good);
      return isListedFor(row, outcome) && division !== undefined ? [`${row.iso2}|${division}`] : [];
    }),
  );
}
