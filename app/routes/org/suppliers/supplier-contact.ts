import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { requireMember } from '~/access/require-member.server';
import { eraseContactPerson } from '~/suppliers/contact-people/erase-contact-people.server';
import { givenText } from '~/platform/http/given-text';
import { keepContact } from '~/questionnaires/requests/keep-contact.server';
import { findSupplierId } from '~/suppliers/registry/read-supplier.server';
import { m } from '~/paraglide/messages';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';

const emailSchema = z.string().trim().toLowerCase().max(254).pipe(z.email());

/** Changes the email address to which a supplier's questionnaires are sent, or erases a person named at it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'ask:supplier');
  const form = await readForm(request);
  const page = `/o/${member.organization.slug}/suppliers/${params.supplierId}`;
  if (form.get('intent') === 'erase') {
    const isErased = await member.inOrganization(async (db) => {
      const partyId = await findSupplierId(db, params.supplierId);
      return partyId !== null && eraseContactPerson(db, { partyId, id: givenText(form, 'person'), userId: member.user.id });
    });
    if (!isErased) throw notFound();
    return redirectWithFlash(page, { tone: 'success', text: m.ownership_people_erased() });
  }
  const email = emailSchema.safeParse(form.get('email'));
  await member.inOrganization(async (db) => {
    const partyId = await findSupplierId(db, params.supplierId);
    if (!partyId) throw notFound();
    if (email.success) await keepContact(db, { partyId, email: email.data, userId: member.user.id, now: new Date(Date.now()) });
  });
  if (!email.success) return redirectWithFlash(page, { tone: 'danger', text: m.ownership_problem_contact() });
  return redirectWithFlash(page, { tone: 'success', text: m.ownership_contact_saved() });
}
