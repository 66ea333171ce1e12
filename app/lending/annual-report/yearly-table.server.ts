import { z } from 'zod';
import { categories, projectRegions, projectSectors } from '~/lending/deal-record/states';
import type { LenderReport } from '~/documents/frozen-documents/lender-report/schema';
import type { YearlyTable } from './count-year';

const count = z.int().min(0);
const byCategory = z.record(z.enum(categories), count);
const product = z.object({
  total: byCategory,
  sector: z.record(z.enum(projectSectors), byCategory),
  region: z.record(z.enum(projectRegions), byCategory),
  designation: z.record(z.enum(['designated', 'non-designated']), byCategory),
  review: z.record(z.enum(['yes', 'no']), byCategory),
});
const tableSchema: z.ZodType<YearlyTable> = z.object({
  year: z.int(),
  projectFinance: product,
  corporateLoans: product,
  advisory: z.object({ total: count, sector: z.record(z.enum(projectSectors), count), region: z.record(z.enum(projectRegions), count) }),
  refinance: z.object({ total: count }),
  names: z.array(
    z.object({
      projectName: z.string(),
      year: z.int(),
      sector: z.enum(projectSectors),
      hostCountries: z.array(z.string()),
      product: z.enum(['project-finance', 'corporate-loan', 'advisory', 'refinance']),
    }),
  ),
  unnamed: count,
});

/** The tables of a frozen annual report. */
export function readYearlyTable(report: LenderReport): YearlyTable {
  return tableSchema.parse(report.data.table);
}
