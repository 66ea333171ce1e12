import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { CheckTable } from '~/lending/consultant-independence/check-page';
import { requirementLabel } from '~/lending/consultant-independence/independence-labels';
import { readChecksPage } from '~/lending/consultant-independence/read-checks.server';
import { FileLinks } from '~/lending/deals/file-links';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { Section } from '~/ui/page-header';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  const read = await member.inOrganization((db) => readChecksPage(db, param(params, 'dealId')));
  if (!read) throw notFound();
  const deal = `/o/${member.organization.slug}/deals/${read.dealId}`;
  return {
    ...{ checks: read.checks, requirement: read.requirement },
    mayEdit: member.can('edit:deal') && !read.isClosed,
    here: `${deal}/review/consultant-independence`,
    file: `${deal}/consultant-independence`,
  };
}

export default function Independence() {
  const { checks, requirement, mayEdit, here, file } = useLoaderData<typeof loader>();
  const add = mayEdit && (
    <LinkButton to={`${here}/new`} variant="primary" icon="add">
      {m.consultant_independence_add()}
    </LinkButton>
  );
  if (checks.length === 0)
    return (
      <EmptyState title={m.consultant_independence_empty_title()} actions={add}>
        <p>{requirementLabel(requirement)}</p>
        <p>{m.consultant_independence_empty_text()}</p>
      </EmptyState>
    );
  return (
    <Section title={m.consultant_independence_title()} lead={requirementLabel(requirement)} id="consultants" actions={add}>
      <CheckTable checks={checks} here={here} />
      <FileLinks
        files={[
          { to: `${file}.xlsx`, label: m.esap_download_xlsx() },
          { to: `${file}.csv`, label: m.esap_download_csv() },
        ]}
      />
    </Section>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
