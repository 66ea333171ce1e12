import { type Sql, sql } from '~/access/sql.server';

/** Whether the covenant, given as its alias in the query, is waived on a day. */
export const isWaived = (covenant: Sql, today: string): Sql => sql`EXISTS (
  SELECT 1 FROM "Approval" w WHERE w."organizationId" = ${covenant}."organizationId" AND w."covenantId" = ${covenant}."id"
    AND w."kind" = 'covenant-waiver' AND w."state" = 'approved'
    AND ${today}::date BETWEEN (w."decidedAt" AT TIME ZONE 'UTC')::date AND (w."payload" ->> 'untilOn')::date)`;
