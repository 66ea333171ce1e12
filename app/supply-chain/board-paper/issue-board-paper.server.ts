import { z } from 'zod';
import type { Member } from '~/access/require-member.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { readContent } from '~/documents/frozen-documents/document-kinds';
import { freezeDocument } from '~/documents/frozen-documents/freeze-document.server';
import { signaturesOf, signReport } from '~/documents/signing/sign-report.server';
import { noticesOf } from '~/documents/verification/notices-of.server';
import { reportHash } from '~/documents/verification/report-hash.server';
import { m } from '~/paraglide/messages';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { boardPaperDocument } from './document';
import { type PaperReader, readBoardPaper } from './read-board-paper.server';
import { renderBoardPaperApart } from './render-apart.server';
import { type Decision, decisionSchema, mostDecisions } from './schema';

const draftSchema = z.array(decisionSchema).max(mostDecisions);

/** The decisions of the next paper as they were last saved. */
export async function readDraft(db: TenantDb): Promise<Decision[]> {
  const draft = await db.boardPaperDraft.findFirst({ select: { decisions: true } });
  return draft === null ? [] : draftSchema.parse(draft.decisions);
}

/** Saves the decisions of the next paper; there is one draft for the whole organization. */
export async function saveDraft(
  db: TenantDb,
  decisions: readonly Decision[],
  { organizationId, userId, now }: { organizationId: string; userId: string; now: Date },
): Promise<void> {
  const draft = { decisions: draftSchema.parse(decisions), editedById: userId, editedAt: now };
  await db.boardPaperDraft.upsert({ where: { organizationId }, create: draft, update: draft });
}

/** Issues a paper of what is recorded now with these decisions: a version that never changes and supersedes the one before. Its draft is gone afterwards. */
export async function issueBoardPaper(
  db: TenantDb,
  member: PaperReader,
  { now, decisions }: { now: Date; decisions: readonly Decision[] },
): Promise<{ documentId: string; hash: string }> {
  const paper = await readBoardPaper(db, member, { now, decisions });
  const content = { ...paper, hash: reportHash(paper) };
  const { documentId, hash } = await freezeDocument(db, boardPaperDocument, {
    ...{ subjectId: null, locale: paper.locale, content, issuedById: member.user.id, issuedAt: now },
  });
  await db.boardPaperDraft.deleteMany({});
  const record = { recordKind: 'organization' as const, recordId: member.organization.id };
  await recordActivity(db, { ...record, act: 'issue-board-paper', userId: member.user.id, after: { hash } });
  return { documentId, hash };
}

/** The issued papers, the newest first, at most fifty, each with its signing time and latest notice. Three queries. */
export async function listBoardPapers(db: TenantDb) {
  const papers = await db.frozenDocument.findMany({
    ...{ where: { kind: 'board-paper' }, orderBy: { version: 'desc' }, take: 50 },
    select: { id: true, hash: true, locale: true, issuedAt: true },
  });
  const ids = papers.map(({ id }) => id);
  const [signed, notices] = [await signaturesOf(db, ids), await noticesOf(db, ids)];
  return papers.map(({ id, hash, locale, issuedAt }) => ({
    ...{ id, hash, locale: locale ?? '', preparedAt: issuedAt },
    ...{ signedAt: signed.get(id) ?? null, notice: notices.get(id) ?? null },
  }));
}

/** An issued paper with the name of its files; null where there is none of this id. */
export async function findBoardPaper(db: TenantDb, documentId: string) {
  if (!z.guid().safeParse(documentId).success) return null;
  const found = await db.frozenDocument.findFirst({
    where: { id: documentId, kind: 'board-paper' },
    select: { id: true, schemaVersion: true, content: true },
  });
  if (!found) return null;
  const paper = readContent(boardPaperDocument, found);
  return { documentId: found.id, paper, name: `board-paper-${paper.asOf}-${paper.locale}` };
}

/** Signs an issued paper with the organization's key, as other reports are signed. Null where there is no such paper. */
export async function signBoardPaper(member: Member, { documentId, now }: { documentId: string; now: Date }) {
  const found = await member.inOrganization((db) => findBoardPaper(db, documentId));
  if (!found) return null;
  const { paper, name } = found;
  return signReport(
    member.inOrganization,
    {
      ...{
        documentId: found.documentId,
        reportHash: paper.hash,
        fileName: `${name}.pdf`,
        reason: m.signing_reason({}, { locale: paper.locale }),
      },
      render: (field) => renderBoardPaperApart(paper, field),
    },
    { organizationId: member.organization.id, organizationName: member.organization.name, userId: member.user.id, now },
  );
}
