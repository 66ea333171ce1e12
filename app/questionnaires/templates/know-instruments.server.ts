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
 * Loads the organization's own questionnaires of these keys, so that they can be looked up like released ones. Call it before looking up keys from the
 * database. No query for released or loaded ones; one for all the others. A version that this transaction is freezing is not cached: it would outlive a failed
 * transaction.
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
