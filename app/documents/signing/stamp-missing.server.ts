import { condition, query, readRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { InOrganization } from '~/access/tenant-db.server';
import { addTimestamp } from './signature-additions.server';
import { hasTimestampService } from './timestamp.server';

/** For how many days a signature without a time stamp is tried again: those of before a service was configured stay as they are. */
const days = 30;
/** How often the service may fail in a night before the rest waits for the next one. */
const mostFailures = 3;

/** How many time stamps the service is still asked for in this night, and how often it failed. Shared by all organizations. */
export type StampBudget = { left: number; failures: number };
export const stampsOfNight = (): StampBudget => ({ left: 200, failures: 0 });

/**
 * Asks again for the time stamps that a service did not give when documents of an organization were signed, newest first. Each signature is stamped at most
 * once, however often this runs. Answers how many were stamped. One query where none is missing.
 */
export async function stampMissing(
  inOrganization: InOrganization,
  { organizationId, budget, now }: { organizationId: string; budget: StampBudget; now: Date },
): Promise<number> {
  if (!hasTimestampService() || isSpent(budget)) return 0;
  const missing = await inOrganization((db) =>
    readRows(
      db,
      query
        .selectFrom('DocumentSignature as s')
        .leftJoinLateral(
          (last) =>
            last
              .selectFrom('SignatureAddition as a')
              .select(['a.kind', 'a.addedAt'])
              .whereRef('a.organizationId', '=', 's.organizationId')
              .whereRef('a.documentId', '=', 's.documentId')
              .whereRef('a.form', '=', 's.form')
              .orderBy('a.number', 'desc')
              .limit(1)
              .as('last'),
          (join) => join.onTrue(),
        )
        .select(['s.documentId', 's.form'])
        .where(condition(sql`"last"."kind" IS DISTINCT FROM 'time-stamp'`))
        .where(condition(sql`GREATEST("s"."signedAt", "last"."addedAt") >= ${new Date(now.getTime() - days * 86_400_000)}`))
        .orderBy('s.signedAt', 'desc')
        .orderBy('s.documentId')
        .orderBy('s.form')
        .limit(budget.left),
    ),
  );
  let stamped = 0;
  for (const { documentId, form } of missing) {
    if (isSpent(budget)) break;
    budget.left -= 1;
    const outcome = await addTimestamp(inOrganization, { documentId, form, organizationId, now });
    if (outcome === 'failed') budget.failures += 1;
    if (outcome === 'stamped') stamped += 1;
  }
  return stamped;
}

const isSpent = ({ left, failures }: StampBudget): boolean => left <= 0 || failures >= mostFailures;
