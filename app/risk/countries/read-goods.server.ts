import { classifiedGoods, type ListedGood, listedGoods, listedGoodsChanges } from '#scoring';
import { shownSource } from './read-score.server';

/** What the list says of a good: made with forced labour, with child labour, or with an input that is. A null flag of the list is not known. */
export function readGood(row: ListedGood, divisions: ReadonlyMap<string, string>) {
  const { iso2, good, upstreamGood, upstreamIso2, flagsAsOf } = row;
  return {
    ...{ iso2, good, upstreamGood, upstreamIso2, flagsAsOf, division: divisions.get(good) ?? null },
    isForced: row.forcedLabour === true || row.forcedChildLabour === true,
    isChild: row.childLabour === true || row.forcedChildLabour === true,
    isForcedByInput: row.inputsForcedLabour === true,
    isChildByInput: row.inputsChildLabour === true,
    source: shownSource(row.provenance),
  };
}
export type GoodRead = ReturnType<typeof readGood>;

/** The ISIC division of every classified good, by its name in the list. */
export const divisionsOfGoods = (asOf: string): ReadonlyMap<string, string> =>
  new Map(classifiedGoods(asOf).map(({ good, isicDivision }) => [good, isicDivision]));

/** Goods listed for a country, those of forced labour first, and what the newest edition added or removed. */
export function readGoods(iso2: string, asOf: string) {
  const divisions = divisionsOfGoods(asOf);
  const weight = (good: GoodRead) => (good.isForced ? 0 : good.isForcedByInput ? 1 : 2);
  return {
    listed: listedGoods(asOf)
      .filter((row) => row.iso2 === iso2)
      .map((row) => readGood(row, divisions))
      .sort((a, b) => weight(a) - weight(b) || (a.good < b.good ? -1 : 1)),
    changes: listedGoodsChanges(asOf)
      .filter((row) => row.iso2 === iso2)
      .map(({ good, edition, change, childLabour, forcedLabour }) => ({ good, edition, change, childLabour, forcedLabour })),
  };
}
