import { serialize } from 'cookie';
import { z } from 'zod';
import { environment } from '~/env.server';
import { parseCookie } from './cookies.server';
import { Prisma } from './generated/client';
import { rootDb } from './root-db.server';
import { hashToken, makeToken } from './session.server';
import { forOrganization, type TenantDb } from './tenant-db.server';

const dayMs = 24 * 3_600_000;
/** A link waits longer than what it leads to usually takes; it can be made anew at any time. */
const linkLifetimeMs = 60 * dayMs;
const touchAfterMs = 10 * 60_000;

/** Where the tokens of links, or of devices, are kept: hash → (organizationId, the row's id), and nothing else. */
export type KeyTable =
  | { table: 'AnswerLinkKey'; column: 'linkId' }
  | { table: 'AnswerDeviceKey'; column: 'deviceId' }
  | { table: 'SiteAccessKey' | 'EsapAccessKey' | 'ReportingAccessKey'; column: 'accessId' };

/** Whose rows a token leads to: the organization that made the link. */
export type LinkMaker = { id: string; name: string; kind: string };

type LinkRow = { id: string; usedAt: Date | null; revokedAt: Date | null; expiresAt: Date };
type DeviceRow = { id: string; revokedAt: Date | null; expiresAt: Date; lastSeenAt: Date | null };
type Kept = { id: string; organizationId: string };
/** How long what was made is good. */
export type Good = { createdAt: Date; expiresAt: Date };
/** What every device row says of itself. */
export type Opened = Good & { device: string };

type LinkTable = {
  updateMany(args: {
    where: { id: string; usedAt: null; revokedAt: null; expiresAt: { gt: Date } };
    data: { usedAt: Date };
  }): PromiseLike<{ count: number }>;
};
type DeviceTable = { updateMany(args: { where: { id: string }; data: { lastSeenAt: Date } }): PromiseLike<{ count: number }> };

/** What differs between the links: where they are kept, what is read of them, and to which pages the cookie of a device goes. */
export type LinkKind<Link extends LinkRow, Device extends DeviceRow> = {
  keys: { link: KeyTable; device: KeyTable };
  tables: (db: TenantDb) => { link: LinkTable; device: DeviceTable };
  readLink: (db: TenantDb, id: string) => Promise<Link | null>;
  /** The device, where it was let in to this very subject. */
  readDevice: (db: TenantDb, row: { id: string; subjectId: string }) => Promise<Device | null>;
  /** Whether what the device was let in to was taken back since. */
  isTakenBack?: (device: Device) => boolean;
  /** One cookie a subject, sent to its pages alone: who stands at two sides on one phone keeps both. */
  cookie: { prefix: `manumit_${string}`; path: `/${string}` };
  deviceDays: number;
};

export type FoundDeviceOf<Device> = { kind: 'unknown' } | { kind: 'over' | 'open'; device: Device; maker: LinkMaker };

/**
 * Links that are used once and become a device that stays open: the one machinery of every side that comes in without an account. A token is answered once
 * and kept only as its hash; opening a page uses nothing up, and of two openings at once one succeeds.
 */
export function singleUseLinks<Link extends LinkRow, Device extends DeviceRow>(kind: LinkKind<Link, Device>) {
  const deviceLifetimeMs = kind.deviceDays * dayMs;
  const cookieOf = (subjectId: string) => `${kind.cookie.prefix}_${subjectId}`;
  const cookieFor = (subjectId: string, token: string) =>
    serialize(cookieOf(subjectId), token, {
      path: kind.cookie.path,
      httpOnly: true,
      sameSite: 'lax',
      secure: environment().PUBLIC_URL?.startsWith('https:') ?? false,
      maxAge: deviceLifetimeMs / 1000,
    });
  const tokenOf = (request: Request, subjectId: string | undefined) =>
    subjectId !== undefined && z.uuid().safeParse(subjectId).success ? parseCookie(request, cookieOf(subjectId)) : null;

  return {
    /** A link good once within 60 days. Answers its token, which is nowhere to be read again. */
    keepLink: (db: TenantDb, now: Date, create: (good: Good) => Promise<Kept>) =>
      keepToken(db, kind.keys.link, { now, lifetimeMs: linkLifetimeMs }, create),

    /** What a token leads to, without using it; null when it is unknown. */
    findLink: (token: string): Promise<{ link: Link; maker: LinkMaker } | null> =>
      behindToken(kind.keys.link, token, async (db, id, maker) => {
        const link = await kind.readLink(db, id);
        return link && { link, maker };
      }),

    /**
     * Uses a link up and lets this device in, as `create` writes it: all of it or nothing. Null when the link was used, ended or expired meanwhile. Answers
     * the Set-Cookie header.
     */
    open: (
      { link, maker, subjectId }: { link: Link; maker: LinkMaker; subjectId: string },
      request: Request,
      create: (db: TenantDb, opened: Opened) => Promise<Kept>,
    ): Promise<string | null> => {
      const now = new Date();
      // Of two posts of a link's page one lets a device in, and only its answer carries the cookie: the other is told that the link is used.
      return forOrganization({ organizationId: maker.id }, async () => {})(async (db) => {
        const { count } = await kind.tables(db).link.updateMany({
          where: { id: link.id, usedAt: null, revokedAt: null, expiresAt: { gt: now } },
          data: { usedAt: now },
        });
        if (count === 0) return null;
        const device = (request.headers.get('User-Agent') ?? '').slice(0, 200);
        const { token } = await keepToken(db, kind.keys.device, { now, lifetimeMs: deviceLifetimeMs }, (good) =>
          create(db, { ...good, device }),
        );
        return cookieFor(subjectId, token);
      });
    },

    /** The cookie of a device under its present path, where the request brought it under an earlier one: a Set-Cookie header, or null. */
    reissue: (request: Request, subjectId: string): string | null => {
      const token = tokenOf(request, subjectId);
      return token === null ? null : cookieFor(subjectId, token);
    },

    /** The device that the request's cookie for this subject names; when it was last seen is written now and then. */
    findDevice: async (request: Request, subjectId: string | undefined): Promise<FoundDeviceOf<Device>> => {
      const token = tokenOf(request, subjectId);
      if (!subjectId || token === null) return { kind: 'unknown' };
      const found = await behindToken(kind.keys.device, token, async (db, id, maker): Promise<FoundDeviceOf<Device>> => {
        const device = await kind.readDevice(db, { id, subjectId });
        if (!device) return { kind: 'unknown' };
        const now = new Date();
        if (device.revokedAt || device.expiresAt <= now || kind.isTakenBack?.(device)) return { kind: 'over', device, maker };
        if (now.getTime() - (device.lastSeenAt?.getTime() ?? 0) > touchAfterMs)
          await kind.tables(db).device.updateMany({ where: { id }, data: { lastSeenAt: now } });
        return { kind: 'open', device, maker };
      });
      return found ?? { kind: 'unknown' };
    },
  };
}

/** Why a link opens nothing any more; null while it does. */
export function whyOver(link: LinkRow): 'used' | 'revoked' | 'expired' | null {
  if (link.usedAt) return 'used';
  if (link.revokedAt) return 'revoked';
  return link.expiresAt <= new Date() ? 'expired' : null;
}

/** The device that was found: 404 where it was never let in, as for what is unknown; 410 when it was locked out, has expired, or all was taken back. */
export function openDevice<Device>(found: FoundDeviceOf<Device>): { device: Device; maker: LinkMaker } {
  if (found.kind === 'unknown') throw new Response(null, { status: 404, statusText: 'Not Found' });
  if (found.kind === 'over') throw new Response(null, { status: 410, statusText: 'Gone' });
  return found;
}

async function keepToken(
  db: TenantDb,
  keys: KeyTable,
  { now, lifetimeMs }: { now: Date; lifetimeMs: number },
  create: (good: Good) => Promise<Kept>,
): Promise<{ token: string; expiresAt: Date }> {
  const token = makeToken();
  const expiresAt = new Date(now.getTime() + lifetimeMs);
  const { id, organizationId } = await create({ createdAt: now, expiresAt });
  await db.$executeRaw`INSERT INTO ${name(keys.table)} ("tokenHash", "organizationId", ${name(keys.column)}) VALUES (${hashToken(token)}, ${organizationId}::uuid, ${id}::uuid)`;
  return { token, expiresAt };
}

/** Reads what a token leads to, in the organization that made it; null when the token is unknown. */
async function behindToken<Read>(
  keys: KeyTable,
  token: string,
  read: (db: TenantDb, id: string, maker: LinkMaker) => Promise<Read>,
): Promise<Read | null> {
  const [key] = keySchema.array().parse(
    await rootDb().$queryRaw`
      SELECT k.${name(keys.column)} AS "rowId", o."id", o."name", o."kind"
      FROM ${name(keys.table)} k JOIN "Organization" o ON o."id" = k."organizationId" WHERE k."tokenHash" = ${hashToken(token)}`,
  );
  if (!key) return null;
  const { rowId, ...maker } = key;
  return forOrganization({ organizationId: maker.id })((db) => read(db, rowId, maker));
}

const keySchema = z.object({ rowId: z.string(), id: z.string(), name: z.string(), kind: z.string() });

const name = (identifier: KeyTable['table'] | KeyTable['column']) => Prisma.raw(`"${identifier}"`);
