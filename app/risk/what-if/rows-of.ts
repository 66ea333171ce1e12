import { type Band, bandAt, bands, type Place, type PointOf, type WhatIfRow } from '#scoring';

export type Figure = { score: number; band: Band };
/** A supplier whose score changes. `chain`: with what it inherits from its own suppliers (R10); null where it is not linked or not scored. */
export type SupposedRow = {
  publicId: string;
  name: string;
  isDropped: boolean;
  own: { before: Figure | null; after: Figure | null; change: number | null };
  chain: { before: Figure; after: Figure | null; change: number | null } | null;
  /** Among all suppliers; null where the list is too long to be drawn. */
  place: { before: Place | null; after: Place | null } | null;
};

/** The suppliers whose score changes, the largest change first, of equal ones those that change of themselves, then by name. */
export function rowsOf(
  rows: readonly WhatIfRow[],
  options: {
    asOf: string;
    names: ReadonlyMap<string, { publicId: string; name: string }>;
    before: ReadonlyMap<string, PointOf>;
    after: ReadonlyMap<string, PointOf>;
  },
): SupposedRow[] {
  const figure = (score: number): Figure => ({ score, band: bandAt(score, options.asOf) });
  return rows
    .flatMap((row): SupposedRow[] => {
      const party = options.names.get(row.id);
      if (!party) return [];
      const totalBefore = row.before ? options.before.get(row.id)?.total : undefined;
      const totalAfter = row.after ? options.after.get(row.id)?.total : undefined;
      const chain =
        totalBefore === undefined
          ? null
          : {
              before: figure(totalBefore),
              after: totalAfter === undefined ? null : figure(totalAfter),
              change: totalAfter === undefined ? null : difference(totalBefore, totalAfter),
            };
      const own = {
        before: row.before && { score: row.before.score, band: row.before.band },
        after: row.after && { score: row.after.score, band: row.after.band },
        change: row.before && row.after ? difference(row.before.score, row.after.score) : null,
      };
      const isSame = !row.isDropped && (row.before === null) === (row.after === null) && !own.change && !chain?.change;
      return isSame ? [] : [{ ...party, isDropped: row.isDropped, own, chain, place: row.place }];
    })
    .sort(
      (a, b) =>
        sizeOf(b) - sizeOf(a) ||
        Math.abs(b.own.change ?? 0) - Math.abs(a.own.change ?? 0) ||
        compare(a.name, b.name) ||
        compare(a.publicId, b.publicId),
    );
}

function difference(before: number, after: number): number {
  return Math.round((after - before) * 10) / 10;
}

/** A supplier that goes, gains a score or loses it comes before any that only moves. */
function sizeOf({ own, chain, isDropped }: SupposedRow): number {
  if (isDropped || (own.before === null) !== (own.after === null)) return 1000;
  return Math.max(Math.abs(own.change ?? 0), Math.abs(chain?.change ?? 0));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** How many rise to a worse band, how many fall to a better one, by their own score. */
export function bandMoves(rows: readonly SupposedRow[]): { worse: number; better: number } {
  let worse = 0;
  let better = 0;
  for (const { own } of rows) {
    if (!own.before || !own.after) continue;
    const steps = bands.indexOf(own.after.band) - bands.indexOf(own.before.band);
    if (steps > 0) worse += 1;
    if (steps < 0) better += 1;
  }
  return { worse, better };
}
