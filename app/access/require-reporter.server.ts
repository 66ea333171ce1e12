import { type MetReporting, requireReportingDevice } from './reporting-links.server';
import { forOrganization, forGuest, type InOrganization } from './tenant-db.server';

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
export async function requireReporter(request: Request, params: { dealId?: string | undefined }): Promise<Reporter> {
  const { reporting, deviceId } = await requireReportingDevice(request, params.dealId);
  const organizationId = reporting.lender.id;
  return {
    reporting,
    deviceId,
    read: forGuest({ organizationId, purpose: 'monitoring', subjectId: reporting.dealId }),
    write: forOrganization({ organizationId }),
  };
}
