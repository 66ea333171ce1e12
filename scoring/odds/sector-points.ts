import { z } from 'zod';
import { type Provenance, rowReader, tableFor } from '../reference/tables.ts';

const rowSchema = z.object({
  code: z.string(),
  points: z.number(),
  error: z.number().min(0),
  anchor: z.string(),
  weight: z.number().min(0).max(100).nullable(),
  reason: z.string(),
});
/** `points` against the average employee of the world, ten double the odds; `error` their standard deviation; `weight` its share of the anchor's employees, in per cent; `reason` why it differs from its section. */
export type SectorPoints = z.output<typeof rowSchema>;

const read = rowReader(rowSchema);
// One edition so far: a second one needs the day of the score here.
const rows = () => read(tableFor('sector-odds', undefined));

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
