import { type Sql, sql } from '~/access/sql.server';

/** The `NoticeState` of an incident, given as its alias in the query, at a moment. The deadline itself is in time. */
export const noticeOf = (incident: Sql, now: Date): Sql => sql`CASE
  WHEN ${incident}."deadlineAt" IS NULL THEN 'none'
  WHEN ${incident}."reportedAt" <= ${incident}."deadlineAt" THEN 'in-time'
  WHEN ${incident}."reportedAt" IS NOT NULL THEN 'late'
  WHEN ${incident}."deadlineAt" < ${now} THEN 'over' ELSE 'running' END`;
