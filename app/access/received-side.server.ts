import { z } from 'zod';
import type { AskedRequest } from './answer-devices.server';
import { can, type Permission } from './permissions';
import { readCaller } from './read-caller.server';
import { sessionHash } from './session.server';
import { forOrganization, type TenantDb } from './tenant-db.server';

/** Runs `work` as the recipient: only then does the database show requests from others to this organization. */
export async function asSupplier<T>(db: TenantDb, work: () => Promise<T>): Promise<T> {
  await db.$executeRaw`SELECT set_config('app.side', 'supplier', true)`;
  const result = await work();
  await db.$executeRaw`SELECT set_config('app.side', '', true)`;
  return result;
}

export type AskedMember = {
  user: { id: string; name: string };
  organization: { id: string; slug: string; name: string };
  can: (permission: Permission) => boolean;
  asker: { id: string; name: string; kind: string };
  request: AskedRequest;
};

const rowSchema = z.object({
  responseId: z.string(),
  supplierOrganizationId: z.string(),
  snapshotId: z.string().nullable(),
  status: z.string(),
  locale: z.string(),
  message: z.string(),
  refusalReason: z.string().nullable(),
  submittedAt: z.date().nullable(),
  receivedAt: z.date().nullable(),
  takenBackAt: z.date().nullable(),
  askerId: z.string(),
  askerName: z.string(),
  askerKind: z.string(),
});

/** The calling member of the requested organization, and the request; null for any other caller. */
export async function findAskedMember(request: Request, responseId: string): Promise<AskedMember | null> {
  if (!/^[0-9a-f-]{36}$/i.test(responseId) || sessionHash(request) === null) return null;
  const caller = await readCaller(request);
  for (const { organization, role } of caller?.memberships ?? []) {
    if (!caller || !can(role, 'read:response')) continue;
    const rows = await forOrganization({ organizationId: organization.id, userId: caller.user.id })((db) =>
      asSupplier(
        db,
        () => db.$queryRaw`
          SELECT r."responseId", r."supplierOrganizationId", r."snapshotId", r."status", r."locale", r."message", r."refusalReason",
            r."submittedAt", r."receivedAt", r."takenBackAt", o."id" AS "askerId", o."name" AS "askerName", o."kind" AS "askerKind"
          FROM "QuestionnaireRequest" r JOIN "Organization" o ON o."id" = r."organizationId"
          WHERE r."responseId" = ${responseId}::uuid AND r."supplierOrganizationId" = ${organization.id}::uuid AND r."viaResponseId" IS NULL`,
      ),
    );
    const [row] = rowSchema.array().parse(rows);
    if (!row) continue;
    const { askerId, askerName, askerKind, ...asked } = row;
    return {
      user: caller.user,
      organization,
      can: (permission) => can(role, permission),
      asker: { id: askerId, name: askerName, kind: askerKind },
      request: { ...asked, supplier: organization.name },
    };
  }
  return null;
}
