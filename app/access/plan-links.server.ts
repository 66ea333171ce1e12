import { guestLinks, openDevice } from './guest-access/guest-links.server';
import { type OneAccess, whyOver } from './guest-access/single-use-links.server';
import type { TenantDb } from './tenant-db.server';

/** A version of an action plan, as its reader meets it before anything is opened. */
export type MetPlan = {
  versionId: string;
  dealId: string;
  number: number;
  project: string;
  lender: { id: string; name: string };
  locale: string;
};
export type PlanLinkOver = 'used' | 'expired' | 'revoked';
export type FoundPlanLink =
  | { kind: 'unknown' }
  | { kind: 'over'; why: PlanLinkOver; plan: MetPlan }
  | { kind: 'open'; accessId: string; plan: MetPlan };

const include = {
  version: { select: { id: true, version: true, deal: { select: { id: true, projectName: true } } } },
} as const;

const readPlan = async (db: TenantDb, where: OneAccess) => {
  const access = await db.guestAccess.findFirst({ where, include });
  if (!access?.version?.deal || access.locale === null) return null;
  const { id, version: number, deal } = access.version;
  return { ...access, version: { id, number, deal }, locale: access.locale };
};

/** Access to a version of an action plan. */
export const planLinks = guestLinks('esap', { readLink: readPlan, readDevice: readPlan });

/** A link good once within 60 days; those of the version that were not used end. The token is returned here and stored only as its hash. */
export async function createPlanLink(
  db: TenantDb,
  options: { versionId: string; locale: string; email: string | null; createdById: string; now: Date },
): Promise<{ token: string; expiresAt: Date }> {
  const { versionId: subjectId, ...rest } = options;
  await planLinks.endUnused(db, { subjectId, now: rest.now });
  return planLinks.createLink(db, { subjectId, ...rest });
}

/** The version behind the token of a link, without using it. */
export async function findPlanLink(token: string): Promise<FoundPlanLink> {
  const found = await planLinks.findLink(token);
  if (!found) return { kind: 'unknown' };
  const plan = planOf(found.link, found.maker);
  // A lender that locked its client out says so also of a link that was used before.
  const why = found.link.revokedAt ? 'revoked' : whyOver(found.link);
  return why ? { kind: 'over', why, plan } : { kind: 'open', accessId: found.link.id, plan };
}

type AccessRow = {
  locale: string;
  version: { id: string; number: number; deal: { id: string; projectName: string } };
};
function planOf({ locale, version }: AccessRow, { id, name }: MetPlan['lender']): MetPlan {
  const { id: versionId, number, deal } = version;
  return { versionId, dealId: deal.id, number, project: deal.projectName, lender: { id, name }, locale };
}

/** Uses a link up and opens this device; null when the link is over or unknown. Of two at once only one succeeds. Answers the Set-Cookie header. */
export async function openPlan(token: string, request: Request): Promise<{ versionId: string; setCookie: string } | null> {
  const found = await planLinks.findLink(token);
  if (!found) return null;
  const { locale, version } = found.link;
  const versionId = version.id;
  const setCookie = await planLinks.open({ ...found, subjectId: versionId }, request, { locale });
  return setCookie === null ? null : { versionId, setCookie };
}

/** The device that was let in to a version, by the request's cookie; throws where there is none (404) or it is over (410). */
export async function requirePlanDevice(request: Request, versionId: string | undefined): Promise<{ accessId: string; plan: MetPlan }> {
  const { device, maker } = openDevice(await planLinks.findDevice(request, versionId));
  return { accessId: device.id, plan: planOf(device, maker) };
}
