import { type MetPlan, requirePlanDevice } from './plan-links.server';
import { forOrganization, forGuest, type InOrganization } from './tenant-db.server';

export type PlanClient = {
  plan: MetPlan;
  accessId: string;
  /** Everything the client reads: the database shows it this one version, and of comments its own. */
  read: InOrganization;
  /** In the lender's organization, where comments are stored. Only `esap` writes with it. */
  write: InOrganization;
};

/**
 * The device that a link to a version of an action plan opened. 404 where this device was never let in, as for a version that is unknown; 410 when it was
 * locked out or has expired.
 */
export async function requirePlanClient(request: Request, params: { versionId?: string | undefined }): Promise<PlanClient> {
  const { plan, accessId } = await requirePlanDevice(request, params.versionId);
  const organizationId = plan.lender.id;
  return {
    plan,
    accessId,
    read: forGuest({ organizationId, purpose: 'esap', subjectId: plan.versionId }),
    write: forOrganization({ organizationId }),
  };
}
