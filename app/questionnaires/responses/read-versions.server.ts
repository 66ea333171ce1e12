import type { TenantDb } from '~/access/tenant-db.server';
import { logRead } from '~/documents/access-log/log-read.server';
import { answersShared, type SharedAnswers, sharedAnswersSchema } from './read-shared.server';
import type { ResponseRead } from './read-response.server';

/** The submissions of a supplier to this organization; the response has the newest. */
export type Version = { id: string; sentAt: Date; replacedAt: Date | null; contentHash: string };
type Which = Pick<ResponseRead, 'id' | 'origin' | 'request'>;

/**
 * The versions of the answers to a request that may still be read, the newest first: one that was replaced stays what it was, until the supplier ends
 * the sharing or its time is over. None for a member's own answers, nor for a grant's. One query.
 */
export async function readVersions(db: TenantDb, { id, origin, request }: Which): Promise<Version[]> {
  if (!origin?.snapshotId || !request) return [];
  const found = await db.sharedSnapshot.findMany({
    where: { organizationId: origin.supplierOrganizationId, responseId: id, kind: answersShared, isGranted: false },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true, createdAt: true, supersededAt: true, contentHash: true },
  });
  return found.map(({ createdAt, supersededAt, ...version }) => ({ ...version, sentAt: createdAt, replacedAt: supersededAt }));
}

/** One version with its frozen answers, its reading logged; null where this organization may not read it, or not any more. */
export async function readVersion(
  db: TenantDb,
  assessment: Which,
  versionId: string,
): Promise<(Version & { content: SharedAnswers }) | null> {
  const version = (await readVersions(db, assessment)).find(({ id }) => id === versionId);
  if (!version || !assessment.origin) return null;
  const snapshot = await db.sharedSnapshot.findFirst({ where: { id: version.id, kind: answersShared }, select: { content: true } });
  if (!snapshot) return null;
  const granterOrganizationId = assessment.origin.supplierOrganizationId;
  await logRead(db, { granterOrganizationId, snapshotId: version.id, section: '', how: 'page' });
  return { ...version, content: sharedAnswersSchema.parse(snapshot.content) };
}
