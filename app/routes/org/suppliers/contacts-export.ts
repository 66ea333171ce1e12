import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { exportContactPeople } from '~/suppliers/contact-people/list-contact-people.server';

/** The people named at suppliers as CSV: personal data, for those who send requests to suppliers. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'ask:supplier');
  const today = new Date(Date.now()).toISOString().slice(0, 10);
  return new Response(exportContactPeople(member.inOrganization), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="contacts-${today}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
