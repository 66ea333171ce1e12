import type { TenantDb } from '~/access/tenant-db.server';
import type { NamedRecord } from '~/platform/notifications/name-records.server';

type Named = ReadonlyMap<string, NamedRecord>;

/** Tasks by their title. */
export async function nameTasks(db: TenantDb, ids: readonly string[]): Promise<Named> {
  const tasks = await db.task.findMany({ where: { id: { in: [...ids] } }, select: { id: true, title: true } });
  return new Map(tasks.map(({ id, title }) => [id, { label: title, path: `/tasks/${id}` }]));
}

/** Suppliers whose owner the reader became; the notification names the supplier itself. */
export async function nameOwned(db: TenantDb, ids: readonly string[]): Promise<Named> {
  const parties = await db.party.findMany({ where: { id: { in: [...ids] } }, select: { id: true, publicId: true } });
  return new Map(
    parties.map(({ id, publicId }) => [id, { label: null, path: `/suppliers/${publicId}`, pathOfSeveral: '/suppliers?owner=me' }]),
  );
}

/** Notes, without anything of their text: it leaves the page of notes in no letter. */
export async function nameNotes(db: TenantDb, ids: readonly string[]): Promise<Named> {
  const notes = await db.note.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, supplier: { select: { party: { select: { publicId: true } } } } },
  });
  return new Map(
    notes.map(({ id, supplier }) => [id, { label: null, path: `/suppliers/${supplier.party.publicId}/notes#note-${id}-shown` }]),
  );
}
