import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { requireMember } from '~/access/require-member.server';
import { keepContact } from '~/questionnaires/requests/keep-contact.server';
import { findSupplierId } from '~/suppliers/registry/read-supplier.server';
import { m } from '~/paraglide/messages';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';

const emailSchema = z.string().trim().toLowerCase().max(254).pipe(z.email());

/** Changes the email address to which a supplier's questionnaires are sent. */
export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'ask:supplier');
  const email = emailSchema.safeParse((await readForm(request)).get('email'));
  const page = `/o/${member.organization.slug}/suppliers/${params.supplierId}`;
  await member.inOrganization(async (db) => {
    const partyId = await findSupplierId(db, params.supplierId);
    if (!partyId) throw notFound();
    if (email.success) await keepContact(db, { partyId, email: email.data, userId: member.user.id, now: new Date(Date.now()) });
  });
  if (!email.success) return redirectWithFlash(page, { tone: 'danger', text: m.ownership_problem_contact() });
  return redirectWithFlash(page, { tone: 'success', text: m.ownership_contact_saved() });
}
