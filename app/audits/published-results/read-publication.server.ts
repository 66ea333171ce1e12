import { readerText } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { drawnNow, type ReportAsked } from '~/audits/report/prepare-audit-report.server';
import { isZeroToleranceQuestion } from '~/findings/findings/compliance-points.server';
import { instrument } from '~/questionnaires/templates/instrument-at.server';
import { replyKinds } from '~/findings/right-of-reply/reply-states';
import { reportHash } from '~/documents/verification/report-hash.server';
import { type Arranged, arrangeResult, type FindingBehind } from './arrange-result';
import { type PublicResult, publicResultSchema } from './schema';

export type PublicationAsked = ReportAsked & { isDemonstration: boolean };
/** `seen`: a digest of the result with every reply in it, so that what was looked at is what is published. */
export type Publication = Arranged & { seen: string };
const isoDay = (date: Date) => date.toISOString().slice(0, 10);
const day = (date: Date | null) => (date === null ? null : isoDay(date));

/** The result of an audit as it would be published now, and its obstacles; null when this caller may not see the audit. */
export async function readPublication(db: TenantDb, asked: PublicationAsked): Promise<Publication | null> {
  const report = await drawnNow(db, asked);
  if (!report) return null;
  const checklist = instrument(report.audit.checklist.key);
  const texts = new Map(
    checklist.sections.flatMap(({ questions }) => questions.map(({ key, text }) => [key, readerText(text.en, 'en')] as const)),
  );
  const arranged = arrangeResult({
    ...{ report, isDemonstration: asked.isDemonstration, findings: await readBehind(db, asked.auditId) },
    wording: (question) => (isZeroToleranceQuestion(question) ? null : (texts.get(question) ?? null)),
    today: asked.now.toISOString().slice(0, 10),
  });
  return { ...arranged, seen: arranged.result ? digestOf(arranged.result) : '' };
}

export const digestOf = (result: PublicResult): string => reportHash(publicResultSchema.parse(result));

/** Two queries. */
async function readBehind(db: TenantDb, auditId: string): Promise<FindingBehind[]> {
  const rows = await db.finding.findMany({
    where: { auditId, question: { not: null } },
    orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
    select: {
      ...{ question: true, withdrawnAt: true, verifiedAt: true, status: true },
      replies: {
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        select: { dueOn: true, repliedOn: true, kind: true, text: true },
      },
    },
  });
  return rows.map(({ question, withdrawnAt, verifiedAt, status, replies }) => ({
    question: question ?? '',
    isWithdrawn: withdrawnAt !== null,
    settledOn: status === 'verified' ? day(verifiedAt) : null,
    replies: replies.map(({ dueOn, repliedOn, kind, text }) => ({
      ...{ dueOn: isoDay(dueOn), repliedOn: day(repliedOn), kind: replyKinds.find((each) => each === kind) ?? null, text },
    })),
  }));
}
