import type { TenantDb } from '~/access/tenant-db.server';
import { isOpenContradiction } from '~/audits/consistency/check-consistency';
import { readContradictions } from '~/audits/consistency/read-contradictions.server';
import { checkRecord } from '~/audits/entries/check-record.server';
import { isStopping } from '~/audits/gate/check-gate';
import type { GatePointId } from '~/audits/gate/points';
import { readGateProgress } from '~/audits/gate/read-gate.server';
import { type AuditCaller, findAudit } from '~/audits/planning/find-audit.server';
import { readLeft } from '~/audits/proposals/read-left.server';

/**
 * How far the record of an audit has come, and what still stops its conclusion: by the functions of the conclusion page, so that both show the same figures. For
 * its team alone; null for others. Many queries, however much is recorded: for one audit.
 */
export async function readVisitProgress(db: TenantDb, caller: AuditCaller & { auditId: string }) {
  const audit = await findAudit(db, caller);
  if (!audit?.members.some(({ userId }) => userId === caller.userId)) return null;
  const checked = await checkRecord(db, audit, { isForTeam: true });
  const { stops, figures } = await readGateProgress(db, audit, checked);
  const contradictions = (await readContradictions(db, audit, checked, { isForTeam: true })).filter(isOpenContradiction).length;
  const { conflicts, withoutFinding, withoutWorkers, withoutEvidence, notRevisited, outdated, noClosing } = checked.obstacles;
  const stopping = stops.filter(isStopping);
  const isOpen = (point: GatePointId, subject = point as string) => stopping.some((stop) => stop.point === point && stop.key === subject);
  return {
    left: await readLeft(db, audit, checked),
    figures,
    /** Whether each of them is enough, or accepted by a second person. */
    isEnough: {
      questions: !isOpen('unanswered'),
      interviews: !isOpen('interviews'),
      hours: !isOpen('samples', 'samples:hours'),
      wages: !isOpen('samples', 'samples:wage'),
      signature: !isOpen('signature'),
    },
    hasClosing: !noClosing,
    stops: stopping.length,
    contradictions,
    /** Entries that the conclusion page lists as to be completed or decided. */
    entries:
      conflicts + [withoutFinding, withoutWorkers, withoutEvidence, notRevisited, outdated].reduce((sum, { length }) => sum + length, 0),
  };
}
export type VisitProgress = NonNullable<Awaited<ReturnType<typeof readVisitProgress>>>;
