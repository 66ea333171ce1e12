import { forOrganization } from '~/access/tenant-db.server';
import { sweepFiles } from '~/questionnaires/evidence/sweep-files.server';
import { organizationIds } from './organization-ids';

/** When the queue puts the files in order: every hour. */
export const sweepFilesCrontab = '23 * * * * sweep-files ?jobKey=sweep-files&jobKeyMode=replace';

/** Puts the files of every organization in order. One that fails does not stop the others; the first failure is thrown at the end. */
export async function sweepAllFiles(options: { ownerUrl: string; now: Date }): Promise<void> {
  const failures: unknown[] = [];
  for await (const organizationId of organizationIds(options.ownerUrl)) {
    try {
      await sweepFiles(forOrganization({ organizationId }), { organizationId, now: options.now });
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}
