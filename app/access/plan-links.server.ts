import { serialize } from 'cookie';
import { environment } from '~/env.server';
import { rootDb } from './root-db.server';
import { hashToken, makeToken } from './session.server';
import { forOrganization, type TenantDb } from './tenant-db.server';

const day = 24 * 3_600_000;
/** A link waits 60 days for its one opening; the device it opens reads the plan for a year. */
const lifetime = { link: 60 * day, device: 365 * day } as const;

/** A version of an action plan, as its reader meets it before anything is opened. */
export type MetPlan = {
  versionId: string;
  transactionId: string;
  number: number;
  project: string;
  lender: { id: string; name: string };
  locale: string;
};
export type PlanLinkOver = 'used' | 'expired' | 'revoked';
export type FoundPlanLink =
  | { kind: 'unknown' }
  | { kind: 'over'; why: PlanLinkOver; plan: MetPlan }
  | { kind: 'open'; accessId: string; plan: MetPlan };

/** One cookie a version, sent to its pages alone. */
export const planCookieOf = (versionId: string) => `manumit_plan_${versionId}`;

type Kept = {
  versionId: string;
  kind: 'link' | 'device';
  locale: string;
  email?: string | null;
  createdById: string | null;
  device?: string;
};

async function keep(db: TenantDb, row: Kept, now: Date): Promise<{ token: string; expiresAt: Date }> {
  const token = makeToken();
  const expiresAt = new Date(now.getTime() + lifetime[row.kind]);
  const { id, organizationId } = await db.esapAccess.create({
    data: { ...row, createdAt: now, expiresAt, lastSeenAt: row.kind === 'device' ? now : null },
    select: { id: true, organizationId: true },
  });
  await db.$executeRaw`INSERT INTO "EsapAccessKey" ("tokenHash", "organizationId", "accessId") VALUES (${hashToken(token)}, ${organizationId}::uuid, ${id}::uuid)`;
  return { token, expiresAt };
}

/** A link good once within 60 days; those of the version that nobody used end. The token is answered here and kept only as its hash. */
export async function createPlanLink(
  db: TenantDb,
  options: { versionId: string; locale: string; email: string | null; createdById: string; now: Date },
): Promise<{ token: string; expiresAt: Date }> {
  const { now, ...row } = options;
  await db.esapAccess.updateMany({
    where: { versionId: row.versionId, kind: 'link', usedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
  return keep(db, { ...row, kind: 'link' }, now);
}

/** What stands behind a token, of a link or of a device; null when it is unknown. */
export async function findPlanAccess(token: string, kind: 'link' | 'device') {
  const key = await rootDb().esapAccessKey.findUnique({
    where: { tokenHash: hashToken(token) },
    select: { accessId: true, organization: { select: { id: true, name: true } } },
  });
  if (!key) return null;
  const access = await forOrganization({ organizationId: key.organization.id })((db) =>
    db.esapAccess.findFirst({
      where: { id: key.accessId, kind },
      include: { version: { select: { id: true, number: true, transactionId: true, transaction: { select: { projectName: true } } } } },
    }),
  );
  if (!access) return null;
  const { id: versionId, number, transactionId, transaction } = access.version;
  const plan: MetPlan = {
    versionId,
    transactionId,
    number,
    project: transaction.projectName,
    lender: key.organization,
    locale: access.locale,
  };
  return { ...access, plan };
}

/** The version behind the token of a link, without using it. */
export async function findPlanLink(token: string): Promise<FoundPlanLink> {
  const link = await findPlanAccess(token, 'link');
  if (!link) return { kind: 'unknown' };
  const over = (why: PlanLinkOver): FoundPlanLink => ({ kind: 'over', why, plan: link.plan });
  if (link.revokedAt) return over('revoked');
  if (link.usedAt) return over('used');
  if (link.expiresAt <= new Date()) return over('expired');
  return { kind: 'open', accessId: link.id, plan: link.plan };
}

/** Uses a link up and opens this device; null when the link is over or unknown. Of two at once only one succeeds. Answers the Set-Cookie header. */
export async function openPlan(token: string, request: Request): Promise<{ versionId: string; setCookie: string } | null> {
  const found = await findPlanLink(token);
  if (found.kind !== 'open') return null;
  const { versionId, lender, locale } = found.plan;
  const now = new Date();
  const opened = await forOrganization({ organizationId: lender.id })(async (db) => {
    const { count } = await db.esapAccess.updateMany({
      where: { id: found.accessId, usedAt: null, revokedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    if (count === 0) return null;
    const device = (request.headers.get('User-Agent') ?? '').slice(0, 200);
    return keep(db, { versionId, kind: 'device', locale, createdById: null, device }, now);
  });
  if (!opened) return null;
  const setCookie = serialize(planCookieOf(versionId), opened.token, {
    path: '/plan',
    httpOnly: true,
    sameSite: 'lax',
    secure: environment().PUBLIC_URL?.startsWith('https:') ?? false,
    maxAge: lifetime.device / 1000,
  });
  return { versionId, setCookie };
}
