import { openDevice, singleUseLinks, whyOver } from './single-use-links.server';
import type { TenantDb } from './tenant-db.server';

/** Where a client reports, as it is met before anything is opened. */
export type MetReporting = {
  dealId: string;
  lender: { id: string; name: string };
  client: string;
  project: string;
  locale: string;
};
export type ReportingLinkOver = 'used' | 'expired' | 'revoked';
export type FoundReportingLink =
  | { kind: 'unknown' }
  | { kind: 'over'; why: ReportingLinkOver; reporting: MetReporting }
  | { kind: 'open'; accessId: string; email: string | null; reporting: MetReporting };

const include = { deal: { select: { projectName: true, client: { select: { name: true } } } } } as const;

/** Reports are owed for years: the device that a link opens stays open for a year. */
export const reportingLinks = singleUseLinks({
  keys: { link: { table: 'ReportingAccessKey', column: 'accessId' }, device: { table: 'ReportingAccessKey', column: 'accessId' } },
  tables: (db) => ({ link: db.reportingAccess, device: db.reportingAccess }),
  readLink: (db, id) => db.reportingAccess.findFirst({ where: { id, kind: 'link' }, include }),
  readDevice: (db, { id, subjectId }) => db.reportingAccess.findFirst({ where: { id, kind: 'device', dealId: subjectId }, include }),
  cookie: { prefix: 'manumit_reporting', path: '/guest/monitoring' },
  deviceDays: 365,
});

/**
 * A link good once within 60 days; those to the same address (without one: those without) that nobody used end. The token is answered here and kept
 * only as its hash. `createdById` is null where the queue reminds.
 */
export async function createReportingLink(
  db: TenantDb,
  options: { dealId: string; locale: string; email: string | null; createdById: string | null; now: Date },
): Promise<{ token: string; expiresAt: Date }> {
  const { now, ...row } = options;
  const { dealId, email } = row;
  await db.reportingAccess.updateMany({
    where: { dealId, email, kind: 'link', usedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
  return reportingLinks.keepLink(db, now, (good) =>
    db.reportingAccess.create({ data: { ...row, kind: 'link', ...good }, select: { id: true, organizationId: true } }),
  );
}

/** Where the token of a link leads, without using it. */
export async function findReportingLink(token: string): Promise<FoundReportingLink> {
  const found = await reportingLinks.findLink(token);
  if (!found) return { kind: 'unknown' };
  const reporting = reportingOf(found.link, found.maker);
  const why = whyOver(found.link);
  return why ? { kind: 'over', why, reporting } : { kind: 'open', accessId: found.link.id, email: found.link.email, reporting };
}

type AccessRow = { dealId: string; locale: string; deal: { projectName: string; client: { name: string } } };
function reportingOf({ dealId, locale, deal }: AccessRow, { id, name }: MetReporting['lender']): MetReporting {
  return { dealId, lender: { id, name }, client: deal.client.name, project: deal.projectName, locale };
}

/** Uses a link up and opens this device; null when the link is over or unknown. Of two at once only one succeeds. Answers the Set-Cookie header. */
export async function openReporting(token: string, request: Request): Promise<{ dealId: string; setCookie: string } | null> {
  const found = await reportingLinks.findLink(token);
  if (!found) return null;
  const { dealId, locale, email } = found.link;
  const setCookie = await reportingLinks.open({ ...found, subjectId: dealId }, request, (db, opened) =>
    db.reportingAccess.create({
      data: { dealId, kind: 'device', locale, email, ...opened, lastSeenAt: opened.createdAt },
      select: { id: true, organizationId: true },
    }),
  );
  return setCookie === null ? null : { dealId, setCookie };
}

/** The device of a client, by the request's cookie; throws where there is none (404) or it is over (410). */
export async function requireReportingDevice(
  request: Request,
  dealId: string | undefined,
): Promise<{ deviceId: string; reporting: MetReporting }> {
  const { device, maker } = openDevice(await reportingLinks.findDevice(request, dealId));
  return { deviceId: device.id, reporting: reportingOf(device, maker) };
}
