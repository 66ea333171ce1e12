import { type Sql, sql } from '~/access/sql.server';
import { methodGeneration } from './method-generation';

/** The newest score of the party of a row before a moment. */
export const scoreBefore = (row: Sql, moment: Sql): Sql => sql`
  LATERAL (
    SELECT o.* FROM "Score" o WHERE o."organizationId" = ${row}."organizationId" AND o."partyId" = ${row}."partyId" AND o."createdAt" < ${moment}
    ORDER BY o."createdAt" DESC, o."id" DESC LIMIT 1)`;

/** Whether a score has a band of today's method: those of an earlier one are on another scale. */
export const hasBand = (score: Sql): Sql =>
  sql`split_part(${score}."engineVersion", '.', 1)::int = ${methodGeneration}::int AND ${score}."result" ->> 'band' IS NOT NULL`;
