import type { TenantDb } from '~/access/tenant-db.server';
import type { FoundAudit } from '~/audits/planning/find-audit.server';
import { planAction } from '~/findings/corrective-actions/plan-action.server';
import { recordReply, sendForComment } from '~/findings/right-of-reply/reply-to-finding.server';
import { newestPlan } from '~/audits/closing-plan/plan';
import { readSignedPlans } from '~/audits/entries/read-signed-plans.server';

/**
 * Opens the corrective actions of the newest signed plan on the findings that approval opened, with the day that the plan says. An action the site disagreed
 * with is planned and not agreed. A remark of the site is its reply to the finding. Returns how many. A few statements an action.
 */
export async function seedPlannedActions(db: TenantDb, audit: FoundAudit, { userId, now }: { userId: string; now: Date }): Promise<number> {
  const signed = newestPlan(await readSignedPlans(db, audit));
  if (!signed) return 0;
  const { rows, agreedOn } = signed.plan;
  const opened = await db.finding.findMany({
    where: { auditId: audit.id, withdrawnAt: null, id: { in: rows.map(({ finding }) => finding) } },
    select: { id: true, rootCause: true },
  });
  const causes = new Map(opened.map(({ id, rootCause }) => [id, rootCause]));
  let planned = 0;
  for (const { finding, kind, action, responsible, timescale, verification, dueOn, site, remark } of rows) {
    const rootCause = causes.get(finding);
    if (rootCause === undefined) continue;
    const agreed = site === 'agrees' ? { agreedBy: signed.site.by, agreedOn } : { agreedBy: '', agreedOn: null };
    await planAction(db, {
      ...{ findingId: finding, userId, now, dueOn },
      fields: {
        ...{ kind, action, rootCause, owner: responsible, ownerMemberId: null, timescale, verification },
        ...{ ...agreed, amountMinor: null, currency: null, people: null },
      },
    });
    if (remark.trim() !== '') {
      await sendForComment(db, { findingId: finding, sentOn: agreedOn, userId });
      await recordReply(db, {
        ...{ findingId: finding, kind: site === 'disagrees' ? 'dispute' : 'comment', text: remark, userId },
        ...{ repliedBy: signed.site.by, repliedOn: agreedOn },
      });
    }
    planned += 1;
  }
  return planned;
}
