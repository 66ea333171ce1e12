import { type Sql, sql } from '~/access/sql.server';

/**
 * Requests of which the supplier can be reminded, on alias `r` of QuestionnaireRequest: made by this organization itself, past their due date on the day `today`,
 * not answered, and sent to an address that did not bounce. What the queue counts and what the list shows.
 */
export const isOverdueRequest = (today: Sql): Sql => sql`(r."viaResponseId" IS NULL AND r."takenBackAt" IS NULL
  AND r."status" IN ('invited', 'opened', 'started') AND r."dueOn" < ${today})`;
