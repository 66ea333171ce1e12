import type { LoaderFunctionArgs } from '@remix-run/node';
import { searchedText } from '~/platform/forms/choice-lists.server';
import { requireMember } from '~/access/require-member.server';
import { findSupplierChoices } from '~/suppliers/registry/party-choices.server';

/** Suppliers to choose from, by a part of the name (`q`): `{ choices }`. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { inOrganization } = await requireMember(request, params, 'read:supplier');
  const text = searchedText(request);
  const choices = await inOrganization((db) => findSupplierChoices(db, text));
  return Response.json({ choices }, { headers: { 'Cache-Control': 'private, no-store' } });
}
