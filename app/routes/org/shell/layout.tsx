import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Outlet, useLoaderData, useRouteLoaderData } from '@remix-run/react';
import { isDemonstrationOpen } from '~/access/demonstration.server';
import { keepOrganization } from '~/access/last-organization.server';
import { requireMember } from '~/access/require-member.server';
import { tourStepOfRequest } from '~/organizations/demonstration/tour-cookie';
import { readShellCounts } from './shell-counts.server';
import { mergedAddress } from '~/suppliers/merges/merged-address.server';
import { themeOfRequest } from '~/platform/http/cookies.server';
import { ErrorSection } from '~/ui/error-boundary';
import { Shell } from './shell';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, organization, role, memberships, can, inOrganization } = await requireMember(request, params);
  // A merged supplier redirects to the supplier that includes it. The redirect is never cached, because a merge can be undone.
  const merged = request.method === 'GET' ? await mergedAddress(inOrganization, { request, params }) : null;
  if (merged) throw redirect(merged, { status: 301, headers: { 'Cache-Control': 'no-store' } });
  const today = new Date(Date.now()).toISOString().slice(0, 10);
  const who = { userId: user.id, organizationId: organization.id, can, today };
  const kept = keepOrganization(request, organization.slug);
  const shell = {
    ...(await inOrganization((db) => readShellCounts(db, who))),
    user: { name: user.name, email: user.email },
    organization: { slug: organization.slug, name: organization.name, kind: organization.kind },
    others: memberships.flatMap(({ organization: { slug, name } }) => (slug === organization.slug ? [] : [{ slug, name }])),
    role,
    theme: themeOfRequest(request),
    demonstration: organization.isDemonstration ? { isOpen: isDemonstrationOpen(), tourStep: tourStepOfRequest(request) } : null,
  };
  return data(shell, kept === null ? undefined : { headers: { 'set-cookie': kept } });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.organization.name} · Manumit` : 'Manumit' }];

export default function OrganizationPages() {
  return (
    <Shell data={useLoaderData<typeof loader>()}>
      <Outlet />
    </Shell>
  );
}

/** An error of a page is shown inside the shell; when the shell itself is refused, nothing of the organization is shown. */
export function ErrorBoundary() {
  const shell = useRouteLoaderData<typeof loader>('routes/org/shell/layout');
  if (shell)
    return (
      <Shell data={shell}>
        <ErrorSection />
      </Shell>
    );
  return (
    <main className="mx-auto max-w-3xl px-4">
      <ErrorSection />
    </main>
  );
}
