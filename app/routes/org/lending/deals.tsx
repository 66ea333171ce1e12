import { givenText } from '~/platform/http/given-text';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { listHostCountries, listDeals } from '~/lending/deals/list-deals.server';
import { categories, products, dealStates } from '~/lending/deal-record/states';
import { DealTable } from '~/lending/deals/deal-table';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { CursorPager } from '~/ui/cursor-pager';
import { EmptyState } from '~/ui/empty-state';
import { PageHeader } from '~/ui/page-header';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  const url = new URL(request.url).searchParams;
  const known = (list: readonly string[], name: string) => list.find((value) => value === url.get(name));
  const filter = {
    status: known(dealStates, 'status'),
    category: known(categories, 'category'),
    product: known(products, 'product'),
    country: /^[A-Z]{2}$/.test(givenText(url, 'country')) ? (url.get('country') ?? undefined) : undefined,
    search: url.get('q')?.trim() || undefined,
  };
  const { page, countries } = await member.inOrganization(async (db) => ({
    page: await listDeals(db, { ...filter, after: url.get('after'), before: url.get('before') }),
    countries: await listHostCountries(db),
  }));
  return {
    ...page,
    countries,
    base: `/o/${member.organization.slug}`,
    mayEdit: member.can('edit:deal'),
    isFiltered: Object.values(filter).some(Boolean) || url.has('after'),
  };
}

export const meta: MetaFunction = () => [{ title: `${m.deals_title()} · Manumit` }];

export default function Deals() {
  const { rows, before, after, countries, base, mayEdit, isFiltered } = useLoaderData<typeof loader>();
  const open = mayEdit && (
    <LinkButton to={`${base}/deals/new`} variant="primary" icon="add">
      {m.deals_new()}
    </LinkButton>
  );
  const isEmpty = rows.length === 0 && !isFiltered;
  return (
    <>
      <PageHeader
        title={m.deals_title()}
        lead={m.deals_lead()}
        actions={
          !isEmpty && (
            <>
              <LinkButton to={`${base}/deals/annual-report`}>{m.annual_report_open()}</LinkButton>
              {open}
            </>
          )
        }
      />
      {isEmpty ? (
        <EmptyState title={m.deals_empty_title()} actions={open}>
          {m.deals_empty_text()}
        </EmptyState>
      ) : (
        <>
          <DealTable rows={rows} base={base} countries={countries} />
          <CursorPager before={before} after={after} shown={rows.length} />
        </>
      )}
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
