import type { TenantDb } from '~/access/tenant-db.server';

/** Whether an audit asks it: its checklist, its signs, or what was chosen beside them. One query. */
export async function isOfAudit(db: TenantDb, assessmentId: string): Promise<boolean> {
  const of = {
    OR: [{ assessmentId }, { screeningId: assessmentId }, { signsId: assessmentId }, { checklists: { some: { assessmentId } } }],
  };
  return (await db.audit.count({ where: of })) > 0;
}
