import type { TenantDb } from '~/access/tenant-db.server';
import { readConflicts } from '~/audits/independence/decisions.server';
import { conflictFacts } from '~/audits/independence/labels';
import { subjectOfAudit } from '~/audits/independence/open-ties.server';
import type { FoundAudit } from '~/audits/planning/find-audit.server';
import type { AuditReportInput } from '~/audits/report/audit-report/model.server';

/** Who commissioned the audit, with the conflicts of interest that its team and facts have now; empty without one. */
export async function readCommission(
  db: TenantDb,
  audit: FoundAudit,
  { startsOn, buyer, locale }: { startsOn: string; buyer: string | null; locale: AuditReportInput['locale'] },
): Promise<Pick<AuditReportInput, 'commission'>> {
  const subject = buyer === null ? null : await subjectOfAudit(db, audit, { startsOn, team: audit.members });
  if (subject === null || buyer === null) return {};
  const conflicts = await readConflicts(db, subject);
  return {
    commission: {
      buyer,
      conflicts: conflicts.map((conflict) => ({
        ...{ code: conflict.code, facts: conflictFacts(conflict, { locale }), reason: conflict.reason },
        ...{ isAccepted: conflict.state === 'accepted', proposedBy: conflict.proposedBy, decidedBy: conflict.decidedBy },
        decidedOn: conflict.decidedAt?.toISOString().slice(0, 10) ?? null,
      })),
    },
  };
}
