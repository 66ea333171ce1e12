import type { Member } from '~/access/require-member.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { findOwnReport, type OwnReport } from '~/risk/supplier-report/find-own-report.server';
import type { NoticeReason } from '~/documents/verification/issued-report';

export type Note = { kind: 'withdrawn'; reason: NoticeReason } | { kind: 'corrected'; reason: NoticeReason; correctedBy: string };
export type Noted =
  | { kind: 'noted'; report: OwnReport }
  | { kind: 'refused'; code: 'unknown' | 'not-allowed' | 'noted-already' | 'not-newer' };

/**
 * Records that a report is withdrawn, or corrected by a newer one on the same subject. Report, files and signatures stay unchanged; a notice is never removed,
 * because readers may have acted on it. Of two concurrent notices, one is refused.
 */
export async function noteReport(
  db: TenantDb,
  member: Member,
  { hash, note, now }: { hash: string; note: Note; now: Date },
): Promise<Noted> {
  const report = await findOwnReport(db, member, hash);
  if (!report) return { kind: 'refused', code: 'unknown' };
  if (!report.mayNote) return { kind: 'refused', code: 'not-allowed' };
  const correctedBy = note.kind === 'corrected' ? note.correctedBy : null;
  const correction = report.newer.find((each) => each.hash === correctedBy);
  if (correctedBy !== null && !correction) return { kind: 'refused', code: 'not-newer' };
  const { kind, reason } = note;
  const { documentId, kind: documentKind } = report;
  const { count } = await db.documentWithdrawal.createMany({
    data: [
      {
        ...{ documentId, documentKind, kind, reason, correctedById: correction?.documentId ?? null },
        ...{ withdrawnById: member.user.id, withdrawnAt: now },
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0) return { kind: 'refused', code: 'noted-already' };
  await recordActivity(db, {
    ...{ ...report.record, userId: member.user.id, act: kind === 'withdrawn' ? 'withdraw-report' : 'correct-report' },
    after: { hash, reason, ...(correctedBy === null ? {} : { correctedBy }) },
  });
  return { kind: 'noted', report };
}
