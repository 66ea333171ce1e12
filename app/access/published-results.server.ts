import { z } from 'zod';
import { rootDb } from './root-db.server';

const rowSchema = z.object({
  id: z.string(),
  model: z.unknown(),
  publishedAt: z.date(),
  withdrawnAt: z.date().nullable(),
  reason: z.string().nullable(),
});

/**
 * What stands under the address of a supplier's published results, the newest first, at most a hundred; of what was taken back only whose it was, when and why.
 * Empty for what is no such address. It is read without any organization: the function of the database answers these columns and no others.
 */
export async function publishedUnder(pageId: string): Promise<z.infer<typeof rowSchema>[]> {
  const page = z.uuid().safeParse(pageId);
  if (!page.success) return [];
  return rowSchema.array().parse(await rootDb().$queryRaw`SELECT * FROM published_results(${page.data}::uuid)`);
}
