import { restrictedBy, restrictedPoints, restrictedQuestions, zeroToleranceTable } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { readConsistencyContext } from '~/audits/consistency/read-context.server';
import type { FoundAudit } from '~/audits/planning/find-audit.server';
import type { PackConsistency } from './record-on-device';

/** What a device needs to find contradictions, and what it leaves out of them: the same as the server redacts. */
export async function packConsistency(db: TenantDb, audit: FoundAudit, asked: readonly string[]): Promise<PackConsistency> {
  return {
    context: await readConsistencyContext(db, audit),
    withheld: {
      questions: asked.filter((key) => restrictedQuestions().has(key)),
      points: [...restrictedPoints()],
      wholes: zeroToleranceTable().wholes.map(({ question, answer }) => ({
        ...{ question, answer },
        questions: [...restrictedBy([[question, answer]])],
      })),
    },
  };
}
