/** What one row says of an edge for one product: in a year, since a day, or at no time. `share` 0 to 1. */
export type LinkStatement = { product: string | null; share: number | null; year: number | null; day: string | null; rowNumber: number };
/** A period over which an edge applies to one product. `saidTo`: the last day that a row states, null when none states a time. */
export type LinkSpan = {
  product: string | null;
  share: number | null;
  validFrom: string | null;
  validTo: string | null;
  saidTo: string | null;
  rowNumber: number;
};

/**
 * The rows of one edge → its spans, by product, in the order of time. Years that follow each other with the same share are one
 * span. A span ends with its last year when the list names the customer in a later one (`lastTold`); otherwise it is open, because absence from a
 * list is not an end. Of two shares in one year the greater counts. The order of the rows does not matter.
 */
export function spansOf(said: readonly LinkStatement[], lastTold: number | null): LinkSpan[] {
  const byProduct = new Map<string | null, LinkStatement[]>();
  for (const row of said) {
    const held = byProduct.get(row.product);
    if (held) held.push(row);
    else byProduct.set(row.product, [row]);
  }
  const isTimeless = (rows: readonly LinkStatement[]) =>
    rows.every(({ year, day, share }) => year === null && day === null && share === null);
  return [...byProduct]
    .filter(([product, rows]) => byProduct.size === 1 || product !== null || !isTimeless(rows))
    .sort(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1))
    .flatMap(([product, rows]) => {
      const years = yearsOf(rows);
      return years.length === 0 ? [sinceDay(product, rows)] : runsOf(years).map((run) => spanOf(product, run, lastTold));
    });
}

type Year = { year: number; share: number | null; rowNumber: number };

/** Each stated year, once; rows with a day count for its year, rows without a time contribute their share. */
function yearsOf(rows: readonly LinkStatement[]): Year[] {
  if (rows.every(({ year }) => year === null)) return [];
  const years = new Map<number, Year>();
  const timeless = greatest(rows.map(({ year, day, share }) => (year === null && day === null ? share : null)));
  for (const { year: said, day, share, rowNumber } of rows) {
    const year = said ?? (day === null ? null : Number(day.slice(0, 4)));
    if (year === null) continue;
    const held = years.get(year);
    if (held) {
      held.share = greatest([held.share, share]);
      held.rowNumber = Math.min(held.rowNumber, rowNumber);
    } else years.set(year, { year, share, rowNumber });
  }
  return [...years.values()].map((year) => ({ ...year, share: year.share ?? timeless })).sort((a, b) => a.year - b.year);
}

function runsOf(years: readonly Year[]): Year[][] {
  const runs: Year[][] = [];
  for (const year of years) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && last.year + 1 === year.year && last.share === year.share) run.push(year);
    else runs.push([year]);
  }
  return runs;
}

function spanOf(product: string | null, run: readonly Year[], lastTold: number | null): LinkSpan {
  const [first, last] = [run[0]?.year ?? 0, run.at(-1)?.year ?? 0];
  const saidTo = `${last}-12-31`;
  return {
    product,
    share: run[0]?.share ?? null,
    validFrom: `${first}-01-01`,
    validTo: lastTold !== null && last < lastTold ? saidTo : null,
    saidTo,
    rowNumber: Math.min(...run.map(({ rowNumber }) => rowNumber)),
  };
}

/** Without a year: since the earliest stated day, with the share of the latest. */
function sinceDay(product: string | null, rows: readonly LinkStatement[]): LinkSpan {
  const days = rows.flatMap(({ day }) => day ?? []).sort();
  const withShare = rows.filter(({ share }) => share !== null);
  const latest =
    withShare
      .flatMap(({ day }) => day ?? [])
      .sort()
      .at(-1) ?? null;
  return {
    product,
    share: greatest(withShare.flatMap(({ day, share }) => (day === latest ? [share] : []))),
    validFrom: days[0] ?? null,
    validTo: null,
    saidTo: days.at(-1) ?? null,
    rowNumber: Math.min(...rows.map(({ rowNumber }) => rowNumber)),
  };
}

function greatest(shares: readonly (number | null)[]): number | null {
  const known = shares.filter((share) => share !== null);
  return known.length === 0 ? null : Math.max(...known);
}
