import { z } from 'zod';
import { rootDb } from '~/access/root-db.server';
import { hashToken } from '~/access/session.server';
import { forOrganization, type TenantDb } from '~/access/tenant-db.server';

/** Whose row a token leads to: the organization that created the link. */
export type LinkMaker = { id: string; name: string; kind: string };

/** Stores the hash of a token, which leads to an access of the organization. */
export async function storeKey(
  db: TenantDb,
  tokenHash: string,
  access: { id: string; organizationId: string; kind: string },
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "GuestKey" ("tokenHash", "organizationId", "accessId", "kind")
    VALUES (${tokenHash}, ${access.organizationId}::uuid, ${access.id}::uuid, ${access.kind})`;
}

/** Reads what the token of a link, or of a device, leads to, in the organization that created it; null when there is no such token of this kind. */
export async function behindToken<Read>(
  kind: 'link' | 'device',
  token: string,
  read: (db: TenantDb, accessId: string, maker: LinkMaker) => Promise<Read>,
): Promise<Read | null> {
  const [key] = keySchema.array().parse(
    await rootDb().$queryRaw`
      SELECT k."accessId", o."id", o."name", o."kind"
      FROM "GuestKey" k JOIN "Organization" o ON o."id" = k."organizationId" WHERE k."tokenHash" = ${hashToken(token)} AND k."kind" = ${kind}`,
  );
  if (!key) return null;
  const { accessId, ...maker } = key;
  return forOrganization({ organizationId: maker.id })((db) => read(db, accessId, maker));
}

const keySchema = z.object({ accessId: z.string(), id: z.string(), name: z.string(), kind: z.string() });
