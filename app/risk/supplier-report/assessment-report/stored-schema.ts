import { z } from 'zod';
import { earlierReportSchema } from './earlier/schema';
import { assessmentReportSchema } from './schema';

/** A frozen assessment report of whichever method; `format` says of which. */
export const storedReportSchema = z.discriminatedUnion('format', [assessmentReportSchema, earlierReportSchema]);
export type StoredReport = z.infer<typeof storedReportSchema>;
