import { issuedUnder } from '~/access/verify-report.server';
import { type IssuedReport, issuedReportSchema } from './issued-report';

/** What the registry says of the report with this hash to anybody who has it; null where no organization here issued such a report. */
export async function findIssuedReport(hash: string): Promise<IssuedReport | null> {
  return issuedReportSchema.nullable().parse(await issuedUnder(hash));
}
