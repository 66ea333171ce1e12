import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { findSupplierChoices } from '~/suppliers/choices/party-choices.server';

/** Suppliers to choose from, by a part of the name (`q`): `{ choices }`. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { inOrganization } = await requireMember(request, params, 'read:supplier');
  const text = (new URL(request.url).searchParams.get('q') ?? '').slice(0, 200);
  const choices = await inOrganization((db) => findSupplierChoices(db, text));
  return Response.json({ choices }, { headers: { 'Cache-Control': 'private, no-store' } });
}
