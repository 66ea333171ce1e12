import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { type Sql, sql } from '~/access/sql.server';
import type { InOrganization, TenantDb } from '~/access/tenant-db.server';
import { renewLink, withdrawRequest } from './change-request.server';
import { handOverLink } from './hand-over-link.server';
import { joined, requestConditions } from './list-requests.server';
import type { RequestFilter } from './request-filter';
import { quietHours } from './states';

/** Changes of many requests at once, and the most that one selection may have: reminders are mailed while the person waits. */
export const requestChanges = ['remind', 'withdraw'] as const;
export type RequestChange = (typeof requestChanges)[number];
export const mostRequests = { remind: 50, withdraw: 200 } as const satisfies Record<RequestChange, number>;

const rowSchema = z.object({ responseId: z.string(), name: z.string(), isPossible: z.boolean() });
export type SelectedRequest = z.infer<typeof rowSchema>;

/** Which requests a change is possible for: a reminder where the supplier has not responded, has an address and was not emailed in the past 24 hours. */
function isPossible(change: RequestChange, now: Date): Sql {
  if (change === 'withdraw') return sql`r."withdrawnAt" IS NULL AND r."viaResponseId" IS NULL AND r."status" <> 'submitted'`;
  const quietSince = new Date(now.getTime() - quietHours * 3_600_000);
  return sql`r."viaResponseId" IS NULL AND r."status" IN ('invited', 'opened', 'started') AND r."email" IS NOT NULL AND r."bouncedAt" IS NULL
    AND GREATEST(r."mailedAt", r."remindedAt") > ${quietSince} IS NOT TRUE`;
}

/** The requests of a selection, those due first on top, up to one more than may be changed. One query. */
export function selectRequests(
  db: TenantDb,
  { change, filter, now }: { change: RequestChange; filter: RequestFilter; now: Date },
): Promise<SelectedRequest[]> {
  return queryRows(
    db,
    rowSchema,
    sql`
    SELECT r."responseId", p."name", (${isPossible(change, now)}) AS "isPossible" FROM "QuestionnaireRequest" r
    JOIN "QuestionnaireResponse" a ON a."organizationId" = r."organizationId" AND a."id" = r."responseId"
    JOIN "Party" p ON p."organizationId" = a."organizationId" AND p."id" = a."partyId"
    ${joined}
    WHERE ${requestConditions(filter)}
    ORDER BY COALESCE(r."dueOn", 'infinity'::date), r."responseId" LIMIT ${mostRequests[change] + 1}::int`,
  );
}

export type Changed = { kind: 'done'; count: number; notMailed: number } | { kind: 'other-count' };

/**
 * Reminds or withdraws what is selected. Where another number is possible than the person confirmed, nothing changes. Withdrawals are one transaction;
 * reminders are mailed one by one, and `notMailed` counts letters that did not leave.
 */
export async function changeRequests(
  inOrganization: InOrganization,
  options: { change: RequestChange; filter: RequestFilter; confirmed: number; userId: string; asker: string; origin: string; now: Date },
): Promise<Changed> {
  const { change, filter, confirmed, userId, now } = options;
  const possible = async (db: TenantDb) => (await selectRequests(db, { change, filter, now })).filter((row) => row.isPossible);
  if (change === 'withdraw')
    return inOrganization(async (db) => {
      const rows = await possible(db);
      if (rows.length !== confirmed) return { kind: 'other-count' };
      let count = 0;
      for (const { responseId } of rows) if (await withdrawRequest(db, { responseId, userId, now })) count += 1;
      return { kind: 'done', count, notMailed: 0 };
    });
  const rows = await inOrganization(possible);
  if (rows.length !== confirmed) return { kind: 'other-count' };
  const done = { kind: 'done' as const, count: 0, notMailed: 0 };
  for (const { responseId } of rows) {
    const made = await inOrganization((db) => renewLink(db, { responseId, userId, now }));
    if (!made) continue;
    const { mailed } = await handOverLink(inOrganization, { ...made, responseId }, { ...options, occasion: 'reminder' });
    if (mailed === 'mailed') done.count += 1;
    else done.notMailed += 1;
  }
  return done;
}
