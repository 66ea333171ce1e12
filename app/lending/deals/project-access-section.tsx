import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { lastDay } from '~/sharing/shared-access/last-day';
import { sharedAccessStateLabel } from '~/sharing/shared-access/labels';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { Section } from '~/ui/page-header';
import { DateText } from '~/ui/values';
import type { ProjectGrant } from './list-project-access.server';

/** Copies that companies of the project share with us, each linked to its answers and to the shared access. */
export function ProjectGrantsSection({ grants, base }: { grants: readonly SerializeFrom<ProjectGrant>[]; base: string }) {
  return (
    <Section title={m.project_grants_title()} lead={m.project_grants_lead()} id="shared">
      <DataTable
        caption={m.project_grants_title()}
        rows={grants}
        rowKey={({ responseId }) => responseId}
        isStacked
        empty={
          <p className="py-8 text-muted">
            {m.project_grants_none()} <Link to={`${base}/shared-with-us`}>{m.shared_access_shared_nav()}</Link>
          </p>
        }
        columns={[
          {
            key: 'company',
            header: m.deals_chain_company(),
            wraps: true,
            cell: ({ company, granter }) => (
              <>
                <bdi>{company}</bdi>
                {granter && granter !== company && <span className="block text-muted">{m.project_grants_by({ granter })}</span>}
              </>
            ),
          },
          {
            key: 'what',
            header: m.shared_access_column_questionnaire(),
            wraps: true,
            // After access ends its answers are gone: only its existence is shown.
            cell: ({ responseId, instrument, state }) =>
              state === 'accepted' ? <Link to={`${base}/responses/${responseId}`}>{instrument}</Link> : instrument,
          },
          {
            key: 'state',
            header: m.responses_column_status(),
            cell: ({ sharedAccessId, state }) => (
              <Link to={`${base}/shared-with-us/${sharedAccessId}`}>{sharedAccessStateLabel(state)}</Link>
            ),
          },
          {
            key: 'until',
            header: m.shared_access_until(),
            cell: ({ endsAt, state }) => <DateText value={state === 'revoked' ? endsAt : lastDay(endsAt)} />,
          },
          { key: 'sections', header: m.shared_access_column_sections(), align: 'end', cell: ({ sections }) => sections },
          { key: 'sent', header: m.project_grants_sent(), cell: ({ sentAt }) => <DateText value={sentAt} /> },
        ]}
      />
    </Section>
  );
}
