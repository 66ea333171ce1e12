import type { Member } from '~/access/require-member.server';
import { asSupplier } from '~/access/received-side.server';
import { forOrganization } from '~/access/tenant-db.server';

const most = 20;

/** This person's other organizations with received questionnaires, and their number: a supplier asked by two buyers has one for each. One query for each. */
export async function listOtherAccounts(member: Member): Promise<{ slug: string; name: string; received: number }[]> {
  const others = member.memberships.filter(({ organization }) => organization.id !== member.organization.id).slice(0, most);
  const counted = await Promise.all(
    others.map(async ({ organization }) => ({
      slug: organization.slug,
      name: organization.name,
      received: await forOrganization({ organizationId: organization.id, userId: member.user.id })((db) =>
        asSupplier(db, () => db.questionnaireRequest.count({ where: { supplierOrganizationId: organization.id, viaResponseId: null } })),
      ),
    })),
  );
  return counted.filter(({ received }) => received > 0);
}
