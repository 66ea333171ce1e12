import type { TenantDb } from '~/access/tenant-db.server';

/** Creates the source of a member's statement; `note`: the reason or origin. Returns its id. */
export async function openMemberSource(db: TenantDb, source: { userId: string; note?: string | undefined }): Promise<string> {
  const made = await db.source.create({
    data: { kind: 'member', userId: source.userId, note: source.note?.trim() ? source.note.trim().slice(0, 2000) : null },
    select: { id: true },
  });
  return made.id;
}
