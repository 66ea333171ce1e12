import { reportHash } from '~/documents/verification/report-hash.server';
import { type LenderReport, lenderReportSchema } from './schema';

/** A lender's report with its hash. The same content always gives the same hash. Throws ZodError for what is no report. */
export function buildLenderReport(content: Omit<LenderReport, 'version' | 'hash'>): LenderReport {
  const report = { ...content, version: 1 as const };
  // As JSON has it: what is undefined is not there.
  const plain = JSON.parse(JSON.stringify(report)) as Record<string, unknown>;
  return lenderReportSchema.parse({ ...plain, hash: reportHash(plain) });
}
