import { validityOf } from '~/questionnaires/evidence/list-evidence.server';
import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { namePeople } from '~/platform/activity/name-people.server';
import { pointTitle } from './compliance-points.server';
import { listFiles } from './finding-files.server';
import { agreements, extents, frequencies, methods, origins, peopleOf } from './finding-lists';
import { showFindings } from './show-findings.server';

const wordsSchema = z.object({
  origin: z.enum(origins),
  frequency: z.enum(frequencies).nullable(),
  extent: z.enum(extents).nullable(),
  methods: z.array(z.enum(methods)),
  agreement: z.enum(agreements).nullable(),
});

/**
 * One finding in full, for members of its own organization: the exact number of people and the restricted note are for them only. Null for an unknown id. A
 * constant number of queries.
 */
export async function readFinding(db: TenantDb, findingId: string) {
  if (!z.uuid().safeParse(findingId).success) return null;
  const row = await db.finding.findFirst({
    where: { id: findingId },
    include: {
      repeatOf: { select: { id: true, text: true, openedAt: true, withdrawnAt: true } },
      attachedReport: { select: { sharedAccessId: true, auditNumber: true, issuer: true } },
      repeatedBy: {
        where: { withdrawnAt: null },
        select: { id: true, text: true, openedAt: true },
        orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
      },
    },
  });
  const { rows } = await showFindings(db, { ids: row ? [findingId] : [] });
  const shown = rows[0];
  if (!row || !shown) return null;
  const evidence =
    row.evidenceIds.length === 0
      ? []
      : await db.evidence.findMany({
          where: { id: { in: row.evidenceIds }, removedAt: null },
          orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
          select: { id: true, responseId: true, question: true, validUntil: true, file: { select: { fileName: true } } },
        });
  const today = new Date().toISOString().slice(0, 10);
  const names = await namePeople(db, row.recordedById ? [row.recordedById] : []);
  const { lawReference, lawUrl, codeReference, codeUrl, evidenceSeen, rootCause, isLegalContext, restrictedNote, compliancePoint } = row;
  return {
    ...shown,
    ...wordsSchema.parse(row),
    ...{ lawReference, lawUrl, codeReference, codeUrl, evidenceSeen, rootCause, isLegalContext, restrictedNote, compliancePoint },
    text: row.text,
    partyId: row.partyId,
    auditId: row.auditId,
    /** The shared report that it comes from. */
    report: row.attachedReport,
    pointTitle: pointTitle(compliancePoint),
    people: peopleOf(row),
    evidenceIds: row.evidenceIds,
    answerFiles: evidence.map(({ file, validUntil, ...rest }) => ({ ...rest, fileName: file.fileName, ...validityOf(validUntil, today) })),
    files: await listFiles(db, findingId),
    repeatOfId: row.repeatOfId,
    repeatOf: row.repeatOf?.withdrawnAt ? null : row.repeatOf,
    repeatedBy: row.repeatedBy,
    recordedBy: row.recordedById ? (names.get(row.recordedById) ?? null) : null,
    verifiedAt: row.verifiedAt,
  };
}
export type FindingRead = NonNullable<Awaited<ReturnType<typeof readFinding>>>;

/** Choices of the form beside its code lists: earlier findings of the party, and files of its answers, newest first. Two queries. */
export async function readFindingChoices(db: TenantDb, options: { partyId: string; exceptId?: string }) {
  const earlier = await showFindings(db, { partyId: options.partyId, excludeWithdrawn: true });
  const files = await db.evidence.findMany({
    where: { removedAt: null, response: { partyId: options.partyId } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 100,
    select: { id: true, question: true, validUntil: true, file: { select: { fileName: true } } },
  });
  const today = new Date().toISOString().slice(0, 10);
  return {
    earlier: earlier.rows.filter(({ id }) => id !== options.exceptId).map(({ id, title, openedAt }) => ({ id, title, openedAt })),
    answerFiles: files.map(({ id, question, validUntil, file }) => ({
      id,
      question,
      fileName: file.fileName,
      ...validityOf(validUntil, today),
    })),
  };
}
