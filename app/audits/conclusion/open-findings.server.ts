import type { EvidenceGrade } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivities } from '~/platform/activity/record-activity.server';
import { pointOfQuestion } from '~/findings/findings/compliance-points.server';
import { methodOfVerification } from '~/findings/findings/finding-lists';
import type { EntryValue } from '~/audits/entries/entries';
import type { FoundAudit } from '~/audits/planning/find-audit.server';
import { readRecord, currentByKey } from '~/audits/entries/read-record.server';
import { redactZeroTolerance } from '~/audits/entries/redact-zero-tolerance.server';

/**
 * Opens a finding for each current one in the record that answers no zero-tolerance question, with its photos, and keeps the good practices. The evidence
 * grade follows the announcement of the audit. Returns the number of findings. Six statements, however many findings.
 */
export async function openFindings(db: TenantDb, audit: FoundAudit, options: { userId: string; now: Date }): Promise<number> {
  const { announcement, concludedById } = await db.audit.findFirstOrThrow({
    where: { id: audit.id },
    select: { announcement: true, concludedById: true },
  });
  const evidenceGrade: EvidenceGrade = announcement === 'unannounced' ? 'audit-unannounced' : 'audit-announced';
  const recordedById = concludedById ?? options.userId;
  const record = redactZeroTolerance(await readRecord(db, audit));
  const found = [...currentByKey(record, 'finding')];
  const photos = currentByKey(record, 'photo');
  // A photo is of a finding where either names the other, as in the report; the same picture is kept once.
  const files = found.flatMap(([findingId, { value }]) => {
    const fileIds = [...photos].flatMap(([key, { value: photo, fileId }]) =>
      fileId && (photo.about === findingId || value.photos.includes(key)) ? [fileId] : [],
    );
    return [...new Set(fileIds)].map((fileId) => ({ findingId, fileId, addedById: recordedById }));
  });
  const withFile = new Set(files.map(({ findingId }) => findingId));
  const earlier = await db.finding.findMany({
    where: { partyId: audit.partyId, withdrawnAt: null, id: { in: found.flatMap(([, { value }]) => value.repeats ?? []) } },
    select: { id: true },
  });
  const known = new Set(earlier.map(({ id }) => id));
  await db.finding.createMany({
    data: found.map(([id, { value }]) => ({
      ...{ id, partyId: audit.partyId, responseId: audit.responseId, auditId: audit.id, openedAt: options.now },
      ...{ origin: 'auditor', recordedById, evidenceGrade, hasFile: withFile.has(id) },
      ...columnsOf(value),
      repeatOfId: value.repeats !== null && known.has(value.repeats) ? value.repeats : null,
    })),
  });
  await db.findingFile.createMany({ data: files });
  await db.goodPractice.createMany({
    data: [...currentByKey(record, 'practice').values()].map(({ value }) => ({
      ...{ partyId: audit.partyId, auditId: audit.id, text: value.what, recordedById, recordedAt: options.now },
    })),
  });
  await recordActivities(
    db,
    found.map(([id, { value }]) => ({
      ...{ recordKind: 'finding', recordId: id, act: 'open', userId: options.userId },
      after: { grade: value.grade, question: value.question },
    })),
  );
  return found.length;
}

/** A recorded finding as database columns; its frequency is appended to the text in the team's own wording. */
function columnsOf(value: EntryValue<'finding'>) {
  return {
    ...{
      question: value.question,
      compliancePoint: (value.question === null ? null : pointOfQuestion(value.question)) ?? value.point,
      grade: value.grade,
      extent: value.extent,
    },
    ...{ rootCause: value.rootCause, lawReference: value.legalReference, codeReference: value.codeReference },
    text: value.howOften === '' ? value.what : `${value.what} (${value.howOften})`,
    lawUrl: value.legalUrl || null,
    peopleAffected: value.affected,
    isPeopleUnknown: value.affected === null,
    evidenceSeen: value.evidence,
    methods: value.methods.map((method) => methodOfVerification[method]),
    agreement: value.agreement === 'single' ? 'single-source' : value.agreement,
    isLegalContext: value.isLegalContext,
  };
}
