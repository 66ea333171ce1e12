import { type Provenance, tableRows, type TableRow } from '../reference/at.ts';

/** `points` against the average employee of the world, ten double the odds; `error` their standard deviation; `weight` its share of the anchor's employees, in per cent; `reason` why it differs from its section. */
export type SectorPoints = Omit<TableRow<'sector-odds'>, 'provenance'>;

// One edition so far: a second one needs the day of the score here.
const rows = () => tableRows('sector-odds', undefined);

/** The points of an ISIC Rev.4 division ("14"), group or class ("1410") (R2): the row of the longest code that fits; null when no division does. */
export function sectorPoints(isic: string): SectorPoints | null {
  for (const length of [4, 3, 2]) {
    const row = rows().get(isic.slice(0, length));
    if (row) return row;
  }
  return null;
}

/** The row of the table from which the points of a code were read. */
export const sectorProvenance = ({ code }: SectorPoints): Provenance | null => rows().get(code)?.provenance ?? null;

/** Every row, by code. */
export const allSectorPoints = (): readonly SectorPoints[] => [...rows().values()].map(({ provenance: _provenance, ...row }) => row);
