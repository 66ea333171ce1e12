import { z } from 'zod';
import type { OwnMembership } from './memberships.server';
import { isRole } from './permissions';
import { rootDb } from './root-db.server';
import { isLive, type SessionReader, sessionHash } from './session.server';

const rowsSchema = z.array(
  z.object({
    sessionId: z.string(),
    expiresAt: z.date(),
    lastSeenAt: z.date(),
    userId: z.string(),
    userName: z.string(),
    email: z.string(),
    locale: z.string().nullable(),
    role: z.string().nullable(),
    organizationId: z.string().nullable(),
    slug: z.string().nullable(),
    name: z.string().nullable(),
    kind: z.string().nullable(),
    isDemonstration: z.boolean().nullable(),
  }),
);

const organizationSchema = z.object({ id: z.string(), slug: z.string(), name: z.string(), kind: z.string(), isDemonstration: z.boolean() });

/**
 * The caller and their memberships, or null without a valid session. One statement without a transaction: the database function `read_caller` sets the
 * person and reads the memberships under their policies. Every page of an organization starts with it.
 */
export async function readCaller(request: Request): Promise<{ user: SessionReader['user']; memberships: OwnMembership[] } | null> {
  const hash = sessionHash(request);
  if (hash === null) return null;
  const rows = rowsSchema.parse(await rootDb().$queryRaw`SELECT * FROM read_caller(${hash})`);
  const [first] = rows;
  if (!first || !(await isLive({ ...first, id: first.sessionId }))) return null;
  const { userId, userName, email, locale } = first;
  const memberships = rows.flatMap(({ role, organizationId, ...row }) => {
    const organization = organizationSchema.safeParse({ ...row, id: organizationId });
    return role !== null && isRole(role) && organization.success ? [{ role, organization: organization.data }] : [];
  });
  return { user: { id: userId, name: userName, email, locale }, memberships };
}
