import { nameOrganizations } from '~/access/shared-access.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { wordsOfInstrument } from '~/questionnaires/responses/instrument-words.server';
import { stateOfAccess } from '~/platform/terms/shared-access-terms';

const most = 200;

/**
 * Frozen copies shared by companies of a project that a member attached to them, newest first: content, term and status; revoked access is listed as ended.
 * Three queries.
 */
export async function listProjectGrants(db: TenantDb, options: { partyIds: readonly string[]; now: Date }) {
  const attached = await db.attachedResponse.findMany({
    where: { detachedAt: null, response: { partyId: { in: [...options.partyIds] } } },
    orderBy: [{ attachedAt: 'desc' }, { responseId: 'asc' }],
    take: most,
    select: {
      responseId: true,
      sharedAccessId: true,
      granterOrganizationId: true,
      response: { select: { instrumentKey: true, submittedAt: true, party: { select: { name: true } } } },
    },
  });
  const grants = await db.sharedAccess.findMany({
    where: { id: { in: attached.map(({ sharedAccessId }) => sharedAccessId) } },
    select: { id: true, status: true, expiresAt: true, revokedAt: true, scope: true },
  });
  const names = await nameOrganizations(
    db,
    attached.map(({ granterOrganizationId }) => granterOrganizationId),
  );
  const grantOf = new Map(grants.map((grant) => [grant.id, grant]));
  return attached.flatMap(({ responseId, sharedAccessId, granterOrganizationId, response }) => {
    const grant = grantOf.get(sharedAccessId);
    if (!grant) return [];
    return [
      {
        responseId,
        sharedAccessId,
        company: response.party.name,
        granter: names.get(granterOrganizationId) ?? null,
        instrument: wordsOfInstrument(response.instrumentKey)?.title ?? response.instrumentKey,
        sentAt: response.submittedAt,
        sections: grant.scope.length,
        state: stateOfAccess(grant, options.now),
        endsAt: grant.revokedAt ?? grant.expiresAt,
      },
    ];
  });
}
export type ProjectGrant = Awaited<ReturnType<typeof listProjectGrants>>[number];
