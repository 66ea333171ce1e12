import type { TenantDb } from '~/access/tenant-db.server';
import type { AuditReportKind } from '~/documents/verification/audit-report-kinds';
import { readContent } from '~/documents/frozen-documents/document-kinds';
import { logRead } from '~/documents/access-log/log-read.server';
import { type SharedAccessRead, readSharedAccess } from './read-shared-access.server';
import { gone, notFound } from '~/platform/http/responses.server';
import { goneInMidRead } from '~/sharing/access-log/refuse-reading.server';
import { type SharedReport, sharedReportDocument } from './shared-report';
import type { WayOfReading } from '~/platform/terms/shared-access-terms';

export type SharedReportRead =
  | { kind: 'unknown' }
  | { kind: 'over' }
  | { kind: 'open'; grant: SharedAccessRead; content: SharedReport; contentHash: string };

/**
 * A signed report shared with this organization, read and logged in one transaction: one form (`form`, unknown if not shared) or its data only. "over":
 * revoked, expired, refused, or not accepted yet; the database hides the row. `isLogged` false logs nothing, for a picture of a page whose read is logged.
 */
export async function readSharedReport(
  db: TenantDb,
  options: { organizationId: string; sharedAccessId: string; form?: AuditReportKind; how: WayOfReading; now: Date; isLogged?: boolean },
): Promise<SharedReportRead> {
  const grant = await readSharedAccess(db, options);
  if (!grant?.isReport || grant.isGiven) return { kind: 'unknown' };
  const { form, how } = options;
  if (form !== undefined && !grant.sections.some(({ key }) => key === form)) return { kind: 'unknown' };
  const { granterOrganizationId, snapshotId } = grant;
  const document = await db.frozenDocument.findFirst({
    where: { organizationId: granterOrganizationId, id: snapshotId, kind: 'shared-audit-report' },
    select: { schemaVersion: true, content: true, hash: true },
  });
  if (!document) return { kind: 'over' };
  if (options.isLogged !== false) await logRead(db, { granterOrganizationId, documentId: snapshotId, section: form ?? null, how });
  return { kind: 'open', grant, content: readContent(sharedReportDocument, document), contentHash: document.hash };
}

/** The report. Throws 404 for what is not shared with the caller, 410 for what is no longer shared, also when access ends during the read. */
export async function reportOrThrow(read: () => Promise<SharedReportRead>): Promise<Extract<SharedReportRead, { kind: 'open' }>> {
  const found = await goneInMidRead(read);
  if (found.kind === 'unknown') throw notFound();
  if (found.kind === 'over') throw gone();
  return found;
}
