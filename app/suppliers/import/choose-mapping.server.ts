import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { type Field, type MappingChoice, mappingFaults, mappingSchema } from './pipeline/fields';
import { batchMappingSchema, detectedSchema } from './schema';

export type Chosen = { kind: 'chosen' } | { kind: 'unknown-batch' } | ({ kind: 'refused' } & ReturnType<typeof mappingFaults>);

/** A batch that was read, or is being read again. */
const isOpen = { in: ['received', 'staged'] };

/**
 * Takes a person's choice of columns for a batch that was read and remembers it for the next file with the same header.
 * The batch counts as not read until it is staged again: rows cleaned by the old choice cannot be accepted.
 */
export async function chooseMapping(db: TenantDb, options: { batchId: string; mapping: MappingChoice; userId: string }): Promise<Chosen> {
  const batch = await db.importBatch.findFirst({
    where: { id: options.batchId, status: isOpen },
    select: { mapping: true, detected: true },
  });
  const detected = detectedSchema.safeParse(batch?.detected);
  if (!batch || !detected.success || detected.data.columns.length !== options.mapping.columns.length) return { kind: 'unknown-batch' };
  const chosen = mappingSchema.parse(options.mapping);
  const faults = mappingFaults(chosen);
  if (faults.nameMissing || faults.customerMissing || faults.repeated.length > 0) return { kind: 'refused', ...faults };
  const before = batchMappingSchema.safeParse(batch.mapping);
  const mapping = JSON.parse(JSON.stringify({ ...chosen, isConfirmed: true }));
  await db.importBatch.updateMany({ where: { id: options.batchId, status: isOpen }, data: { mapping, status: 'received' } });
  const { headerKey } = detected.data;
  await remember(db, headerKey, mapping);
  const named = (columns: readonly Field[] = []) =>
    Object.fromEntries(columns.map((field, at) => [detected.data.columns[at]?.header ?? `${at + 1}`, field]));
  await recordActivity(db, {
    recordKind: 'import-batch',
    recordId: options.batchId,
    act: 'edit',
    userId: options.userId,
    before: before.success ? named(before.data.columns) : {},
    after: named(options.mapping.columns),
  });
  return { kind: 'chosen' };
}

/** Remembers the columns of a batch that a person saw and accepted as they were proposed, for the next file with the same header. */
export async function rememberMapping(db: TenantDb, batchId: string): Promise<void> {
  const batch = await db.importBatch.findFirst({ where: { id: batchId, status: 'staged' }, select: { mapping: true, detected: true } });
  const [mapping, detected] = [batchMappingSchema.safeParse(batch?.mapping), detectedSchema.safeParse(batch?.detected)];
  if (!mapping.success || !detected.success || mapping.data.isConfirmed) return;
  await remember(db, detected.data.headerKey, { ...mapping.data, isConfirmed: true });
}

async function remember(db: TenantDb, headerKey: string, mapping: object): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "ColumnMapping" ("headerKey", "mapping") VALUES (${headerKey}, ${JSON.stringify(mapping)}::jsonb)
    ON CONFLICT ("organizationId", "headerKey") DO UPDATE SET "mapping" = EXCLUDED."mapping", "updatedAt" = now()`;
}
