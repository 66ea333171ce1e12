import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { isOpenContradiction, type StatedHit } from '~/audits/consistency/check-consistency';
import { readContradictions } from '~/audits/consistency/read-contradictions.server';
import { checkRecord, type Obstacles } from '~/audits/entries/check-record.server';
import { type FoundAudit, lockAudit } from '~/audits/planning/find-audit.server';
import { isInterviewCount } from '~/questionnaires/responses/interview-counts';

export type ConcludeRefusal = 'not-recording' | 'not-on-team' | 'obstacles' | 'interest' | 'contradictions';
export type Concluded =
  | { kind: 'concluded' }
  | { kind: 'refused'; code: ConcludeRefusal; obstacles?: Obstacles; contradictions?: StatedHit[] };

/**
 * Concludes an audit and passes it to a second person for approval. Devices can send no more entries. Refused while there is a conflict, a *not compliant*
 * without a finding, a *compliant* on forced labour without a worker interview, a missing declaration of interest, an accepted answer whose source has changed,
 * or a contradiction that is neither resolved nor explained. `marksRest`: unanswered questions become
 * *not assessed*. `limits`: limitations, for the report.
 */
export async function concludeAudit(
  db: TenantDb,
  audit: FoundAudit,
  options: { userId: string; limits: string; marksRest: boolean; now: Date },
): Promise<Concluded> {
  await lockAudit(db, audit.id);
  const { status } = await db.audit.findFirstOrThrow({ where: { id: audit.id }, select: { status: true } });
  if (status !== 'on-site') return { kind: 'refused', code: 'not-recording' };
  const own = audit.members.find(({ userId }) => userId === options.userId);
  if (!own || (own.part !== 'lead' && own.part !== 'assessor')) return { kind: 'refused', code: 'not-on-team' };
  if (own.declaration === 'interest') return { kind: 'refused', code: 'interest' };
  const checked = await checkRecord(db, audit, { isForTeam: true });
  const { obstacles, answers, open } = checked;
  if (blocks(obstacles, options.marksRest)) return { kind: 'refused', code: 'obstacles', obstacles };

  const { limits, marksRest } = options;
  const contradictions = (await readContradictions(db, audit, checked, { isForTeam: true, limits, marksRest })).filter(isOpenContradiction);
  if (contradictions.length > 0) return { kind: 'refused', code: 'contradictions', contradictions };
  const ids = [...answers.keys()];
  await db.answer.deleteMany({ where: { responseId: { in: ids } } });
  await db.answer.createMany({
    data: ids.flatMap((responseId) => [
      // Interviewees appear only in the report, which suppresses small groups; assessments are shown, exported and shared unchanged.
      ...[...(answers.get(responseId) ?? [])]
        .filter(([question]) => !isInterviewCount(question))
        .map(([question, { value, note }]) => ({ ...said(responseId, question, options), value, note })),
      ...(open.get(responseId) ?? []).map(({ question, value }) => ({ ...said(responseId, question, options), value, note: '' })),
    ]),
  });
  await db.audit.updateMany({
    where: { id: audit.id },
    data: {
      status: 'in-review',
      limits: options.limits.trim(),
      concludedById: options.userId,
      concludedAt: options.now,
      returnedReason: null,
    },
  });
  await recordActivity(db, {
    recordKind: 'audit',
    recordId: audit.id,
    act: 'conclude-audit',
    userId: options.userId,
    before: { status },
    after: { status: 'in-review' },
  });
  return { kind: 'concluded' };
}

const said = (responseId: string, question: string, { userId, now }: { userId: string; now: Date }) => ({
  ...{ responseId, question, answeredById: userId, answeredAt: now },
});

/** Whether something prevents conclusion. Another member's declared conflict of interest does not: it is printed. */
export function blocks(obstacles: Obstacles, marksRest: boolean): boolean {
  const { conflicts, withoutFinding, withoutWorkers, withoutEvidence, undeclared, unanswered, noClosing, notRevisited, outdated } =
    obstacles;
  return (
    conflicts + withoutFinding.length + withoutWorkers.length + withoutEvidence.length + undeclared > 0 ||
    noClosing ||
    notRevisited.length > 0 ||
    outdated.length > 0 ||
    (unanswered.length > 0 && !marksRest)
  );
}
