import { memberLocales } from '~/locales/member-locales';
import { z } from 'zod';
import type { Drawing } from '~/ui/drawing/shapes';

/** Drawings come from our own geometry; the content of a shape is checked by its type. */
const drawingSchema = z.custom<Drawing>(
  (value) =>
    z
      .object({ width: z.number().positive(), height: z.number().positive(), shapes: z.array(z.object({ kind: z.string() })) })
      .safeParse(value).success,
);

/** Everything that the PDF of a map prints, in its language. */
export const mapReportSchema = z.strictObject({
  format: z.literal('map-report/1'),
  locale: z.enum(memberLocales),
  /** The day on which it was made, and whose knowledge it shows. */
  preparedOn: z.iso.date(),
  organization: z.string().min(1),
  title: z.string().min(1),
  /** One sentence each: how many are shown, under which filters. */
  lead: z.array(z.string().min(1)),
  figures: z.array(z.strictObject({ title: z.string().min(1), alt: z.string().min(1), note: z.string(), drawing: drawingSchema })),
  tables: z.array(
    z.strictObject({
      title: z.string().min(1),
      note: z.string(),
      columns: z.array(z.strictObject({ label: z.string(), share: z.number().positive(), align: z.enum(['start', 'end']).optional() })),
      rows: z.array(z.array(z.string())),
    }),
  ),
});
export type MapReport = z.infer<typeof mapReportSchema>;
