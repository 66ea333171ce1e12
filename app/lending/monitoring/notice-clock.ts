import { graveKinds, type IncidentKind } from './monitoring-lists';
import { graveHours, type NoticeOf } from '~/lending/covenants/covenant-lists';

const hourMs = 3_600_000;

/** A covenant to notify, in force when the client learned of the incident. */
export type Notice = { covenantId: string; hours: number; of: NoticeOf };

/**
 * Within how many hours the lender is to hear of an incident: the shortest of the covenants that speak of it; of a grave one 48 hours at the most,
 * covenant or not. Null where nothing says.
 */
export function noticeOf(kind: IncidentKind, notices: readonly Notice[]): { hours: number; covenantId: string | null } | null {
  const isGrave = graveKinds.includes(kind);
  const [shortest] = notices.filter((notice) => notice.of === 'any' || isGrave).sort((a, b) => a.hours - b.hours);
  if (isGrave && (!shortest || shortest.hours > graveHours)) return { hours: graveHours, covenantId: null };
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
 * Whether the lender was told in time, or how long is left. At the very deadline it is in time. Hours are whole: late ones begun count, those left are
 * full ones.
 */
export function clockOf({ deadlineAt, toldAt }: { deadlineAt: Date | null; toldAt: Date | null }, now: Date): Clock {
  if (deadlineAt === null) return { kind: 'none' };
  const past = (toldAt ?? now).getTime() - deadlineAt.getTime();
  const hours = past > 0 ? Math.ceil(past / hourMs) : Math.floor(Math.abs(past) / hourMs);
  if (toldAt) return past > 0 ? { kind: 'late', hours } : { kind: 'in-time' };
  return past > 0 ? { kind: 'over', hours } : { kind: 'running', hours };
}
