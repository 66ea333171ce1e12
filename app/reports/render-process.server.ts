import { z } from 'zod';
import { renderAssessmentReport } from './assessment-report/render.server';
import { assessmentReportSchema } from './assessment-report/schema';

/** A process of its own that draws reports, so that drawing holds up nobody. Started by `render-apart`; ends with its parent. */
const requestSchema = z.object({ id: z.int(), report: z.unknown() });

process.on('disconnect', () => process.exit(0));
// Ctrl+C reaches the whole group; the parent decides when we stop.
process.on('SIGINT', () => {});
process.on('message', async (message) => {
  const { id, report } = requestSchema.parse(message);
  try {
    process.send?.({ id, pdf: await renderAssessmentReport(assessmentReportSchema.parse(report)) });
  } catch (error) {
    process.send?.({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
