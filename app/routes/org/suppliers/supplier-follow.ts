import type { ActionFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { followSupplier } from '~/suppliers/ownership/follow-supplier.server';
import { findSupplierId } from '~/suppliers/registry/read-supplier.server';
import { m } from '~/paraglide/messages';
import { readForm } from '~/platform/forms/read-form.server';
import { badRequest, notFound, redirectWithFlash } from '~/platform/http/responses.server';

/** Follows or unfollows a supplier. Every member who reads suppliers may do so for themselves. */
export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'read:supplier');
  const sent = (await readForm(request)).get('follow');
  const page = `/o/${member.organization.slug}/suppliers/${params.supplierId}`;
  const isFollowed = sent === 'yes';
  await member.inOrganization(async (db) => {
    const partyId = await findSupplierId(db, params.supplierId);
    if (!partyId) throw notFound();
    if (sent !== 'yes' && sent !== 'no') throw badRequest('follow');
    await followSupplier(db, { partyId, userId: member.user.id, isFollowed });
  });
  return redirectWithFlash(page, { tone: 'success', text: isFollowed ? m.ownership_followed() : m.ownership_unfollowed() });
}
