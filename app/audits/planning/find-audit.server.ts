import { z } from 'zod';
import type { Prisma } from '~/access/generated/client';
import type { Role } from '~/access/permissions';
import type { TenantDb } from '~/access/tenant-db.server';

/** Who asks for an audit. */
export type AuditCaller = { userId: string; role: Role };

/** Who plans and approves sees every audit of the organization; an auditor those of whose team he is. */
export function visibleAudits({ userId, role }: AuditCaller): Prisma.AuditWhereInput {
  return role === 'owner' || role === 'manager' || role === 'reviewer' ? {} : { members: { some: { userId } } };
}

/** The audit of this id as far as who asks may know of it, with its status, or null: unknown and not his look the same. */
export async function findAudit(db: TenantDb, options: AuditCaller & { auditId: string }) {
  if (!z.guid().safeParse(options.auditId).success) return null;
  return db.audit.findFirst({
    where: { id: options.auditId, ...visibleAudits(options) },
    select: {
      id: true,
      number: true,
      status: true,
      partyId: true,
      responseId: true,
      screeningId: true,
      signsId: true,
      checklists: { select: { responseId: true }, orderBy: { position: 'asc' } },
      concludedById: true,
      members: { select: { userId: true, part: true, languages: true, declaration: true } },
    },
  });
}
export type FoundAudit = NonNullable<Awaited<ReturnType<typeof findAudit>>>;

/** Lets no other change of this audit run before the transaction ends. */
export async function lockAudit(db: TenantDb, auditId: string): Promise<void> {
  const id = z.guid().safeParse(auditId);
  if (id.success) await db.$queryRaw`SELECT 1 FROM "Audit" WHERE "id" = ${id.data}::uuid FOR NO KEY UPDATE`;
}
