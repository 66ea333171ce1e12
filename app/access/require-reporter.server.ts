import { z } from 'zod';
import { parseCookie } from './cookies.server';
import { findReportingAccess, type MetReporting, reportingCookieOf } from './reporting-links.server';
import { forOrganization, forReporter, type InOrganization } from './tenant-db.server';

const touchAfterMs = 10 * 60_000;

export type Reporter = {
  reporting: MetReporting;
  /** The device, under which what is sent is kept. */
  deviceId: string;
  /** What a client reads: the database shows it the reports of this one transaction alone. */
  read: InOrganization;
  /** In the organization of the lender: what is sent is kept there. Only `monitoring` writes by it. */
  write: InOrganization;
};

/** The device of a client that a link opened. 404 where this device was never let in, as for what is unknown; 410 when it was locked out or has expired. */
export async function requireReporter(request: Request, params: { transactionId?: string | undefined }): Promise<Reporter> {
  const transactionId = z.uuid().safeParse(params.transactionId).data;
  const token = transactionId ? parseCookie(request, reportingCookieOf(transactionId)) : null;
  const device = token === null ? null : await findReportingAccess(token, 'device');
  if (!transactionId || !device || device.reporting.transactionId !== transactionId)
    throw new Response(null, { status: 404, statusText: 'Not Found' });
  const now = new Date();
  if (device.revokedAt || device.expiresAt <= now) throw new Response(null, { status: 410, statusText: 'Gone' });
  const organizationId = device.reporting.lender.id;
  if (now.getTime() - (device.lastSeenAt?.getTime() ?? 0) > touchAfterMs)
    await forOrganization({ organizationId })((db) =>
      db.reportingAccess.updateMany({ where: { id: device.id }, data: { lastSeenAt: now } }),
    );
  return {
    reporting: device.reporting,
    deviceId: device.id,
    read: forReporter({ organizationId, transactionId }),
    write: forOrganization({ organizationId }),
  };
}
