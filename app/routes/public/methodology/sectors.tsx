import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listSectors } from '~/risk/sectors/list-sectors.server';
import { SectorTable } from '~/risk/sectors/sector-table';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { LinkButton } from '~/ui/button';
import { formatDate } from '~/ui/format';
import { PageHeader } from '~/ui/page-header';

export function loader({ request }: LoaderFunctionArgs) {
  const asOf = new Date(Date.now()).toISOString().slice(0, 10);
  return listSectors(new URL(request.url).searchParams, { asOf, locale: getLocale() });
}

export const meta: MetaFunction = () => [
  { title: `${m.sectors_list_title()} · Manumit` },
  { name: 'description', content: m.sectors_list_lead() },
];

export default function SectorList() {
  const { asOf, rows, sort } = useLoaderData<typeof loader>();
  return (
    <article>
      <PageHeader
        title={m.sectors_list_title()}
        lead={m.sectors_list_lead()}
        meta={<span>{m.countries_as_of({ date: formatDate(asOf) })}</span>}
        actions={
          <>
            <LinkButton to="/sectors.csv" icon="download" reloadDocument>
              CSV
            </LinkButton>
            <LinkButton to="/sectors.json" icon="download" reloadDocument>
              JSON
            </LinkButton>
          </>
        }
      />
      <SectorTable rows={rows} sort={sort} />
    </article>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
