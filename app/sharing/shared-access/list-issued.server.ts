import { recipientName } from './recipient-name';
import { nameOrganizations } from '~/access/shared-access.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { type SharedAccessState, stateOfAccess } from '~/platform/terms/shared-access-terms';

export type Issued = {
  sharedAccessId: string;
  /** The reader: an organization, or the address an offer went to; null for a deleted organization. */
  recipient: string | null;
  forms: number;
  state: SharedAccessState;
  createdAt: Date;
  expiresAt: Date;
  /** The number of reads so far, by person, form and day. */
  reads: number;
};

/** Recipients of an audit's reports, newest first; at most 200. Three queries. */
export async function listIssued(db: TenantDb, options: { reportIds: readonly string[]; now: Date }): Promise<Issued[]> {
  const rows = await db.sharedAccess.findMany({
    where: { auditReportId: { in: [...options.reportIds] } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 200,
    select: {
      ...{ id: true, recipientOrganizationId: true, recipientEmail: true, scope: true, status: true },
      ...{ createdAt: true, expiresAt: true, snapshotId: true },
    },
  });
  const names = await nameOrganizations(
    db,
    rows.map(({ recipientOrganizationId }) => recipientOrganizationId),
  );
  const reads = await db.documentRead.groupBy({
    by: ['documentId'],
    where: { documentId: { in: rows.map(({ snapshotId }) => snapshotId) } },
    _count: { _all: true },
  });
  const counts = new Map(reads.map(({ documentId, _count }) => [documentId, _count._all]));
  return rows.map((row) => ({
    sharedAccessId: row.id,
    recipient: recipientName(names, row),
    forms: row.scope.length,
    state: stateOfAccess(row, options.now),
    ...{ createdAt: row.createdAt, expiresAt: row.expiresAt },
    reads: counts.get(row.snapshotId) ?? 0,
  }));
}
