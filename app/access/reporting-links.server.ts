import { guestLinks, openDevice } from './guest-access/guest-links.server';
import { type OneAccess, whyOver } from './guest-access/single-use-links.server';
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

const include = { deal: { select: { id: true, projectName: true, client: { select: { name: true } } } } } as const;

const readReporting = async (db: TenantDb, where: OneAccess) => {
  const access = await db.guestAccess.findFirst({ where, include });
  return access?.deal && access.locale !== null ? { ...access, deal: access.deal, locale: access.locale } : null;
};

/** Access to report on a deal. */
export const reportingLinks = guestLinks('monitoring', { readLink: readReporting, readDevice: readReporting });

/**
 * A link good once within 60 days; those to the same address (without one: those without) that were not used end. The token is returned here and stored
 * only as its hash. `createdById` is null where a job sends a reminder.
 */
export async function createReportingLink(
  db: TenantDb,
  options: { dealId: string; locale: string; email: string | null; createdById: string | null; now: Date },
): Promise<{ token: string; expiresAt: Date }> {
  const { dealId: subjectId, ...rest } = options;
  await reportingLinks.endUnused(db, { subjectId, now: rest.now, where: { email: rest.email } });
  return reportingLinks.createLink(db, { subjectId, ...rest });
}

/** Where the token of a link leads, without using it. */
export async function findReportingLink(token: string): Promise<FoundReportingLink> {
  const found = await reportingLinks.findLink(token);
  if (!found) return { kind: 'unknown' };
  const reporting = reportingOf(found.link, found.maker);
  const why = whyOver(found.link);
  return why ? { kind: 'over', why, reporting } : { kind: 'open', accessId: found.link.id, email: found.link.email, reporting };
}

type AccessRow = { locale: string; deal: { id: string; projectName: string; client: { name: string } } };
function reportingOf({ locale, deal }: AccessRow, { id, name }: MetReporting['lender']): MetReporting {
  return { dealId: deal.id, lender: { id, name }, client: deal.client.name, project: deal.projectName, locale };
}

/** Uses a link up and opens this device; null when the link is over or unknown. Of two at once only one succeeds. Answers the Set-Cookie header. */
export async function openReporting(token: string, request: Request): Promise<{ dealId: string; setCookie: string } | null> {
  const found = await reportingLinks.findLink(token);
  if (!found) return null;
  const { locale, email, deal } = found.link;
  const dealId = deal.id;
  const setCookie = await reportingLinks.open({ ...found, subjectId: dealId }, request, { locale, email });
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
