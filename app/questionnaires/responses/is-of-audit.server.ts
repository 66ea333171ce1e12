import type { TenantDb } from '~/access/tenant-db.server';

/** Whether an audit asks it: its checklist, its signs, or what was chosen beside them. One query. */
export async function isOfAudit(db: TenantDb, responseId: string): Promise<boolean> {
  const of = {
    OR: [{ responseId }, { screeningId: responseId }, { signsId: responseId }, { checklists: { some: { responseId } } }],
  };
  return (await db.audit.count({ where: of })) > 0;
}
