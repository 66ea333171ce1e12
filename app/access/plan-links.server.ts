import { openDevice, singleUseLinks, whyOver } from './single-use-links.server';
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
  version: { select: { number: true, dealId: true, deal: { select: { projectName: true } } } },
} as const;

/** A plan is read until it is agreed and after: the device that a link opens stays open for a year. */
export const planLinks = singleUseLinks({
  keys: { link: { table: 'EsapAccessKey', column: 'accessId' }, device: { table: 'EsapAccessKey', column: 'accessId' } },
  tables: (db) => ({ link: db.esapAccess, device: db.esapAccess }),
  readLink: (db, id) => db.esapAccess.findFirst({ where: { id, kind: 'link' }, include }),
  readDevice: (db, { id, subjectId }) => db.esapAccess.findFirst({ where: { id, kind: 'device', versionId: subjectId }, include }),
  cookie: { prefix: 'manumit_plan', path: '/guest/esap' },
  deviceDays: 365,
});

/** A link good once within 60 days; those of the version that nobody used end. The token is answered here and kept only as its hash. */
export async function createPlanLink(
  db: TenantDb,
  options: { versionId: string; locale: string; email: string | null; createdById: string; now: Date },
): Promise<{ token: string; expiresAt: Date }> {
  const { now, ...row } = options;
  await db.esapAccess.updateMany({
    where: { versionId: row.versionId, kind: 'link', usedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
  return planLinks.keepLink(db, now, (good) =>
    db.esapAccess.create({ data: { ...row, kind: 'link', ...good }, select: { id: true, organizationId: true } }),
  );
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
  versionId: string;
  locale: string;
  version: { number: number; dealId: string; deal: { projectName: string } };
};
function planOf({ versionId, locale, version }: AccessRow, { id, name }: MetPlan['lender']): MetPlan {
  const { number, dealId, deal } = version;
  return { versionId, dealId, number, project: deal.projectName, lender: { id, name }, locale };
}

/** Uses a link up and opens this device; null when the link is over or unknown. Of two at once only one succeeds. Answers the Set-Cookie header. */
export async function openPlan(token: string, request: Request): Promise<{ versionId: string; setCookie: string } | null> {
  const found = await planLinks.findLink(token);
  if (!found) return null;
  const { versionId, locale } = found.link;
  const setCookie = await planLinks.open({ ...found, subjectId: versionId }, request, (db, opened) =>
    db.esapAccess.create({
      data: { versionId, kind: 'device', locale, ...opened, lastSeenAt: opened.createdAt },
      select: { id: true, organizationId: true },
    }),
  );
  return setCookie === null ? null : { versionId, setCookie };
}

/** The device that was let in to a version, by the request's cookie; throws where there is none (404) or it is over (410). */
export async function requirePlanDevice(request: Request, versionId: string | undefined): Promise<{ accessId: string; plan: MetPlan }> {
  const { device, maker } = openDevice(await planLinks.findDevice(request, versionId));
  return { accessId: device.id, plan: planOf(device, maker) };
}
