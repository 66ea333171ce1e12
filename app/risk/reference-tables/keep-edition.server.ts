import { createHash } from 'node:crypto';
import type { OwnEdition, OwnTableKind } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { startRun } from '~/platform/jobs/start-run.server';
import type { Remark } from './formats';

/** Days until an edition that was neither confirmed nor cancelled is deleted. */
const keptDays = 30;

export type ReadEdition = { tables: OwnEdition['tables']; remarks: Remark[]; read: number; refused: number };
type Uploaded = {
  kind: OwnTableKind;
  title: string;
  producer: string;
  licence: string;
  publishedOn: string | null;
  file: ReadEdition;
  fileName: string;
  bytes: Uint8Array;
  organizationId: string;
  userId: string;
  now: Date;
};

/** Stores the content of a file, with a comparison of its effect, until a person confirms it. Returns its id. */
export async function keepEdition(db: TenantDb, uploaded: Uploaded): Promise<string> {
  const { file, bytes, organizationId, userId, now, fileName, ...described } = uploaded;
  const oldest = new Date(now.getTime() - keptDays * 86_400_000);
  await db.referenceTableEdition.deleteMany({ where: { confirmedAt: null, createdAt: { lt: oldest } } });
  const { id } = await db.referenceTableEdition.create({
    data: {
      ...described,
      fileName: fileName.slice(0, 200),
      sha256: createHash('sha256').update(bytes).digest('hex'),
      tables: file.tables,
      remarks: file.remarks,
      readRows: file.read,
      refusedRows: file.refused,
      createdById: userId,
      createdAt: now,
    },
    select: { id: true },
  });
  await startRun(db, { kind: 'compare-edition', subjectId: id, organizationId, userId });
  return id;
}
