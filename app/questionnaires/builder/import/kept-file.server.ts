import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { draftSchema } from '../read-draft.server';
import { storable } from '../storable';
import { remarkCodes } from '../xls-form/remarks';
import type { ReadFile } from './complete-draft.server';

/** Days until a file that was neither imported nor cancelled is deleted. */
const keptDays = 7;

const contentSchema = z.object({
  kind: z.literal('read'),
  draft: draftSchema,
  identity: z.string().nullable(),
  isOwn: z.boolean(),
  remarks: z.array(
    z.object({
      code: z.enum(remarkCodes),
      sheet: z.string().exactOptional(),
      row: z.int().exactOptional(),
      detail: z.string().exactOptional(),
    }),
  ),
  hasWords: z.boolean().exactOptional(),
  hasPairs: z.boolean().exactOptional(),
});

export type KeptFile =
  | { kind: 'waiting'; id: string; fileName: string; file: ReadFile }
  /** It was imported already; `key` names the version that it became. */
  | { kind: 'imported'; key: string };

type Uploaded = { file: ReadFile; fileName: string; bytes: Uint8Array; userId: string; now: Date };

/** Stores the content of a file until its use is chosen, so that nothing is lost when a page is closed or the import refused. Returns its id. */
export async function keepFile(db: TenantDb, { file, fileName, bytes, userId, now }: Uploaded): Promise<string> {
  const oldest = new Date(now.getTime() - keptDays * 86_400_000);
  await db.questionnaireTemplateImport.deleteMany({ where: { createdAt: { lt: oldest } } });
  const kept = await db.questionnaireTemplateImport.create({
    data: {
      fileName: storable(fileName).slice(0, 200),
      sha256: createHash('sha256').update(bytes).digest('hex'),
      content: JSON.parse(JSON.stringify(file)) as object,
      createdById: userId,
      createdAt: now,
    },
    select: { id: true },
  });
  return kept.id;
}

/** The file of that id; null when there is none, or it was cancelled. With `isLocked`, others wait until the transaction ends. */
export async function readKeptFile(db: TenantDb, id: string, { isLocked = false } = {}): Promise<KeptFile | null> {
  if (!z.uuid().safeParse(id).success) return null;
  if (isLocked) await db.$queryRaw`SELECT 1 FROM "QuestionnaireTemplateImport" WHERE "id" = ${id}::uuid FOR UPDATE`;
  const row = await db.questionnaireTemplateImport.findFirst({
    where: { id },
    select: { id: true, fileName: true, content: true, resultKey: true },
  });
  if (!row) return null;
  if (row.resultKey !== null) return { kind: 'imported', key: row.resultKey };
  return { kind: 'waiting', id: row.id, fileName: row.fileName, file: contentSchema.parse(row.content) };
}

/** Remembers what became of a file, so that a second press of the button leads to the same version. */
export async function markImported(db: TenantDb, { id, key }: { id: string; key: string }): Promise<void> {
  await db.questionnaireTemplateImport.updateMany({ where: { id }, data: { resultKey: key, content: {} } });
}

/** Forgets a file that is not imported. */
export async function cancelImport(db: TenantDb, id: string): Promise<void> {
  if (z.uuid().safeParse(id).success) await db.questionnaireTemplateImport.deleteMany({ where: { id, resultKey: null } });
}
