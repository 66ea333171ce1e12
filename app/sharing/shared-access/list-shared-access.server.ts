import { recipientName } from './recipient-name';
import { localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { nameOrganizations } from '~/access/shared-access.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { type SharedAccessState, stateOfAccess } from '~/platform/terms/shared-access-terms';

const pageSize = 50;

export type SharedAccessRow = {
  id: string;
  /** The other side: the reader, or the owner; an address while an offer by link is not accepted; null for a deleted organization. */
  party: string | null;
  instrument: string;
  sections: number;
  purpose: string;
  state: SharedAccessState;
  createdAt: Date;
  expiresAt: Date;
};

/**
 * What this organization shares (`side` granter) or reads (`recipient`), newest first, 50 a page by keyset on (createdAt, id); `cursor`: id of the last row
 * seen. Three queries, four with a cursor.
 */
export async function listSharedAccess(
  db: TenantDb,
  options: { organizationId: string; side: 'granter' | 'recipient'; cursor?: string | undefined; now: Date },
): Promise<{ rows: SharedAccessRow[]; next: string | null }> {
  const own = options.side === 'granter' ? { organizationId: options.organizationId } : { recipientOrganizationId: options.organizationId };
  const cursor = options.cursor && /^[0-9a-f-]{36}$/i.test(options.cursor) ? options.cursor : null;
  const after = cursor ? await db.sharedAccess.findFirst({ where: { ...own, id: cursor }, select: { createdAt: true, id: true } }) : null;
  const found = await db.sharedAccess.findMany({
    where: {
      ...own,
      ...(after ? { OR: [{ createdAt: { lt: after.createdAt } }, { createdAt: after.createdAt, id: { lt: after.id } }] } : {}),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: pageSize + 1,
    select: {
      id: true,
      organizationId: true,
      recipientOrganizationId: true,
      recipientEmail: true,
      snapshotId: true,
      responseId: true,
      purpose: true,
      scope: true,
      status: true,
      createdAt: true,
      expiresAt: true,
      instrumentKey: true,
      reportTitle: true,
    },
  });
  const page = found.slice(0, pageSize);
  const names = await nameOrganizations(
    db,
    page.map((row) => (options.side === 'granter' ? row.recipientOrganizationId : row.organizationId)),
  );
  return {
    rows: page.map((row) => ({
      id: row.id,
      party: options.side === 'granter' ? recipientName(names, row) : (names.get(row.organizationId) ?? null),
      instrument: row.reportTitle
        ? m.auditpapers_report_named({ title: row.reportTitle })
        : localizedInstrument(row.instrumentKey, getLocale()).title.text,
      sections: row.scope.length,
      purpose: row.purpose,
      state: stateOfAccess(row, options.now),
      createdAt: row.createdAt,
      expiresAt: row.expiresAt,
    })),
    next: found.length > pageSize ? (page.at(-1)?.id ?? null) : null,
  };
}
