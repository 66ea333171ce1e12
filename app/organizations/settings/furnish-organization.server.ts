import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { foldName } from '~/suppliers/parties/name-key';
import { makePublicId } from '~/suppliers/parties/public-id';

/**
 * What a new organization starts with: its node in the supply chain, and the first event.
 * A lender or an audit firm gets the node too: a chain needs an end, whatever the organization.
 */
export async function furnishOrganization(
  db: TenantDb,
  { organization, userId }: { organization: { id: string; name: string; kind: string }; userId: string },
): Promise<void> {
  await db.party.create({
    data: { kind: 'buyer', publicId: makePublicId(), name: organization.name, nameKey: foldName(organization.name) },
  });
  await recordActivity(db, {
    recordKind: 'organization',
    recordId: organization.id,
    act: 'open',
    userId,
    after: { name: organization.name, kind: organization.kind },
  });
}
