import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { EntryTable, MechanismTable } from '~/lending/stakeholder-engagement/engagement-page';
import { readEngagementPage } from '~/lending/stakeholder-engagement/read-engagement.server';
import { FileLinks } from '~/lending/deals/file-links';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { Section } from '~/ui/page-header';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  const read = await member.inOrganization((db) => readEngagementPage(db, param(params, 'dealId')));
  if (!read) throw notFound();
  const deal = `/o/${member.organization.slug}/deals/${read.dealId}`;
  return {
    ...{ entries: read.entries, mechanisms: read.mechanisms },
    mayEdit: member.can('edit:deal') && !read.isClosed,
    here: `${deal}/review/stakeholder-engagement`,
    files: deal,
  };
}

export default function Engagement() {
  const { entries, mechanisms, mayEdit, here, files } = useLoaderData<typeof loader>();
  const addEntry = mayEdit && (
    <LinkButton to={`${here}/new`} variant="primary" icon="add">
      {m.stakeholder_engagement_add()}
    </LinkButton>
  );
  const addMechanism = mayEdit && (
    <LinkButton to={`${here}/grievance-mechanisms/new`} icon="add">
      {m.stakeholder_engagement_add_mechanism()}
    </LinkButton>
  );
  return (
    <div className="grid grid-cols-1 gap-8">
      <Section
        title={m.stakeholder_engagement_log()}
        lead={m.stakeholder_engagement_log_lead()}
        id="log"
        actions={entries.length > 0 && addEntry}
      >
        {entries.length > 0 ? (
          <EntryTable entries={entries} here={here} />
        ) : (
          <EmptyState title={m.stakeholder_engagement_empty_title()} actions={addEntry}>
            {m.stakeholder_engagement_empty_text()}
          </EmptyState>
        )}
      </Section>
      <Section
        title={m.stakeholder_engagement_mechanisms()}
        lead={m.stakeholder_engagement_mechanisms_lead()}
        id="mechanisms"
        actions={mechanisms.length > 0 && addMechanism}
      >
        {mechanisms.length > 0 ? (
          <MechanismTable mechanisms={mechanisms} here={here} />
        ) : (
          <EmptyState title={m.stakeholder_engagement_mechanisms_empty()} actions={addMechanism}>
            {m.stakeholder_engagement_mechanisms_empty_text()}
          </EmptyState>
        )}
      </Section>
      {entries.length + mechanisms.length > 0 && (
        <FileLinks
          files={[
            { to: `${files}/stakeholder-engagement.xlsx`, label: m.stakeholder_engagement_xlsx() },
            { to: `${files}/stakeholder-engagement.csv`, label: m.stakeholder_engagement_log_csv() },
            { to: `${files}/grievance-mechanisms.csv`, label: m.stakeholder_engagement_mechanisms_csv() },
          ]}
        />
      )}
    </div>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
