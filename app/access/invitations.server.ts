import { randomUUID } from 'node:crypto';
import { hashPassword } from './pass-label.server';
import { isRole, type Role } from './permissions';
import { rootDb } from './root-db.server';
import { hashToken, makeToken } from './session.server';
import { normalizeEmail } from './sign-in.server';
import { isTaken } from './sign-up.server';
import { forOrganization, type TenantDb } from './tenant-db.server';

const lifetimeMs = 7 * 24 * 3_600_000;

export type OpenInvitation = {
  id: string;
  email: string;
  role: Role;
  organization: { id: string; slug: string; name: string };
};
export type FoundInvitation = { kind: 'open'; invitation: OpenInvitation } | { kind: 'over' } | { kind: 'unknown' };

/** An invitation good once within seven days. The token is answered here and stored only as its hash. */
export async function createInvitation(
  db: TenantDb,
  invitation: { email: string; role: Role; invitedById: string },
): Promise<{ id: string; token: string; email: string; expiresAt: Date }> {
  const token = makeToken();
  const email = normalizeEmail(invitation.email);
  const expiresAt = new Date(Date.now() + lifetimeMs);
  const { id, organizationId } = await db.invitation.create({
    data: { email, role: invitation.role, invitedById: invitation.invitedById, expiresAt },
    select: { id: true, organizationId: true },
  });
  await db.$executeRaw`INSERT INTO "InvitationKey" ("tokenHash", "organizationId", "invitationId") VALUES (${hashToken(token)}, ${organizationId}::uuid, ${id}::uuid)`;
  return { id, token, email, expiresAt };
}

/** The invitation behind a token, without using it. */
export async function findInvitation(token: string): Promise<FoundInvitation> {
  const key = await rootDb().invitationKey.findUnique({
    where: { tokenHash: hashToken(token) },
    select: { invitationId: true, organization: { select: { id: true, slug: true, name: true } } },
  });
  if (!key) return { kind: 'unknown' };
  const { organization } = key;
  const row = await forOrganization({ organizationId: organization.id })((db) =>
    db.invitation.findUnique({
      where: { organizationId_id: { organizationId: organization.id, id: key.invitationId } },
      select: { id: true, email: true, role: true, expiresAt: true, acceptedAt: true, revokedAt: true },
    }),
  );
  if (!row || row.acceptedAt || row.revokedAt || row.expiresAt <= new Date() || !isRole(row.role)) return { kind: 'over' };
  return { kind: 'open', invitation: { id: row.id, email: row.email, role: row.role, organization } };
}

/** What the acceptance writes beside the membership, in the same transaction. */
export type OnJoined = (db: TenantDb, joined: { invitation: OpenInvitation; userId: string }) => Promise<void>;
export type Joined = { kind: 'joined'; userId: string; orgSlug: string } | { kind: 'over' } | { kind: 'email-taken' };

/** A person with an account accepts. An existing member keeps their role. */
export async function joinAsUser(token: string, userId: string, onJoined: OnJoined): Promise<Joined> {
  const found = await findInvitation(token);
  if (found.kind !== 'open') return { kind: 'over' };
  return join(found.invitation, userId, onJoined);
}

/** A new person accepts: account with the invited address, and membership, all or nothing. */
export async function joinAsNewPerson(
  token: string,
  person: { name: string; password: string; locale?: string | undefined },
  onJoined: OnJoined,
): Promise<Joined> {
  const found = await findInvitation(token);
  if (found.kind !== 'open') return { kind: 'over' };
  const { email } = found.invitation;
  if ((await rootDb().user.count({ where: { email } })) > 0) return { kind: 'email-taken' };
  const passwordHash = await hashPassword(person.password);
  const userId = randomUUID();
  try {
    return await join(found.invitation, userId, onJoined, async (transaction) => {
      await transaction.user.create({
        data: { id: userId, email, name: person.name, locale: person.locale ?? null, credential: { create: { passwordHash } } },
      });
    });
  } catch (error) {
    if (isTaken(error)) return { kind: 'email-taken' };
    throw error;
  }
}

class AlreadyOver extends Error {}

async function join(
  invitation: OpenInvitation,
  userId: string,
  onJoined: OnJoined,
  before?: Parameters<typeof forOrganization>[1],
): Promise<Joined> {
  const organizationId = invitation.organization.id;
  try {
    await forOrganization(
      { organizationId, userId },
      before,
    )(async (db) => {
      const now = new Date();
      const { count } = await db.invitation.updateMany({
        where: { id: invitation.id, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
        data: { acceptedAt: now },
      });
      if (count === 0) throw new AlreadyOver();
      await db.membership.createMany({ data: [{ organizationId, userId, role: invitation.role }], skipDuplicates: true });
      await onJoined(db, { invitation, userId });
    });
  } catch (error) {
    if (error instanceof AlreadyOver) return { kind: 'over' };
    throw error;
  }
  return { kind: 'joined', userId, orgSlug: invitation.organization.slug };
}
