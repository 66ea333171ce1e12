import { randomBytes } from 'node:crypto';
import { inside } from './enter-organization.server';
import { singleUseLinks, whyOver } from './guest-access/single-use-links.server';
import { can, isRole, type Permission } from './permissions';
import { rootDb } from './root-db.server';
import { isTaken } from './sign-up.server';
import { forOrganization, type TenantDb } from './tenant-db.server';

/** Letters and digits that are not taken for each other when read aloud. */
const alphabet = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

/** 14 characters out of 30, so that codes cannot be guessed. Written in groups of seven. */
function makeSharingCode(): string {
  const signs = [...randomBytes(14)].map((byte) => alphabet[byte % alphabet.length] ?? '');
  return `${signs.slice(0, 7).join('')}-${signs.slice(7).join('')}`;
}

/** The code by which its recipients find the organization. Created when there is none; with `renew` replaced, and the old one becomes invalid. */
export async function sharingCode(organizationId: string, options: { renew?: boolean } = {}): Promise<string> {
  const known = await rootDb().organization.findUniqueOrThrow({ where: { id: organizationId }, select: { sharingCode: true } });
  if (known.sharingCode && !options.renew) return known.sharingCode;
  for (;;) {
    try {
      const sharingCode = makeSharingCode();
      // Of two who make the first one at once, the second reads that of the first.
      const { count } = await rootDb().organization.updateMany({
        where: { id: organizationId, sharingCode: known.sharingCode },
        data: { sharingCode },
      });
      if (count > 0) return sharingCode;
      return (await rootDb().organization.findUniqueOrThrow({ where: { id: organizationId } })).sharingCode ?? sharingCode;
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
  }
}

/** The organization of a code, however it was typed; null when none has it. The caller counts the attempts. */
export async function findByCode(code: string): Promise<{ id: string; name: string; kind: string } | null> {
  const signs = code.toUpperCase().replace(/[^A-Z0-9]/g, '');
  if (signs.length !== 14) return null;
  const sharingCode = `${signs.slice(0, 7)}-${signs.slice(7)}`;
  return rootDb().organization.findUnique({ where: { sharingCode }, select: { id: true, name: true, kind: true } });
}

/** The names of organizations that a grant or a request for one ties to the caller's. One query. */
export async function nameOrganizations(db: TenantDb, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.flatMap((id) => (id ? [id] : [])))];
  const rows = await db.organization.findMany({ where: { id: { in: wanted } }, select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Members of an organization with a permission, the earliest first, at most five, to write to. Never disclosed outside the organization. */
export async function addressesOf(
  organizationId: string,
  permission: Permission,
): Promise<{ slug: string; people: { email: string; locale: string | null }[] }> {
  return forOrganization({ organizationId })(async (db) => {
    const { slug } = await db.organization.findUniqueOrThrow({ where: { id: organizationId }, select: { slug: true } });
    const members = await db.membership.findMany({
      orderBy: [{ createdAt: 'asc' }, { userId: 'asc' }],
      select: { role: true, user: { select: { email: true, locale: true } } },
    });
    const people = members.flatMap(({ role, user }) => (isRole(role) && can(role, permission) ? [user] : []));
    return { slug, people: people.slice(0, 5) };
  });
}

/** Links by which a recipient accepts an offer of shared access. */
const offerLinks = singleUseLinks('shared-access', (db, where) => db.guestAccess.findFirst({ where }));

/** The link by which the recipient accepts an offer, until the offer ends. The token is returned here and stored only as its hash. */
export async function createOfferLink(
  db: TenantDb,
  offer: { sharedAccessId: string; createdById: string; now: Date; expiresAt: Date },
): Promise<string> {
  const { sharedAccessId: subjectId, ...rest } = offer;
  return (await offerLinks.createLink(db, { subjectId, ...rest })).token;
}

/** Ends the links to an offer that is revoked. */
export async function endOfferLinks(db: TenantDb, { sharedAccessId, now }: { sharedAccessId: string; now: Date }): Promise<void> {
  await offerLinks.endUnused(db, { subjectId: sharedAccessId, now });
}

/** The links to an offer end with it, also after its last day was changed. */
export async function moveOfferLinks(
  db: TenantDb,
  { sharedAccessId, expiresAt }: { sharedAccessId: string; expiresAt: Date },
): Promise<void> {
  await offerLinks.moveExpiry(db, { subjectId: sharedAccessId, expiresAt });
}

export type FoundOffer = { linkId: string; isOver: boolean; sharedAccessId: string; granter: { id: string; name: string } };

/** The offer behind a token, without using it. Null for a token that is unknown or of another purpose. */
export async function findOffer(token: string): Promise<FoundOffer | null> {
  const found = await offerLinks.findLink(token);
  if (!found || found.link.sharedAccessId === null) return null;
  const { link, maker } = found;
  return {
    linkId: link.id,
    isOver: whyOver(link) !== null,
    sharedAccessId: found.link.sharedAccessId,
    granter: { id: maker.id, name: maker.name },
  };
}

/** Uses the link of an offer up; false where it is over. */
export async function consumeOffer(db: TenantDb, { linkId }: FoundOffer, now: Date): Promise<boolean> {
  return offerLinks.consume(db, linkId, { now });
}

/** Runs `work` in the offering organization, for the bearer of the offer's token. */
export function atOfferer(granter: { id: string }) {
  return forOrganization({ organizationId: granter.id });
}

/** Does `work` in the organization that granted something to the caller's. False when this grant is not one to it. */
export async function atGranter(
  db: TenantDb,
  options: { sharedAccessId: string; organizationId: string },
  work: (db: TenantDb) => Promise<void>,
): Promise<boolean> {
  const grant = await db.sharedAccess.findFirst({
    where: { id: options.sharedAccessId, recipientOrganizationId: options.organizationId },
    select: { organizationId: true },
  });
  if (!grant) return false;
  await inside(db, grant.organizationId, () => work(db));
  return true;
}

/** Does `work` in the organization that asked the caller's for access. False when this request is not one to it. */
export async function atAccessAsker(
  db: TenantDb,
  options: { requestId: string; organizationId: string },
  work: (db: TenantDb) => Promise<void>,
): Promise<boolean> {
  const asked = await db.accessRequest.findFirst({
    where: { id: options.requestId, granterOrganizationId: options.organizationId },
    select: { organizationId: true },
  });
  if (!asked) return false;
  await inside(db, asked.organizationId, () => work(db));
  return true;
}

/** The organization of a supplier that the caller's organization sent a request to; null when it has no owner. */
export async function findAskedSupplier(db: TenantDb, responseId: string): Promise<{ id: string; name: string } | null> {
  const request = await db.questionnaireRequest.findFirst({ where: { responseId }, select: { supplierOrganizationId: true } });
  if (!request) return null;
  return db.organization.findFirst({ where: { id: request.supplierOrganizationId, isClaimed: true }, select: { id: true, name: true } });
}
