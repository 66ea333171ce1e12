import { z } from 'zod';
import type { Prisma } from '~/access/generated/client';
import type { Role } from '~/access/permissions';
import type { TenantDb } from '~/access/tenant-db.server';

/** The caller of an audit use case. */
export type AuditCaller = { userId: string; role: Role };

/** Planners and approvers see every audit of the organization; an auditor those of the own teams. */
export function visibleAudits({ userId, role }: AuditCaller): Prisma.AuditWhereInput {
  return role === 'owner' || role === 'manager' || role === 'reviewer' ? {} : { members: { some: { userId } } };
}

/** The audit of this id as far as the caller may see it, with its status, or null: unknown and hidden look the same. */
export async function findAudit(db: TenantDb, options: AuditCaller & { auditId: string }) {
  if (!z.guid().safeParse(options.auditId).success) return null;
  return db.audit.findFirst({
    where: { id: options.auditId, ...visibleAudits(options) },
    select: {
      id: true,
      number: true,
      status: true,
      partyId: true,
      sitePartyId: true,
      startsOn: true,
      endsOn: true,
      commissionId: true,
      responseId: true,
      screeningId: true,
      signsId: true,
      checklists: { select: { responseId: true }, orderBy: { position: 'asc' } },
      concludedById: true,
      members: { select: { userId: true, part: true, explanation: true, languages: true, declaration: true } },
    },
  });
}
export type FoundAudit = NonNullable<Awaited<ReturnType<typeof findAudit>>>;

/** Locks this audit until the transaction ends. */
export async function lockAudit(db: TenantDb, auditId: string): Promise<void> {
  const id = z.guid().safeParse(auditId);
  if (id.success) await db.$queryRaw`SELECT 1 FROM "Audit" WHERE "id" = ${id.data}::uuid FOR NO KEY UPDATE`;
}
