import type { TenantDb } from '~/access/tenant-db.server';
import { namePeople } from '~/platform/activity/name-people.server';
import { readDependents } from './dependents.server';
import { undoDataSchema } from './undo-data';

type Batch = { id: string; undo: unknown; retired: unknown; run: { kind: string; status: string } | null };

/** What the page shows before an import is undone. */
export async function readUndo(db: TenantDb, batch: Batch) {
  return {
    dependents: await readDependents(db, batch.id),
    archives: undoDataSchema.parse(batch.undo).broughtBack.length,
    isRetired: batch.retired !== null,
    hasFailed: batch.run?.kind === 'undo-import' && batch.run.status === 'failed',
  };
}

/** When and by whom a batch was undone; `by` is null for a person who left. */
export async function readUndone(db: TenantDb, batch: { undoneAt: Date | null; undoneById: string | null }) {
  if (batch.undoneAt === null) return null;
  const people = await namePeople(db, batch.undoneById === null ? [] : [batch.undoneById]);
  return { at: batch.undoneAt, by: batch.undoneById === null ? null : (people.get(batch.undoneById) ?? null) };
}
