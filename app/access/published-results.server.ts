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
 * A supplier's published results, newest first, at most 100; of withdrawn ones only whose, when and why. Empty for an unknown address. Read without an
 * organization: the database function returns these columns only.
 */
export async function publishedUnder(pageId: string): Promise<z.infer<typeof rowSchema>[]> {
  const page = z.uuid().safeParse(pageId);
  if (!page.success) return [];
  return rowSchema.array().parse(await rootDb().$queryRaw`SELECT * FROM published_results(${page.data}::uuid)`);
}
