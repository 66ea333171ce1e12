import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { listVersions } from '~/lending/esap/read-versions.server';
import { VersionList } from '~/lending/esap/version-page';
import { findDeal } from '~/lending/deal-record/find-deal.server';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { Section } from '~/ui/page-header';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  const dealId = param(params, 'dealId');
  const { found, versions } = await member.inOrganization(async (db) => ({
    found: await findDeal(db, dealId),
    versions: await listVersions(db, dealId),
  }));
  if (!found) throw notFound();
  return { versions, here: `/o/${member.organization.slug}/deals/${found.id}/esap` };
}

export default function PlanVersions() {
  const { versions, here } = useLoaderData<typeof loader>();
  return (
    <div className="grid grid-cols-1 gap-6">
      <p data-print="none">
        <LinkButton to={here} variant="quiet">
          {m.esap_back()}
        </LinkButton>
      </p>
      <Section title={m.esap_versions()} lead={m.esap_versions_lead()}>
        <VersionList rows={versions} here={here} />
      </Section>
    </div>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
