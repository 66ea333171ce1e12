import { criticalIncidentKinds, type IncidentKind } from './monitoring-lists';
import { criticalNoticeHours, type NoticeOf } from '~/lending/covenants/covenant-lists';

const hourMs = 3_600_000;

/** A covenant to notify, in force when the client learned of the incident. */
export type Notice = { covenantId: string; hours: number; of: NoticeOf };

/**
 * Within how many hours an incident must be reported to the lender: the shortest of the covenants that cover it; 48 hours at most for a critical one, with or
 * without a covenant. Null without a deadline.
 */
export function noticeOf(kind: IncidentKind, notices: readonly Notice[]): { hours: number; covenantId: string | null } | null {
  const isCritical = criticalIncidentKinds.includes(kind);
  const [shortest] = notices.filter((notice) => notice.of === 'any' || isCritical).sort((a, b) => a.hours - b.hours);
  if (isCritical && (!shortest || shortest.hours > criticalNoticeHours)) return { hours: criticalNoticeHours, covenantId: null };
  return shortest ? { hours: shortest.hours, covenantId: shortest.covenantId } : null;
}

export const deadlineOf = (learnedAt: Date, hours: number) => new Date(learnedAt.getTime() + hours * hourMs);

export type Clock =
  | { kind: 'none' }
  | { kind: 'in-time' }
  | { kind: 'late'; hours: number }
  | { kind: 'running'; hours: number }
  | { kind: 'over'; hours: number };

/**
 * Whether the incident was reported in time, or how long is left. The deadline itself is in time. Whole hours: begun late hours count, remaining ones are
 * full.
 */
export function clockOf({ deadlineAt, reportedAt }: { deadlineAt: Date | null; reportedAt: Date | null }, now: Date): Clock {
  if (deadlineAt === null) return { kind: 'none' };
  const past = (reportedAt ?? now).getTime() - deadlineAt.getTime();
  const hours = past > 0 ? Math.ceil(past / hourMs) : Math.floor(Math.abs(past) / hourMs);
  if (reportedAt) return past > 0 ? { kind: 'late', hours } : { kind: 'in-time' };
  return past > 0 ? { kind: 'over', hours } : { kind: 'running', hours };
}
