import { localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { nameOrganizations } from '~/access/shared-access.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { namePeople } from '~/platform/activity/name-people.server';
import { memberLocale } from '~/locales/member-locales';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { auditReportKinds } from '~/documents/verification/audit-report-kinds';
import { formOrKey } from '~/sharing/access-log/form-name';
import { recipientName } from './recipient-name';
import { formsOf } from './shared-report';
import { stateOfAccess } from '~/platform/terms/shared-access-terms';

const uuid = /^[0-9a-f-]{36}$/i;
/** The number of reads that a page shows, newest first. */
const shownReads = 200;

/**
 * Shared access as either side sees it, without content: parties, data, purpose, term, status and access log. Null when this organization neither granted nor
 * received it. `isGiven`: this organization granted it.
 */
export async function readSharedAccess(db: TenantDb, options: { organizationId: string; sharedAccessId: string; now: Date }) {
  const { organizationId, sharedAccessId, now } = options;
  if (!uuid.test(sharedAccessId)) return null;
  const grant = await db.sharedAccess.findFirst({
    where: { id: sharedAccessId, OR: [{ organizationId }, { recipientOrganizationId: organizationId }] },
  });
  if (!grant) return null;
  const isGiven = grant.organizationId === organizationId;
  const shown = localizedInstrument(grant.instrumentKey, getLocale());
  const say = { locale: memberLocale(getLocale()) };
  const isReport = grant.reportTitle !== null;
  const names = await nameOrganizations(db, [grant.organizationId, grant.recipientOrganizationId]);
  return {
    id: grant.id,
    isGiven,
    granterOrganizationId: grant.organizationId,
    snapshotId: grant.snapshotId,
    responseId: grant.responseId,
    granter: names.get(grant.organizationId) ?? '',
    recipient: recipientName(names, grant) ?? '',
    instrumentKey: grant.instrumentKey,
    /** Whether a signed report is shared, in forms, instead of answers, in sections. */
    isReport,
    instrument: grant.reportTitle ? m.auditpapers_report_named({ title: grant.reportTitle }) : shown.title.text,
    sections: isReport
      ? formsOf(grant.scope).map((key) => ({ key: key as string, title: formOrKey(key, say) }))
      : shown.sections.flatMap(({ key, title }) => (grant.scope.includes(key) ? [{ key, title: title.text }] : [])),
    allSections: isReport ? auditReportKinds.length : shown.sections.length,
    purpose: grant.purpose,
    reason: grant.reason,
    state: stateOfAccess(grant, now),
    createdAt: grant.createdAt,
    expiresAt: grant.expiresAt,
    acceptedAt: grant.acceptedAt,
    refusedAt: grant.refusedAt,
    refusalReason: grant.refusalReason,
    revokedAt: grant.revokedAt,
    reads: (await readsOf(db, { granterOrganizationId: grant.organizationId, documentIds: [grant.snapshotId], organizationId })).map(
      ({ section, ...read }) => ({ ...read, section: isReport ? formOrKey(section, say) : section }),
    ),
  };
}
export type SharedAccessRead = NonNullable<Awaited<ReturnType<typeof readSharedAccess>>>;

export type ReadShown = { section: string; how: string; day: Date; at: Date; times: number; reader: string; person: string | null };

/**
 * The newest reads of some documents, 200 at most: organization, section, method, day and count. Names are shown to the reader's own organization only. Three
 * queries.
 */
export async function readsOf(
  db: TenantDb,
  options: { granterOrganizationId: string; documentIds: readonly string[]; organizationId: string },
): Promise<ReadShown[]> {
  const { granterOrganizationId, organizationId } = options;
  const rows = await db.documentRead.findMany({
    where: {
      organizationId: granterOrganizationId,
      documentId: { in: [...options.documentIds] },
      ...(granterOrganizationId === organizationId ? {} : { readerOrganizationId: organizationId }),
    },
    orderBy: [{ at: 'desc' }, { section: 'asc' }],
    take: shownReads,
    select: { readerOrganizationId: true, readerId: true, section: true, how: true, day: true, at: true, times: true },
  });
  const names = await nameOrganizations(
    db,
    rows.map(({ readerOrganizationId }) => readerOrganizationId),
  );
  const people = await namePeople(
    db,
    rows.flatMap((row) => (row.readerOrganizationId === organizationId ? [row.readerId] : [])),
  );
  return rows.map(({ readerOrganizationId, readerId, ...row }) => ({
    ...row,
    reader: names.get(readerOrganizationId) ?? '',
    person: readerOrganizationId === organizationId ? (people.get(readerId) ?? null) : null,
  }));
}

/** The supplier of the own list to which shared access is attached; null without one. */
export async function readAttached(db: TenantDb, sharedAccessId: string): Promise<{ responseId: string; supplier: string } | null> {
  const attached = await db.attachedResponse.findFirst({
    where: { sharedAccessId, detachedAt: null },
    select: { responseId: true, response: { select: { party: { select: { name: true } } } } },
  });
  return attached && { responseId: attached.responseId, supplier: attached.response.party.name };
}
