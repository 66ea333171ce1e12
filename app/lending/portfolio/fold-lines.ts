import type { Dimension } from './filter';

/** Minor units of a currency that no dated rate of the record converts. */
export type OpenAmount = { currency: string; minor: number };
/** A score with its interval: the mean of clients' scores and of the ends of their intervals, weighted by exposure in dollars. */
export type MeanScore = { score: number; low: number; high: number };
export type ExposureLine = {
  key: string;
  deals: number;
  /** US cents, of what is in dollars or converted by a dated rate. */
  usdCents: number;
  /** Never added to the dollars. */
  open: OpenAmount[];
  /** Deals whose commitment is not known. */
  withoutAmount: number;
  mean: MeanScore | null;
  /** Part of the dollars whose client is scored, and part whose score rests on place alone (D or E), 0 to 1; null without dollars. */
  scoredShare: number | null;
  placeShare: number | null;
};
export type Exposure = {
  total: ExposureLine;
  lines: Record<Dimension, ExposureLine[]>;
  /** Days of the oldest and the newest rate that was used (ISO); null where nothing was converted. */
  rates: { from: string; to: string } | null;
};

/** One group as the database gives it: sums of a line in dollars (`open` null) or of one currency without a rate. */
export type ExposureGroup = {
  dimension: Dimension | 'total';
  key: string;
  open: string | null;
  deals: number;
  withoutAmount: number;
  usd: number;
  openMinor: number;
  scoredUsd: number;
  placeUsd: number;
  scoreSum: number;
  lowSum: number;
  highSum: number;
  rateFrom: string | null;
  rateTo: string | null;
};

/** Groups of one line as that line. Amounts of different currencies are never added. */
export function foldLine(key: string, groups: readonly ExposureGroup[]): ExposureLine {
  const sum = (of: (group: ExposureGroup) => number) => groups.reduce((total, group) => total + of(group), 0);
  const usdCents = sum(({ usd }) => usd);
  const scored = sum(({ scoredUsd }) => scoredUsd);
  const mean = (of: (group: ExposureGroup) => number) => Math.round((sum(of) / scored) * 10) / 10;
  return {
    ...{ key, deals: sum(({ deals }) => deals), usdCents },
    open: groups
      .flatMap(({ open, openMinor }) => (open === null ? [] : [{ currency: open, minor: openMinor }]))
      .sort((a, b) => (a.currency < b.currency ? -1 : 1)),
    withoutAmount: sum(({ withoutAmount }) => withoutAmount),
    mean:
      scored > 0
        ? { score: mean(({ scoreSum }) => scoreSum), low: mean(({ lowSum }) => lowSum), high: mean(({ highSum }) => highSum) }
        : null,
    scoredShare: usdCents > 0 ? scored / usdCents : null,
    placeShare: usdCents > 0 ? sum(({ placeUsd }) => placeUsd) / usdCents : null,
  };
}

/** All groups of a portfolio as its total and its lines, the largest exposure first. */
export function foldExposure(groups: readonly ExposureGroup[], order: Readonly<Partial<Record<Dimension, readonly string[]>>>): Exposure {
  const of = (dimension: ExposureGroup['dimension']) => groups.filter((group) => group.dimension === dimension);
  const linesOf = (dimension: Dimension) => {
    const own = of(dimension);
    const keys = [...new Set(own.map(({ key }) => key))];
    const lines = keys.map((key) =>
      foldLine(
        key,
        own.filter((group) => group.key === key),
      ),
    );
    const fixed = order[dimension];
    return lines.sort((a, b) =>
      fixed ? fixed.indexOf(a.key) - fixed.indexOf(b.key) : b.usdCents - a.usdCents || b.deals - a.deals || (a.key < b.key ? -1 : 1),
    );
  };
  const days = of('total')
    .flatMap(({ rateFrom, rateTo }) => (rateFrom && rateTo ? [rateFrom, rateTo] : []))
    .sort();
  const [from, to] = [days[0], days.at(-1)];
  return {
    total: foldLine('total', of('total')),
    lines: {
      ...{ band: linesOf('band'), category: linesOf('category'), sector: linesOf('sector') },
      ...{ country: linesOf('country'), designation: linesOf('designation') },
    },
    rates: from && to ? { from, to } : null,
  };
}
