import { serialize } from 'cookie';
import { environment } from '~/env.server';
import { rootDb } from './root-db.server';
import { hashToken, makeToken } from './session.server';
import { forOrganization, type TenantDb } from './tenant-db.server';

const day = 24 * 3_600_000;
/** Reports are owed for years: a link waits 60 days for its one opening, and the device it opens stays open for a year. */
const lifetime = { link: 60 * day, device: 365 * day } as const;

/** Where a client reports, as it is met before anything is opened. */
export type MetReporting = {
  transactionId: string;
  lender: { id: string; name: string };
  client: string;
  project: string;
  locale: string;
};
export type ReportingLinkOver = 'used' | 'expired' | 'revoked';
export type FoundReportingLink =
  | { kind: 'unknown' }
  | { kind: 'over'; why: ReportingLinkOver; reporting: MetReporting }
  | { kind: 'open'; accessId: string; reporting: MetReporting };

/** One cookie a transaction, sent to its pages alone. */
export const reportingCookieOf = (transactionId: string) => `manumit_reporting_${transactionId}`;

async function keep(
  db: TenantDb,
  row: { transactionId: string; kind: 'link' | 'device'; locale: string; createdById: string | null; device?: string; now: Date },
): Promise<{ token: string; expiresAt: Date }> {
  const { now, ...rest } = row;
  const token = makeToken();
  const expiresAt = new Date(now.getTime() + lifetime[row.kind]);
  const { id, organizationId } = await db.reportingAccess.create({
    data: { ...rest, createdAt: now, expiresAt, lastSeenAt: row.kind === 'device' ? now : null },
    select: { id: true, organizationId: true },
  });
  await db.$executeRaw`INSERT INTO "ReportingAccessKey" ("tokenHash", "organizationId", "accessId") VALUES (${hashToken(token)}, ${organizationId}::uuid, ${id}::uuid)`;
  return { token, expiresAt };
}

/** A link good once within 60 days; those of the transaction that nobody used end. The token is answered here and kept only as its hash. */
export async function createReportingLink(
  db: TenantDb,
  options: { transactionId: string; locale: string; createdById: string; now: Date },
): Promise<{ token: string; expiresAt: Date }> {
  const { transactionId, now } = options;
  await db.reportingAccess.updateMany({ where: { transactionId, kind: 'link', usedAt: null, revokedAt: null }, data: { revokedAt: now } });
  return keep(db, { ...options, kind: 'link' });
}

const ofTransaction = { select: { id: true, projectName: true, client: { select: { name: true } } } } as const;

/** What stands behind a token, of a link or of a device; null when it is unknown. */
export async function findReportingAccess(token: string, kind: 'link' | 'device') {
  const key = await rootDb().reportingAccessKey.findUnique({
    where: { tokenHash: hashToken(token) },
    select: { accessId: true, organization: { select: { id: true, name: true } } },
  });
  if (!key) return null;
  const access = await forOrganization({ organizationId: key.organization.id })((db) =>
    db.reportingAccess.findFirst({ where: { id: key.accessId, kind }, include: { transaction: ofTransaction } }),
  );
  if (!access) return null;
  const { transaction, ...row } = access;
  const reporting: MetReporting = {
    transactionId: transaction.id,
    lender: key.organization,
    client: transaction.client.name,
    project: transaction.projectName,
    locale: row.locale,
  };
  return { ...row, reporting };
}

/** Where the token of a link leads, without using it. */
export async function findReportingLink(token: string): Promise<FoundReportingLink> {
  const link = await findReportingAccess(token, 'link');
  if (!link) return { kind: 'unknown' };
  const { reporting } = link;
  const over = (why: ReportingLinkOver): FoundReportingLink => ({ kind: 'over', why, reporting });
  if (link.usedAt) return over('used');
  if (link.revokedAt) return over('revoked');
  if (link.expiresAt <= new Date()) return over('expired');
  return { kind: 'open', accessId: link.id, reporting };
}

/** Uses a link up and opens this device; null when the link is over or unknown. Of two at once only one succeeds. Answers the Set-Cookie header. */
export async function openReporting(token: string, request: Request): Promise<{ transactionId: string; setCookie: string } | null> {
  const found = await findReportingLink(token);
  if (found.kind !== 'open') return null;
  const { transactionId, lender, locale } = found.reporting;
  const now = new Date();
  const opened = await forOrganization({ organizationId: lender.id })(async (db) => {
    const { count } = await db.reportingAccess.updateMany({
      where: { id: found.accessId, usedAt: null, revokedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    if (count === 0) return null;
    const device = (request.headers.get('User-Agent') ?? '').slice(0, 200);
    return keep(db, { transactionId, kind: 'device', locale, createdById: null, device, now });
  });
  if (!opened) return null;
  const setCookie = serialize(reportingCookieOf(transactionId), opened.token, {
    path: '/reporting',
    httpOnly: true,
    sameSite: 'lax',
    secure: environment().PUBLIC_URL?.startsWith('https:') ?? false,
    maxAge: lifetime.device / 1000,
  });
  return { transactionId, setCookie };
}
