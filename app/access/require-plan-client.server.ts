import { z } from 'zod';
import { parseCookie } from './cookies.server';
import { findPlanAccess, type MetPlan, planCookieOf } from './plan-links.server';
import { forOrganization, forPlanClient, type InOrganization } from './tenant-db.server';

const touchAfterMs = 10 * 60_000;

export type PlanClient = {
  plan: MetPlan;
  accessId: string;
  /** Everything the client reads: the database shows it this one version, and of comments its own. */
  read: InOrganization;
  /** In the lender's organization: what is said is kept there. Only `esap` writes by it. */
  write: InOrganization;
};

/**
 * The device that a link to a version of an action plan opened. 404 where this device was never let in, as for a version that is unknown; 410 when it was
 * locked out or has expired.
 */
export async function requirePlanClient(request: Request, params: { versionId?: string | undefined }): Promise<PlanClient> {
  const versionId = z.uuid().safeParse(params.versionId).data;
  const token = versionId ? parseCookie(request, planCookieOf(versionId)) : null;
  const device = token === null ? null : await findPlanAccess(token, 'device');
  if (!device || device.versionId !== versionId) throw new Response(null, { status: 404, statusText: 'Not Found' });
  const now = new Date();
  if (device.revokedAt || device.expiresAt <= now) throw new Response(null, { status: 410, statusText: 'Gone' });
  const organizationId = device.plan.lender.id;
  const write = forOrganization({ organizationId });
  if (now.getTime() - (device.lastSeenAt?.getTime() ?? 0) > touchAfterMs)
    await write((db) => db.esapAccess.updateMany({ where: { id: device.id }, data: { lastSeenAt: now } }));
  return { plan: device.plan, accessId: device.id, read: forPlanClient({ organizationId, versionId: device.versionId }), write };
}
