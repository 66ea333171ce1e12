import { randomUUID } from 'node:crypto';
import { singleUseLinks, whyOver } from './guest-access/single-use-links.server';
import { hashPassword } from './pass-label.server';
import { isRole, type Role } from './permissions';
import { rootDb } from './root-db.server';
import { normalizeEmail } from './sign-in.server';
import { isTaken } from './sign-up.server';
import { forOrganization, type TenantDb } from './tenant-db.server';

export type OpenInvitation = {
  id: string;
  linkId: string;
  email: string;
  role: Role;
  organization: { id: string; slug: string; name: string };
};
export type FoundInvitation = { kind: 'open'; invitation: OpenInvitation } | { kind: 'over' } | { kind: 'unknown' };

const include = {
  invitation: { select: { id: true, email: true, role: true } },
  organization: { select: { id: true, slug: true, name: true } },
} as const;

/** Links that let their reader join an organization. */
const invitationLinks = singleUseLinks('invitation', (db, where) => db.guestAccess.findFirst({ where, include }));

/** An invitation good once within seven days. The token is answered here and stored only as its hash. */
export async function createInvitation(
  db: TenantDb,
  invitation: { email: string; role: Role; invitedById: string },
): Promise<{ id: string; token: string; email: string; expiresAt: Date }> {
  const { role, invitedById } = invitation;
  const email = normalizeEmail(invitation.email);
  const { id } = await db.invitation.create({ data: { email, role, invitedById }, select: { id: true } });
  const link = await invitationLinks.createLink(db, { subjectId: id, createdById: invitedById, now: new Date() });
  return { id, email, ...link };
}

/** Withdraws an invitation: its link answers 410 from now on. False when it was used or withdrawn before. */
export async function endInvitation(db: TenantDb, { invitationId, now }: { invitationId: string; now: Date }): Promise<boolean> {
  return (await invitationLinks.endUnused(db, { subjectId: invitationId, now })) > 0;
}

/** The invitation behind a token, without using it. */
export async function findInvitation(token: string): Promise<FoundInvitation> {
  const found = await invitationLinks.findLink(token);
  if (!found) return { kind: 'unknown' };
  const { id: linkId, invitation, organization } = found.link;
  if (!invitation || !isRole(invitation.role) || whyOver(found.link)) return { kind: 'over' };
  return { kind: 'open', invitation: { ...invitation, role: invitation.role, linkId, organization } };
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
      if (!(await invitationLinks.consume(db, invitation.linkId, { now: new Date() }))) throw new AlreadyOver();
      await db.membership.createMany({ data: [{ organizationId, userId, role: invitation.role }], skipDuplicates: true });
      await onJoined(db, { invitation, userId });
    });
  } catch (error) {
    if (error instanceof AlreadyOver) return { kind: 'over' };
    throw error;
  }
  return { kind: 'joined', userId, orgSlug: invitation.organization.slug };
}
