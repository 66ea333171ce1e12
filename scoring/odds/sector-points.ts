import { z } from 'zod';
import { recordsOf } from '../reference/schema.ts';
import { provenanceOf, type Provenance, tableFor } from '../reference/tables.ts';

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

// One edition so far: a second one needs the day of the score here.
const table = tableFor('sector-odds', undefined);
const records = recordsOf(table);
const rows = new Map(records.map(({ key, cells }) => [key, rowSchema.parse(cells)]));
const provenances = new Map(records.map(({ key, confidence }) => [key, provenanceOf(table, key, confidence)]));

/** The points of an ISIC Rev.4 division ("14"), group or class ("1410") (R2): the row of the longest code that fits; null when no division does. */
export function sectorPoints(isic: string): SectorPoints | null {
  for (const length of [4, 3, 2]) {
    const row = isic.length >= length ? rows.get(isic.slice(0, length)) : undefined;
    if (row) return row;
  }
  return null;
}

/** The row of the table from which the points of a code were read. */
export const sectorProvenance = ({ code }: SectorPoints): Provenance | null => provenances.get(code) ?? null;

/** Every row, by code. */
export const allSectorPoints = (): readonly SectorPoints[] => [...rows.values()];
