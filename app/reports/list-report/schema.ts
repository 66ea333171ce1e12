import { memberLocales } from '~/locales/member-locales';
import { z } from 'zod';
import { bandSchema, bands, confidenceGrades } from '#scoring';
import { componentSchema, reportTableSchema } from '../assessment-report/schema';

const count = z.int().min(0);
const score = z.number().min(0).max(100);
const hex64 = z.string().regex(/^[0-9a-f]{64}$/);
export const notScoredCodes = ['country-unknown', 'sector-unknown', 'coverage-below-floor'] as const;

const named = { row: z.int().min(1), name: z.string().min(1), country: z.string().nullable(), furtherCountries: count };

/** Everything that the report of a list prints. Counts are of suppliers unless said otherwise. */
export const listReportSchema = z.strictObject({
  format: z.literal('list-report/1'),
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
  /** Suppliers of which the list gives nothing but the name, as somebody's subcontractor. */
  onlyNamed: count,
  /** In rising order: suppliers whose score falls in the band, and suppliers whose interval reaches into it. */
  bands: z.array(z.strictObject({ band: bandSchema, suppliers: count, possible: count })).length(bands.length),
  notScored: z.array(z.strictObject({ code: z.enum(notScoredCodes), suppliers: count })),
  /** The first of those that are not scored, by row. */
  notScoredFirst: z.array(z.strictObject({ ...named, codes: z.array(z.enum(notScoredCodes)).min(1) })),
  /** The highest scores. `rankBest` and `rankWorst`: the places that the intervals leave open, 1 the worst off. */
  top: z.array(
    z.strictObject({
      ...named,
      sector: z.string().nullable(),
      sectorTitle: z.string().nullable(),
      score,
      low: score,
      high: score,
      band: bandSchema,
      confidence: z.enum(confidenceGrades),
      rankBest: z.int().min(1),
      rankWorst: z.int().min(1),
      drivers: z.array(componentSchema.pick({ id: true, points: true }).strict()),
    }),
  ),
  /** The first rows that were left out, each problem with its column. */
  refusedFirst: z.array(z.strictObject({ row: z.int().min(1).nullable(), column: z.string().nullable(), text: z.string().min(1) })),
  tables: z.array(reportTableSchema),
});
export type ListReport = z.infer<typeof listReportSchema>;
