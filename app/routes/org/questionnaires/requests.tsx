import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData, useSearchParams } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { FunnelSection } from '~/questionnaires/requests/funnel-section';
import { listRequests, readFunnel } from '~/questionnaires/requests/list-requests.server';
import { RequestTable } from '~/questionnaires/requests/request-table';
import { readRequestFilter, requestFilterNames } from '~/questionnaires/requests/request-filter';
import { requestStatuses } from '~/questionnaires/requests/states';
import { requestStatusLabel } from '~/questionnaires/requests/labels';
import { m } from '~/paraglide/messages';
import { canSendMail } from '~/platform/mail/send.server';
import { Button, LinkButton } from '~/ui/button';
import { CursorPager } from '~/ui/cursor-pager';
import { EmptyState } from '~/ui/empty-state';
import { FilterBar } from '~/ui/filter-bar';
import { formatCountry } from '~/ui/format';
import { PageHeader, Section } from '~/ui/page-header';
import { SelectionBar } from '~/ui/selection-bar';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const url = new URL(request.url).searchParams;
  const filter = readRequestFilter(url);
  const read = await member.inOrganization(async (db) => ({
    funnel: await readFunnel(db),
    page: await listRequests(db, { ...filter, cursor: url.get('after') ?? undefined }),
  }));
  return {
    ...read,
    base: `/o/${member.organization.slug}`,
    today: new Date().toISOString().slice(0, 10),
    mayAsk: member.can('ask:supplier'),
    mayExport: member.can('export:supplier'),
    mails: canSendMail(),
  };
}

export const meta: MetaFunction = () => [{ title: `${m.requests_title()} · Manumit` }];

export default function Requests() {
  const { funnel, page, base, today, mayAsk, mayExport, mails } = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const selection = mayAsk || mayExport ? { name: 'chosen', form: 'selection' } : undefined;
  const ask = mayAsk && (
    <LinkButton to={`${base}/requests/new`} variant="primary" icon="add">
      {m.requests_new()}
    </LinkButton>
  );
  if (funnel.all.invited === 0 && page.rows.length === 0 && params.size === 0)
    return (
      <>
        <PageHeader title={m.requests_title()} />
        <EmptyState title={m.requests_empty_title()} actions={ask}>
          {m.requests_empty_text()}
        </EmptyState>
      </>
    );
  return (
    <>
      <PageHeader
        title={m.requests_title()}
        lead={m.requests_lead()}
        actions={
          <>
            {mayExport && (
              <LinkButton to={`${base}/requests/export?${params}`} icon="download" reloadDocument>
                {m.requests_export()}
              </LinkButton>
            )}
            {ask}
          </>
        }
      />
      <FunnelSection funnel={funnel} hrefOf={(status) => `${base}/requests${status ? `?status=${status}` : ''}`} />
      <Section title={m.requests_chase_title()} lead={m.requests_chase_lead()}>
        <FilterBar
          filters={[
            {
              name: 'status',
              label: m.responses_status(),
              options: [
                { value: 'waiting', label: m.requests_status_waiting() },
                { value: 'late', label: m.requests_status_late() },
                ...requestStatuses.map((value) => ({ value, label: requestStatusLabel(value) })),
              ],
            },
            {
              name: 'country',
              label: m.requests_column_country(),
              options: funnel.countries.flatMap(({ key }) => (key ? [{ value: key, label: formatCountry(key) }] : [])),
            },
            {
              name: 'tier',
              label: m.requests_column_tier(),
              options: funnel.tiers.map(({ key }) => ({ value: key ?? 'unknown', label: key ?? m.shell_unknown() })),
            },
          ]}
        />
        <RequestTable rows={page.rows} base={base} today={today} selection={selection} />
        {selection && page.rows.length > 0 && (
          <SelectionBar
            id={selection.form}
            name={selection.name}
            action={`${base}/requests/bulk`}
            params={requestFilterNames.flatMap((name) => params.getAll(name).map((value) => [name, value] as const))}
            total={null}
          >
            {mayAsk && mails && (
              <Button name="act" value="remind" icon="mail">
                {m.requests_remind()}
              </Button>
            )}
            {mayExport && (
              <Button name="act" value="export" icon="download">
                {m.lists_export_csv()}
              </Button>
            )}
            {mayAsk && (
              <Button name="act" value="withdraw" icon="close">
                {m.lists_withdraw_short()}
              </Button>
            )}
          </SelectionBar>
        )}
        <CursorPager before={null} after={page.next} shown={page.rows.length} />
      </Section>
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
