import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import type { ProblemCode } from './pipeline/problems';
import { problemSchema } from './schema';

export const previewRowSchema = z.object({
  rowNumber: z.number(),
  status: z.enum(['parsed', 'valid', 'warned', 'invalid']),
  raw: z.array(z.string()),
  cleaned: z.record(z.string(), z.unknown()).nullable(),
  problems: z.array(problemSchema),
});
export type PreviewRow = z.infer<typeof previewRowSchema>;
export type PreviewPage = { rows: PreviewRow[]; before: string | null; after: string | null; total: number };

export const previewSize = 50;

/**
 * One page of a batch's rows in the order of the file, all of them or those of one state or with one problem.
 * Cursors are row numbers.
 */
export async function previewRows(
  db: TenantDb,
  options: {
    batchId: string;
    status?: 'valid' | 'warned' | 'invalid' | null;
    problem?: ProblemCode | null;
    after?: number | null;
    before?: number | null;
  },
): Promise<PreviewPage> {
  const where = {
    batchId: options.batchId,
    ...(options.status ? { status: options.status } : {}),
    ...(options.problem ? { problems: { array_contains: [{ code: options.problem }] } } : {}),
  };
  const isBackward = options.before !== null && options.before !== undefined;
  const cursor = isBackward ? { lt: options.before ?? 0 } : { gt: options.after ?? 0 };
  const found = await db.importRow.findMany({
    where: { ...where, rowNumber: cursor },
    orderBy: { rowNumber: isBackward ? 'desc' : 'asc' },
    take: previewSize + 1,
    select: { rowNumber: true, status: true, raw: true, cleaned: true, problems: true },
  });
  const total = await db.importRow.count({ where });
  const page = previewRowSchema.array().parse(found.slice(0, previewSize));
  if (isBackward) page.reverse();
  const hasMore = found.length > previewSize;
  const first = page[0]?.rowNumber;
  const last = page.at(-1)?.rowNumber;
  const hasBefore = isBackward ? hasMore : options.after !== null && options.after !== undefined;
  const hasAfter = isBackward || hasMore;
  return {
    rows: page,
    total,
    before: hasBefore && first !== undefined ? String(first) : null,
    after: hasAfter && last !== undefined ? String(last) : null,
  };
}
