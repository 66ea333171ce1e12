import { memberLocales } from '~/locales/member-locales';
import { z } from 'zod';
import { alertKindSchema, bandSchema, bands, bases, datedLists, inherentLines } from '#scoring';
import { hex64, points, reportTableSchema } from '../assessment-report/parts-schema';

const count = z.int().min(0);

const named = { row: z.int().min(1), name: z.string().min(1), country: z.string().nullable(), furtherCountries: count };

/** Everything that the report of a list prints. Counts are of suppliers unless said otherwise. */
export const listReportSchema = z.strictObject({
  format: z.literal('list-report/2'),
  hash: hex64,
  locale: z.enum(memberLocales),
  asOf: z.iso.date(),
  engineVersion: z.string().min(1),
  list: z.strictObject({
    name: z.string().min(1),
    sha256: hex64,
    sheet: z.string().nullable(),
    /** Rows under the header, those of them left out, and those read with something to say about them. */
    rows: count,
    refused: count,
    warned: count,
  }),
  suppliers: count,
  scored: count,
  /** Suppliers that the list only names, as a subcontractor of another. */
  onlyNamed: count,
  /** In rising order: suppliers whose score falls in the band, and suppliers whose interval reaches into it. */
  bands: z.array(z.strictObject({ band: bandSchema, suppliers: count, possible: count })).length(bands.length),
  /** How many suppliers are among the riskiest tenth almost certainly, probably, or neither probably nor probably not. */
  riskiest: z.strictObject({ certain: count, probable: count, open: count }),
  /** The first of those whose country is not known, by row. */
  notScoredFirst: z.array(z.strictObject(named)),
  /** The highest scores, in points without ends. `rankBest` and `rankWorst`: the 90 % range of the place among all scored, 1 the riskiest. */
  top: z.array(
    z.strictObject({
      ...named,
      sector: z.string().nullable(),
      sectorTitle: z.string().nullable(),
      score: points,
      low: points,
      high: points,
      band: bandSchema,
      basis: z.enum(bases),
      rankBest: z.int().min(1),
      rankWorst: z.int().min(1),
      inRiskiestTenth: z.number().min(0).max(1),
      isStateImposed: z.boolean(),
      childScore: points,
      /** The kinds of entries of public lists that it meets, the most serious first. */
      alerts: z.array(z.strictObject({ kind: alertKindSchema, isToBeConfirmed: z.boolean() })),
      drivers: z.array(z.strictObject({ id: z.enum(inherentLines), points })),
    }),
  ),
  /** The first rows that were left out, each problem with its column. */
  refusedFirst: z.array(z.strictObject({ row: z.int().min(1).nullable(), column: z.string().nullable(), text: z.string().min(1) })),
  /** How current the lists of enforcement are that alerts rest on, on the day of the scores; reports made before it was stated lack it. */
  lists: z
    .array(
      z.strictObject({
        list: z.enum(datedLists),
        vintage: z.string().min(1),
        completeTo: z.iso.date(),
        ageDays: count,
        rhythmDays: count.nullable(),
        likelyMissed: count,
      }),
    )
    .optional(),
  tables: z.array(reportTableSchema),
});
export type ListReport = z.infer<typeof listReportSchema>;
