import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { singleUseLinks, whyOver } from './guest-access/single-use-links.server';
import { hashPassword } from './pass-label.server';
import { rootDb } from './root-db.server';
import { normalizeEmail } from './sign-in.server';
import { freeSlug, isTaken } from './sign-up.server';
import { sql } from './sql.server';
import { queryRows } from './sql/query.server';
import { forOrganization, type TenantDb } from './tenant-db.server';

/** How the claimant proved the right to claim: by reading the address that was asked, or with a link from the requester. */
export type ClaimProof = 'address' | 'handed-link' | 'same-address';
/** What the claim writes inside the organization, in the same transaction. */
export type OnClaimed = (
  db: TenantDb,
  claimed: { organization: { id: string; name: string }; userId: string; proof: ClaimProof },
) => Promise<void>;
export type Claimed =
  | { kind: 'claimed'; userId: string; orgSlug: string }
  | { kind: 'already-claimed' }
  | { kind: 'over' }
  | { kind: 'email-taken' };
export type NewPerson = { name: string; email: string; password: string; locale?: string | undefined };

/** Whether the organization already has an owner, and its name. */
export async function claimState(organizationId: string): Promise<{ isClaimed: boolean; name: string; slug: string } | null> {
  return rootDb().organization.findUnique({ where: { id: organizationId }, select: { isClaimed: true, name: true, slug: true } });
}

/** Links that make their reader the owner of an organization without members. */
const claimLinks = singleUseLinks('claim', (db, where) =>
  db.guestAccess.findFirst({ where, include: { organization: { select: { id: true, name: true, isClaimed: true } } } }),
);

/** A link good once within seven days, for the letter to the address that was asked. Null when the organization is claimed. */
export async function createClaimLink(organizationId: string, email: string): Promise<{ token: string; expiresAt: Date } | null> {
  if ((await claimState(organizationId))?.isClaimed !== false) return null;
  const link = { subjectId: organizationId, email: normalizeEmail(email), now: new Date() };
  return forOrganization({ organizationId })((db) => claimLinks.createLink(db, link));
}

export type FoundClaim =
  | { kind: 'unknown' }
  | { kind: 'over'; why: 'used' | 'expired' | 'claimed' }
  | { kind: 'open'; linkId: string; organization: { id: string; name: string }; email: string };

/** The claim behind a token, without using it. */
export async function findClaim(token: string): Promise<FoundClaim> {
  const found = await claimLinks.findLink(token);
  if (!found || found.link.email === null) return { kind: 'unknown' };
  const { id: linkId, email, organization } = found.link;
  const why = whyOver(found.link);
  if (why === 'used') return { kind: 'over', why };
  if (organization.isClaimed) return { kind: 'over', why: 'claimed' };
  if (why !== null) return { kind: 'over', why: 'expired' };
  return { kind: 'open', linkId, organization: { id: organization.id, name: organization.name }, email };
}

/** Uses a mailed link: the reader of the address becomes the owner, with an existing account or a new one under that address. */
export async function claimByLink(
  token: string,
  who: { userId: string } | Omit<NewPerson, 'email'>,
  onClaimed: OnClaimed,
): Promise<Claimed> {
  const found = await findClaim(token);
  if (found.kind === 'unknown') return { kind: 'over' };
  if (found.kind === 'over') return { kind: found.why === 'claimed' ? 'already-claimed' : 'over' };
  const { linkId, organization, email } = found;
  const person = 'userId' in who ? who : { ...who, email };
  return claim({ organization, proof: 'address', linkId }, person, onClaimed);
}

/** The holder of a device that answers owns the organization: the asker handed the link over, and so vouches for whom it gave it to. */
export async function claimByDevice(organizationId: string, who: { userId: string } | NewPerson, onClaimed: OnClaimed): Promise<Claimed> {
  const state = await claimState(organizationId);
  if (!state) return { kind: 'over' };
  return claim({ organization: { id: organizationId, name: state.name }, proof: 'handed-link' }, who, onClaimed);
}

const claimableSchema = z.object({ organizationId: z.string(), email: z.string(), asker: z.string(), invitedAt: z.date() });
type Claimable = z.infer<typeof claimableSchema>;

/** Unclaimed organizations whose requests went to an address that this person has verified. The requesters are not informed. */
export async function listClaimable(userId: string): Promise<Claimable[]> {
  const found: Claimable[] = [];
  for (const email of await provenAddresses(userId)) {
    found.push(
      ...(await queryRows(
        rootDb(),
        claimableSchema,
        sql`
        SELECT r."supplierOrganizationId" AS "organizationId", ${email} AS email, a."name" AS asker, r."invitedAt"
        FROM requests_to_address(${email}) r
        JOIN "Organization" o ON o."id" = r."supplierOrganizationId" AND NOT o."isClaimed"
        JOIN "Organization" a ON a."id" = r."askerOrganizationId" ORDER BY r."invitedAt" LIMIT 50`,
      )),
    );
  }
  return found;
}

/** The addresses that a person has verified by a mailed link. Their own rows, in whichever organization. */
async function provenAddresses(userId: string): Promise<string[]> {
  const rows = await rootDb().$transaction(async (transaction) => {
    await transaction.$executeRaw`SELECT set_config('app.user_id', ${userId}, true)`;
    return transaction.guestAccess.findMany({
      where: { purpose: 'claim', usedById: userId },
      distinct: ['email'],
      select: { email: true },
    });
  });
  return rows.flatMap(({ email }) => email ?? []);
}

/** Takes one of `listClaimable` into the account. */
export async function claimListed(organizationId: string, userId: string, onClaimed: OnClaimed): Promise<Claimed> {
  const listed = await listClaimable(userId);
  if (!listed.some((one) => one.organizationId === organizationId)) return { kind: 'over' };
  const state = await claimState(organizationId);
  return claim({ organization: { id: organizationId, name: state?.name ?? '' }, proof: 'same-address' }, { userId }, onClaimed);
}

class Refused extends Error {
  constructor(readonly kind: 'already-claimed' | 'over') {
    super(kind);
  }
}

/** All of it or nothing; of two at once one owns the organization. */
async function claim(
  what: { organization: { id: string; name: string }; proof: ClaimProof; linkId?: string },
  who: { userId: string } | NewPerson,
  onClaimed: OnClaimed,
): Promise<Claimed> {
  const { organization, proof, linkId } = what;
  const isNew = 'password' in who;
  const userId = isNew ? randomUUID() : who.userId;
  const email = isNew ? normalizeEmail(who.email) : null;
  if (email && (await rootDb().user.count({ where: { email } })) > 0) return { kind: 'email-taken' };
  const passwordHash = isNew ? await hashPassword(who.password) : '';
  let slug = '';
  try {
    await forOrganization({ organizationId: organization.id, userId }, async (transaction) => {
      if (isNew)
        await transaction.user.create({
          data: { id: userId, email: email ?? '', name: who.name, locale: who.locale ?? null, credential: { create: { passwordHash } } },
        });
      slug = await freeSlug(transaction, organization.name);
      const { count } = await transaction.organization.updateMany({
        where: { id: organization.id, isClaimed: false },
        data: { isClaimed: true, slug },
      });
      if (count === 0) throw new Refused('already-claimed');
    })(async (db) => {
      if (linkId !== undefined && !(await claimLinks.consume(db, linkId, { now: new Date(), usedById: userId }))) throw new Refused('over');
      await db.membership.create({ data: { organizationId: organization.id, userId, role: 'owner' } });
      await onClaimed(db, { organization, userId, proof });
    });
  } catch (error) {
    if (error instanceof Refused) return { kind: error.kind };
    if (isNew && isTaken(error)) return { kind: 'email-taken' };
    throw error;
  }
  return { kind: 'claimed', userId, orgSlug: slug };
}
