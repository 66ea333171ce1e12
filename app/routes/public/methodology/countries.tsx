import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { CountryTable } from '~/risk/countries/country-table';
import { listCountries } from '~/risk/countries/list-countries.server';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { LinkButton } from '~/ui/button';
import { formatDate, formatNumber } from '~/ui/format';
import { PageHeader } from '~/ui/page-header';

export function loader({ request }: LoaderFunctionArgs) {
  const asOf = new Date(Date.now()).toISOString().slice(0, 10);
  return listCountries(new URL(request.url).searchParams, { asOf, locale: getLocale() });
}

export const meta: MetaFunction = () => [
  { title: `${m.countries_list_title()} · Manumit` },
  { name: 'description', content: m.countries_list_lead() },
];

export default function CountryList() {
  const { asOf, rows, sort, all, scored } = useLoaderData<typeof loader>();
  return (
    <article>
      <PageHeader
        title={m.countries_list_title()}
        lead={m.countries_list_lead()}
        meta={
          <>
            <span>{m.countries_as_of({ date: formatDate(asOf) })}</span>
            <span>{m.countries_list_counts({ all: formatNumber(all), scored: formatNumber(scored) })}</span>
          </>
        }
        actions={
          <>
            <LinkButton to="/countries.csv" icon="download" reloadDocument>
              CSV
            </LinkButton>
            <LinkButton to="/countries.json" icon="download" reloadDocument>
              JSON
            </LinkButton>
          </>
        }
      />
      <CountryTable rows={rows} sort={sort} />
    </article>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
