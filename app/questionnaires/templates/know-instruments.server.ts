import { instrumentFrom } from '#scoring';
import { z } from 'zod';
import { forOrganization, type TenantDb } from '~/access/tenant-db.server';
import { keepVersion, unknownAmong } from './instrument-at.server';
import { ownPairSchema, translationsSchema } from './own-version';

const rowSchema = z.object({
  key: z.string(),
  content: z.unknown(),
  translations: translationsSchema,
  crosswalk: z.array(ownPairSchema),
});

/**
 * Reads those of the instruments that the organization made itself, so that they can be looked up by their key like the released ones. Whoever reads
 * keys from the database calls it before looking any up. No query for released ones, nor for those read before; one for all the others. A version that
 * is only being frozen by this very transaction is not kept: it would outlive a transaction that fails.
 */
export async function knowInstruments(db: TenantDb, keys: readonly string[]): Promise<void> {
  const unknown = unknownAmong(keys);
  if (unknown.length === 0) return;
  const rows = rowSchema.array().parse(
    await db.$queryRaw`
      SELECT "key", "content", "translations", "crosswalk" FROM "QuestionnaireTemplate"
      WHERE "key" = ANY(${unknown}::text[]) AND "frozenAt" IS NOT NULL AND xmin IS DISTINCT FROM pg_current_xact_id_if_assigned()::xid`,
  );
  for (const { key, content, translations, crosswalk } of rows)
    keepVersion(key, { instrument: instrumentFrom(content), translations, crosswalk });
}

/** The same from outside a transaction. */
export async function knowInstrumentsOf(organizationId: string, keys: readonly string[]): Promise<void> {
  if (unknownAmong(keys).length > 0) await forOrganization({ organizationId })((db) => knowInstruments(db, keys));
}
