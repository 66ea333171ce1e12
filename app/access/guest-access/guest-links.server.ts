import { randomUUID } from 'node:crypto';
import { serialize } from 'cookie';
import { z } from 'zod';
import { parseCookie, parseCookiesOf } from '~/access/cookies.server';
import { forOrganization, type TenantDb } from '~/access/tenant-db.server';
import { environment } from '~/env.server';
import { behindToken, type LinkMaker } from './guest-keys.server';
import { type GuestPurpose, guestPurposes } from './purposes';
import { type AccessRow, createWithKey, dayMs, type Kept, type OneAccess, singleUseLinks, type Subject } from './single-use-links.server';

const touchAfterMs = 10 * 60_000;
/** How many devices of one browser are compared at most. */
const mostTogether = 30;

/** What a purpose reads of its links and its devices, with the record that they lead to. */
export type GuestReads<Link extends AccessRow, Device extends AccessRow> = {
  readLink: (db: TenantDb, where: OneAccess) => Promise<Link | null>;
  readDevice: (db: TenantDb, where: OneAccess) => Promise<Device | null>;
  /** Whether access was withdrawn from all devices since. */
  isTakenBack?: (device: Device) => boolean;
};

export type FoundDeviceOf<Device> = { kind: 'unknown' } | { kind: 'over' | 'open'; device: Device; maker: LinkMaker };

/** Single-use links that become a device, which stays open: the only implementation, for every purpose that admits devices. */
export function guestLinks<Link extends AccessRow, Device extends AccessRow>(purpose: GuestPurpose, reads: GuestReads<Link, Device>) {
  const { subject, cookie, deviceDays } = guestPurposes[purpose];
  const links = singleUseLinks(purpose, reads.readLink);
  const deviceLifetimeMs = deviceDays * dayMs;
  const ofSubject = (id: string): Partial<Record<Subject, string>> => ({ [subject]: id });
  const cookieOf = (subjectId: string) => `${cookie.prefix}_${subjectId}`;
  const cookieFor = (subjectId: string, token: string) =>
    serialize(cookieOf(subjectId), token, {
      path: cookie.path,
      httpOnly: true,
      sameSite: 'lax',
      secure: environment().PUBLIC_URL?.startsWith('https:') ?? false,
      maxAge: deviceLifetimeMs / 1000,
    });
  const tokenOf = (request: Request, subjectId: string | undefined) =>
    subjectId !== undefined && z.uuid().safeParse(subjectId).success ? parseCookie(request, cookieOf(subjectId)) : null;

  return {
    ...links,

    /**
     * Consumes a link and admits this device, with what `onOpened` writes: all of it or nothing. Null when the link was used, revoked or expired meanwhile.
     * Returns the Set-Cookie header.
     */
    open: (
      { link, maker, subjectId }: { link: Link; maker: LinkMaker; subjectId: string },
      request: Request,
      kept: Kept = {},
      onOpened: (db: TenantDb, now: Date) => Promise<void> = async () => {},
    ): Promise<string | null> => {
      const now = new Date();
      // Of two posts of a link's page one admits a device, and only its answer has the cookie: the other finds the link used.
      return forOrganization({ organizationId: maker.id }, async () => {})(async (db) => {
        if (!(await links.consume(db, link.id, { now }))) return null;
        const device = (request.headers.get('User-Agent') ?? '').slice(0, 200);
        const expiresAt = new Date(now.getTime() + deviceLifetimeMs);
        const data = { ...ofSubject(subjectId), ...kept, purpose, kind: 'device', parentId: link.id, device, lastSeenAt: now };
        const token = await createWithKey(db, { ...data, createdAt: now, expiresAt });
        await onOpened(db, now);
        return cookieFor(subjectId, token);
      });
    },

    /** The cookie of a device under its present path, where the request brought it under an earlier one: a Set-Cookie header, or null. */
    reissue: (request: Request, subjectId: string): string | null => {
      const token = tokenOf(request, subjectId);
      return token === null ? null : cookieFor(subjectId, token);
    },

    /**
     * Gives the devices that this organization admitted on one browser a common key, random and of no use elsewhere: the browser itself gets nothing new. It shows
     * that the cookies of several subjects came together, and ends with them.
     */
    keepTogether: async (request: Request, organizationId: string): Promise<void> => {
      const tokens = parseCookiesOf(request, `${cookie.prefix}_`).slice(0, mostTogether);
      if (tokens.length < 2) return;
      const found = [];
      for (const token of tokens)
        found.push(
          await behindToken('device', token, (db, id, maker) =>
            maker.id === organizationId
              ? db.guestAccess.findFirst({ where: { id, purpose, kind: 'device' }, select: { id: true, deviceKey: true } })
              : Promise.resolve(null),
          ),
        );
      const devices = found.flatMap((device) => device ?? []);
      if (devices.length < 2) return;
      const deviceKey = devices.find((device) => device.deviceKey !== null)?.deviceKey ?? randomUUID();
      const where = { id: { in: devices.map(({ id }) => id) }, kind: 'device' };
      await forOrganization({ organizationId })((db) => db.guestAccess.updateMany({ where, data: { deviceKey } }));
    },

    /** The device that the request's cookie for this subject names; when it was last seen is recorded every ten minutes at most. */
    findDevice: async (request: Request, subjectId: string | undefined): Promise<FoundDeviceOf<Device>> => {
      const token = tokenOf(request, subjectId);
      if (!subjectId || token === null) return { kind: 'unknown' };
      const found = await behindToken('device', token, async (db, id, maker): Promise<FoundDeviceOf<Device>> => {
        const device = await reads.readDevice(db, { id, ...ofSubject(subjectId), purpose, kind: 'device' });
        if (!device) return { kind: 'unknown' };
        const now = new Date();
        if (device.revokedAt || device.expiresAt <= now || reads.isTakenBack?.(device)) return { kind: 'over', device, maker };
        if (now.getTime() - (device.lastSeenAt?.getTime() ?? 0) > touchAfterMs)
          await db.guestAccess.updateMany({ where: { id, kind: 'device' }, data: { lastSeenAt: now } });
        return { kind: 'open', device, maker };
      });
      return found ?? { kind: 'unknown' };
    },
  };
}

/** The device that was found: 404 where it was never admitted, as for an unknown subject; 410 when it was revoked, has expired, or access was withdrawn. */
export function openDevice<Device>(found: FoundDeviceOf<Device>): { device: Device; maker: LinkMaker } {
  if (found.kind === 'unknown') throw new Response(null, { status: 404, statusText: 'Not Found' });
  if (found.kind === 'over') throw new Response(null, { status: 410, statusText: 'Gone' });
  return found;
}
