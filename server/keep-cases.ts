import pg from 'pg';
import { forOrganization } from '~/access/tenant-db.server';
import { keepCases } from '~/safeguarding/sensitive-cases/keep-cases.server';
import { mailPeople } from '~/safeguarding/sensitive-cases/mail-people.server';

/** When the queue looks at terms: every quarter of an hour, whether there is anything or not. */
export const keepCasesCrontab = '*/15 * * * * keep-terms ?jobKey=keep-terms&jobKeyMode=replace';

/**
 * Runs the due work on sensitive cases as each assigned person, so that the queue sees only what that person sees. At most one letter per person and round. A
 * failure does not stop the others, and is reported without naming the person.
 */
export async function keepAllCases(options: { ownerUrl: string; now: Date }): Promise<{ mailed: number; erased: number }> {
  const client = new pg.Client({ connectionString: options.ownerUrl });
  await client.connect();
  const people = await client
    .query<{ organizationId: string; userId: string }>('SELECT "organizationId", "userId" FROM people_of_cases()')
    .then(({ rows }) => rows)
    .finally(() => client.end());
  const counts = { mailed: 0, erased: 0 };
  const written = new Set<string>();
  let failed = 0;
  for (const caller of people) {
    try {
      const { readers, erased } = await keepCases(forOrganization(caller), { now: options.now });
      counts.erased += erased;
      const fresh = readers.filter(({ userId }) => !written.has(userId));
      for (const { userId } of fresh) written.add(userId);
      counts.mailed += await mailPeople(fresh);
    } catch {
      failed += 1;
    }
  }
  if (failed > 0) throw new Error('Some terms could not be looked at.');
  return counts;
}
