import { z } from 'zod';
import { can } from './permissions';
import { readCaller } from './read-caller.server';
import { asSupplier } from './received-side.server';
import { sessionHash } from './session.server';
import { type MetShare, requireSiteDevice } from './site-links.server';
import { forOrganization, forGuest, type InOrganization, type TenantDb } from './tenant-db.server';

export type Site = {
  share: MetShare;
  /** Under whom what is sent is kept: the device, or the person where a member of the supplier's own organization writes. */
  senderId: string;
  member: { orgSlug: string } | undefined;
  /** Everything a site reads: the database shows it this one share alone, and of findings and actions the columns that are its own to know. */
  read: InOrganization;
  /** In the organization that shared: what is sent is kept there. Only `site-message` writes by it. */
  write: InOrganization;
};

/**
 * The recipient of shared findings: a device that a link opened, or a member of the supplier's own organization.
 * 403 when the member's role may not write. 404 for a device without access and for an unknown share. 410 when the device was locked out or has expired, or
 * the share was withdrawn.
 */
export async function requireSite(request: Request, params: { shareId?: string | undefined }): Promise<Site> {
  const shareId = z.uuid().safeParse(params.shareId).data;
  if (!shareId) throw new Response(null, { status: 404, statusText: 'Not Found' });
  const member = await findOwnMember(request, shareId);
  if (member) {
    if (request.method !== 'GET' && !member.mayWrite) throw new Response(null, { status: 403 });
    return siteOf(member.share, { senderId: member.userId, member: { orgSlug: member.orgSlug } });
  }
  const { deviceId, share } = await requireSiteDevice(request, shareId);
  return siteOf(share, { senderId: deviceId, member: undefined });
}

function siteOf(share: MetShare, who: Pick<Site, 'senderId' | 'member'>): Site {
  const organizationId = share.asker.id;
  return {
    share,
    ...who,
    read: forGuest({ organizationId, purpose: 'findings', subjectId: share.shareId }),
    write: forOrganization({ organizationId }),
  };
}

const rowSchema = z.object({
  shareId: z.string(),
  askerId: z.string(),
  askerName: z.string(),
  locale: z.string(),
  message: z.string(),
  dueOn: z.date(),
  isVisit: z.boolean(),
  createdAt: z.date(),
});

/** What was shared with an organization and not taken back, the newest first; at most 200. `shareId`: only this one. */
export async function listSharedWith(db: TenantDb, options: { organizationId: string; shareId?: string }) {
  const { organizationId, shareId = null } = options;
  return rowSchema.array().parse(
    await asSupplier(
      db,
      () => db.$queryRaw`
        SELECT s."id" AS "shareId", o."id" AS "askerId", o."name" AS "askerName", s."locale", s."message", s."dueOn", s."visit" IS NOT NULL AS "isVisit", s."createdAt"
        FROM "FindingShare" s JOIN "Organization" o ON o."id" = s."organizationId"
        WHERE s."supplierOrganizationId" = ${organizationId}::uuid AND s."withdrawnAt" IS NULL
          AND (${shareId}::uuid IS NULL OR s."id" = ${shareId}::uuid)
        ORDER BY s."createdAt" DESC, s."id" DESC LIMIT 200`,
    ),
  );
}

/** The calling member of the supplier's own organization, and the share; null for any other caller. */
async function findOwnMember(request: Request, shareId: string) {
  if (sessionHash(request) === null) return null;
  const caller = await readCaller(request);
  for (const { organization, role } of caller?.memberships ?? []) {
    if (!caller || !can(role, 'read:response')) continue;
    const [row] = await forOrganization({ organizationId: organization.id, userId: caller.user.id })((db) =>
      listSharedWith(db, { organizationId: organization.id, shareId }),
    );
    if (!row) continue;
    const { askerId, askerName, createdAt: _, ...shared } = row;
    const share: MetShare = { ...shared, asker: { id: askerId, name: askerName }, supplier: organization.name };
    return { share, userId: caller.user.id, orgSlug: organization.slug, mayWrite: can(role, 'answer:response') };
  }
  return null;
}
