import type { InOrganization } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { readBytes } from '~/platform/files/store-file.server';
import { parseApart } from './parse-apart.server';
import type { FileProblem } from './pipeline/problems';
import { noRepairs, type Reading, repairsSchema } from './pipeline/repairs';
import { detectedSchema } from './schema';

export type ReadingChosen = { kind: 'chosen' } | { kind: 'unreadable'; problem: FileProblem } | { kind: 'unknown-batch' };

/**
 * Reads a staged batch's file again with a chosen encoding, delimiter or header row. When that fails it is refused and the batch stays unchanged.
 * Columns are proposed again, and decisions about cells are discarded, because the cells may differ.
 */
export async function chooseReading(
  inOrganization: InOrganization,
  options: { batchId: string; organizationId: string; userId: string; reading: Reading },
): Promise<ReadingChosen> {
  const { batchId, reading } = options;
  const where = { id: batchId, status: 'staged' };
  const batch = await inOrganization((db) =>
    db.importBatch.findFirst({ where, select: { detected: true, repairs: true, file: { select: { sha256: true } } } }),
  );
  if (!batch) return { kind: 'unknown-batch' };
  const sheetName = detectedSchema.safeParse(batch.detected).data?.sheetName;
  const bytes = await readBytes(options.organizationId, batch.file.sha256);
  const parsed = await parseApart({ bytes }, { owner: options.organizationId, sheetName, reading, withRows: false });
  if (!parsed.ok) return { kind: 'unreadable', problem: parsed.problem };
  return inOrganization(async (db): Promise<ReadingChosen> => {
    const repairs = JSON.parse(JSON.stringify({ ...noRepairs, reading }));
    const { count } = await db.importBatch.updateMany({ where, data: { status: 'received', mapping: {}, counts: {}, repairs } });
    if (count === 0) return { kind: 'unknown-batch' };
    await recordActivity(db, {
      recordKind: 'import-batch',
      recordId: batchId,
      act: 'edit',
      userId: options.userId,
      before: repairsSchema.parse(batch.repairs ?? {}).reading,
      after: reading,
    });
    return { kind: 'chosen' };
  });
}

/** The form's choice; what is left empty is found in the file. Null when it says nothing that can be chosen. */
export function readReading(form: FormData): Reading | null {
  const said = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const row = said('headerRow')?.trim();
  const reading = repairsSchema.shape.reading.safeParse({
    encoding: said('encoding'),
    delimiter: said('delimiter'),
    headerRow: row === undefined || row === '' ? undefined : Number(row),
  });
  return reading.success ? reading.data : null;
}
