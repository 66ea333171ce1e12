import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { requireMember } from '~/access/require-member.server';
import { assignOwner } from '~/suppliers/ownership/assign-owner.server';
import { memberName } from '~/suppliers/ownership/list-people.server';
import { findSupplierId } from '~/suppliers/registry/read-supplier.server';
import { m } from '~/paraglide/messages';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';

/** Makes a member the owner of a supplier, or removes the owner. */
export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'assign:supplier');
  const sent = z
    .uuid()
    .nullable()
    .safeParse((await readForm(request)).get('ownerId') || null);
  const page = `/o/${member.organization.slug}/suppliers/${params.supplierId}`;
  const outcome = await member.inOrganization(async (db) => {
    const partyId = await findSupplierId(db, params.supplierId);
    if (!partyId) throw notFound();
    if (!sent.success) return null;
    const assigned = await assignOwner(db, {
      ...{ suppliers: { partyIds: [partyId] }, ownerId: sent.data, userId: member.user.id },
      now: new Date(Date.now()),
    });
    return assigned.kind === 'refused' ? null : { name: sent.data ? await memberName(db, sent.data) : null };
  });
  if (!outcome) return redirectWithFlash(page, { tone: 'danger', text: m.ownership_problem_member() });
  const text = outcome.name === null ? m.ownership_cleared() : m.ownership_assigned({ name: outcome.name });
  return redirectWithFlash(page, { tone: 'success', text });
}
