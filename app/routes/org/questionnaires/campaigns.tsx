import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { listCampaigns } from '~/questionnaires/campaigns/read-campaign.server';
import { campaignStatusLabel } from '~/questionnaires/campaigns/labels';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { CursorPager } from '~/ui/cursor-pager';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { formatNumber } from '~/ui/format';
import { PageHeader } from '~/ui/page-header';
import { DateText } from '~/ui/values';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const url = new URL(request.url).searchParams;
  const page = await member.inOrganization((db) => listCampaigns(db, { after: url.get('after'), before: url.get('before') }));
  return {
    page: {
      ...page,
      rows: page.rows.map(({ id, name, instrument, status, dueOn, createdAt, invited, opened, submitted, refused }) => ({
        ...{ id, name, instrument, status, dueOn, createdAt, invited, opened, submitted, refused },
      })),
    },
    base: `/o/${member.organization.slug}`,
    mayAsk: member.can('ask:supplier'),
  };
}

export const meta: MetaFunction = () => [{ title: `${m.campaigns_title()} · Manumit` }];

export default function Campaigns() {
  const { page, base, mayAsk } = useLoaderData<typeof loader>();
  const add = mayAsk && (
    <LinkButton to={`${base}/campaigns/new`} variant="primary" icon="add">
      {m.campaigns_new()}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={m.campaigns_title()}
        lead={m.campaigns_lead()}
        breadcrumbs={[{ label: m.requests_title(), to: `${base}/requests` }, { label: m.campaigns_title() }]}
        actions={page.rows.length > 0 && add}
      />
      {page.rows.length === 0 ? (
        <EmptyState title={m.campaigns_empty_title()} actions={add}>
          {m.campaigns_empty_text()}
        </EmptyState>
      ) : (
        <>
          <DataTable
            caption={m.campaigns_title()}
            rows={page.rows}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'name',
                header: m.campaigns_name(),
                wraps: true,
                cell: ({ id, name, instrument, status }) => (
                  <>
                    <Link to={`${base}/campaigns/${id}${status === 'draft' ? '/check' : ''}`}>{name}</Link>
                    <span className="block text-muted">{instrument}</span>
                  </>
                ),
              },
              { key: 'status', header: m.responses_column_status(), cell: ({ status }) => campaignStatusLabel(status) },
              { key: 'due', header: m.responses_column_due(), cell: ({ dueOn }) => (dueOn ? <DateText value={dueOn} /> : '—') },
              { key: 'invited', header: m.requests_funnel_invited(), align: 'end', cell: ({ invited }) => formatNumber(invited) },
              {
                key: 'opened',
                header: m.requests_funnel_opened(),
                align: 'end',
                isWideOnly: true,
                cell: ({ opened }) => formatNumber(opened),
              },
              { key: 'submitted', header: m.requests_funnel_submitted(), align: 'end', cell: ({ submitted }) => formatNumber(submitted) },
              {
                key: 'refused',
                header: m.requests_funnel_refused(),
                align: 'end',
                isWideOnly: true,
                cell: ({ refused }) => formatNumber(refused),
              },
              { key: 'made', header: m.campaigns_made_on(), isWideOnly: true, cell: ({ createdAt }) => <DateText value={createdAt} /> },
            ]}
          />
          <CursorPager before={page.before} after={page.after} shown={page.rows.length} />
        </>
      )}
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
