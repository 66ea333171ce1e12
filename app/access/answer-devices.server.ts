import { serialize } from 'cookie';
import { environment } from '~/env.server';
import { findAnswerLink } from './answer-links.server';
import { parseCookie } from './cookies.server';
import { rootDb } from './root-db.server';
import { hashToken, makeToken } from './session.server';
import { forOrganization, type TenantDb } from './tenant-db.server';

const deviceLifetimeMs = 90 * 24 * 3_600_000;
const touchAfterMs = 10 * 60_000;

/** One cookie a request: whoever answers two buyers on one phone keeps both. */
const cookieOf = (assessmentId: string) => `manumit_answer_${assessmentId}`;

function deviceCookie(assessmentId: string, token: string): string {
  return serialize(cookieOf(assessmentId), token, {
    path: '/answer',
    httpOnly: true,
    sameSite: 'lax',
    secure: environment().PUBLIC_URL?.startsWith('https:') ?? false,
    maxAge: deviceLifetimeMs / 1000,
  });
}

/** What the opening writes beside the device, in the same transaction of the organization that asked. */
export type OnOpened = (db: TenantDb, opened: { assessmentId: string; now: Date }) => Promise<void>;

/**
 * Uses a link up and lets this device answer for 90 days; null when the link is over or unknown. Of two at once only one succeeds.
 * Answers the Set-Cookie header.
 */
export async function openOnDevice(
  token: string,
  request: Request,
  onOpened: OnOpened,
): Promise<{ assessmentId: string; locale: string; setCookie: string } | null> {
  const found = await findAnswerLink(token);
  if (found.kind !== 'open') return null;
  const { assessmentId, locale, asker } = found.request;
  const now = new Date();
  const deviceToken = makeToken();
  const isOpened = await forOrganization({ organizationId: asker.id })(async (db) => {
    const { count } = await db.answerLink.updateMany({
      where: { id: found.linkId, usedAt: null, revokedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    if (count === 0) return false;
    const link = await db.answerLink.findFirstOrThrow({ where: { id: found.linkId }, select: { sections: true, label: true } });
    const { id } = await db.answerDevice.create({
      data: {
        ...link,
        assessmentId,
        openedAt: now,
        lastSeenAt: now,
        expiresAt: new Date(now.getTime() + deviceLifetimeMs),
        device: (request.headers.get('User-Agent') ?? '').slice(0, 200),
      },
      select: { id: true },
    });
    await db.$executeRaw`INSERT INTO "AnswerDeviceKey" ("tokenHash", "organizationId", "deviceId") VALUES (${hashToken(deviceToken)}, ${asker.id}::uuid, ${id}::uuid)`;
    await onOpened(db, { assessmentId, now });
    return true;
  });
  return isOpened ? { assessmentId, locale, setCookie: deviceCookie(assessmentId, deviceToken) } : null;
}

/** A request as the one who answers it needs it. */
export type AskedRequest = {
  assessmentId: string;
  supplierOrganizationId: string;
  snapshotId: string | null;
  status: string;
  locale: string;
  message: string;
  refusalReason: string | null;
  submittedAt: Date | null;
  /** Since when the one who asked says that it named this supplier by mistake. */
  takenBackAt: Date | null;
  supplier: string;
};
export type FoundDevice =
  | { kind: 'unknown' }
  /** `takenBackBy`: who had named the one asked by mistake. */
  | { kind: 'over'; takenBackBy: string | null }
  | {
      kind: 'open';
      deviceId: string;
      asker: { id: string; name: string; kind: string };
      request: AskedRequest;
      /** The keys of the sections that it may answer; none: all, and send them. */
      sections: string[];
    };

/** The device that the request's cookie for this assessment names. */
export async function findDevice(request: Request, assessmentId: string): Promise<FoundDevice> {
  const token = /^[0-9a-f-]{36}$/i.test(assessmentId) ? parseCookie(request, cookieOf(assessmentId)) : null;
  if (token === null) return { kind: 'unknown' };
  const key = await rootDb().answerDeviceKey.findUnique({
    where: { tokenHash: hashToken(token) },
    select: { deviceId: true, organization: { select: { id: true, name: true, kind: true } } },
  });
  if (!key) return { kind: 'unknown' };
  const now = new Date();
  return forOrganization({ organizationId: key.organization.id })(async (db) => {
    const device = await db.answerDevice.findFirst({
      where: { id: key.deviceId, assessmentId },
      select: {
        expiresAt: true,
        revokedAt: true,
        lastSeenAt: true,
        sections: true,
        request: {
          select: {
            assessmentId: true,
            supplierOrganizationId: true,
            snapshotId: true,
            status: true,
            locale: true,
            message: true,
            refusalReason: true,
            submittedAt: true,
            withdrawnAt: true,
            takenBackAt: true,
            assessment: { select: { party: { select: { name: true } } } },
          },
        },
      },
    });
    if (!device) return { kind: 'unknown' };
    const { withdrawnAt, assessment, ...asked } = device.request;
    if (device.revokedAt || device.expiresAt <= now || withdrawnAt)
      return { kind: 'over', takenBackBy: withdrawnAt && asked.takenBackAt ? key.organization.name : null };
    if (now.getTime() - device.lastSeenAt.getTime() > touchAfterMs)
      await db.answerDevice.updateMany({ where: { id: key.deviceId }, data: { lastSeenAt: now } });
    const { sections } = device;
    return {
      kind: 'open',
      deviceId: key.deviceId,
      sections,
      asker: key.organization,
      request: { ...asked, supplier: assessment.party.name },
    };
  });
}
