import type { Prisma } from '~/access/generated/client';
import { hashToken, makeToken } from '~/access/session.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { behindToken, type LinkMaker, storeKey } from './guest-keys.server';
import { type LinkPurpose, linksOf } from './purposes';

export const dayMs = 24 * 3_600_000;

export type AccessRow = Prisma.GuestAccessGetPayload<object>;
export type Subject = ReturnType<typeof linksOf>['subject'];
/** The one row that a token leads to: its kind and purpose are part of every read. */
export type OneAccess = { id: string; purpose: LinkPurpose; kind: 'link' | 'device' } & Partial<Record<Subject, string>>;

/** What a link or a device keeps beside its purpose, subject and dates. */
export type Kept = Pick<Prisma.GuestAccessUncheckedCreateInput, 'locale' | 'email' | 'sections' | 'label' | 'createdById'>;

/**
 * Links that are used once: the only implementation, for every purpose. A token is returned once and stored only as its hash; opening a page consumes
 * nothing, and of two simultaneous uses one succeeds. A purpose never finds the token of another.
 */
export function singleUseLinks<Link extends AccessRow>(
  purpose: LinkPurpose,
  readLink: (db: TenantDb, where: OneAccess) => Promise<Link | null>,
) {
  const { subject, linkDays } = linksOf(purpose);
  const ofSubject = (id: string): Partial<Record<Subject, string>> => ({ [subject]: id });
  const unused = { purpose, kind: 'link', usedAt: null, revokedAt: null };

  return {
    /** A link to the subject. Returns its token, which cannot be read again. */
    createLink: async (db: TenantDb, { subjectId, now, expiresAt, ...kept }: Kept & { subjectId: string; now: Date; expiresAt?: Date }) => {
      const until = expiresAt ?? new Date(now.getTime() + linkDays * dayMs);
      const data = { ...ofSubject(subjectId), ...kept, purpose, kind: 'link', createdAt: now, expiresAt: until };
      return { token: await createWithKey(db, data), expiresAt: until };
    },

    /** Revokes the links to the subject that were not used yet; `where` narrows them. Answers how many. Devices stay open. */
    endUnused: async (
      db: TenantDb,
      { subjectId, now, where = {} }: { subjectId: string; now: Date; where?: Prisma.GuestAccessWhereInput },
    ): Promise<number> => {
      const { count } = await db.guestAccess.updateMany({
        where: { ...where, ...ofSubject(subjectId), ...unused },
        data: { revokedAt: now },
      });
      return count;
    },

    /** Gives the links to the subject that were not used yet another end. */
    moveExpiry: async (db: TenantDb, { subjectId, expiresAt }: { subjectId: string; expiresAt: Date }): Promise<void> => {
      await db.guestAccess.updateMany({ where: { ...ofSubject(subjectId), ...unused }, data: { expiresAt } });
    },

    /** What a token leads to, without using it; null when it is unknown, or of another purpose. */
    findLink: (token: string): Promise<{ link: Link; maker: LinkMaker } | null> =>
      behindToken('link', token, async (db, id, maker) => {
        const link = await readLink(db, { id, purpose, kind: 'link' });
        return link && { link, maker };
      }),

    /** Consumes a link. False where it was used, revoked or expired meanwhile. `usedById`: the person who used it, where that is recorded. */
    consume: async (db: TenantDb, id: string, { now, usedById }: { now: Date; usedById?: string }): Promise<boolean> => {
      const { count } = await db.guestAccess.updateMany({
        where: { id, ...unused, expiresAt: { gt: now } },
        data: { usedAt: now, ...(usedById === undefined ? {} : { usedById }) },
      });
      return count > 0;
    },
  };
}

/** Why a link opens nothing any more; null while it does. */
export function whyOver(link: AccessRow): 'used' | 'revoked' | 'expired' | null {
  if (link.usedAt) return 'used';
  if (link.revokedAt) return 'revoked';
  return link.expiresAt <= new Date() ? 'expired' : null;
}

/** Creates an access and the key to it, and returns the token: 256 random bits. */
export async function createWithKey(db: TenantDb, data: Prisma.GuestAccessUncheckedCreateInput): Promise<string> {
  const token = makeToken();
  const access = await db.guestAccess.create({ data, select: { id: true, organizationId: true, kind: true } });
  await storeKey(db, hashToken(token), access);
  return token;
}
