import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { withOwnTables } from '#scoring';
import { OwnTablesNotice } from '~/risk/countries/own-tables-notice';
import { tablesOfReader } from '~/risk/reference-tables/tables-of-reader.server';
import { PairPage } from '~/risk/sectors/pair-page';
import { readPair } from '~/risk/sectors/read-pair.server';
import { m } from '~/paraglide/messages';
import { formatCountry } from '~/ui/format';
import { notFound } from '~/platform/http/responses.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { iso2 = '', code = '' } = params;
  const asOf = new Date(Date.now()).toISOString().slice(0, 10);
  const readFor = await tablesOfReader(request, asOf);
  const pair = withOwnTables(readFor?.ownTables ?? [], () => readPair(code, { country: iso2, asOf }));
  if (!pair) throw notFound();
  if (iso2 !== pair.country.iso2) return redirect(`/countries/${pair.country.iso2}/sectors/${code}`, 301);
  return { pair, readFor };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const title = data ? m.sectors_in_country({ sector: data.pair.sector.name, country: formatCountry(data.pair.country.iso2) }) : '';
  return [{ title: `${title} · Manumit` }, { name: 'description', content: m.countries_description({ name: title }) }];
};

export default function SectorInCountry() {
  const { pair, readFor } = useLoaderData<typeof loader>();
  return (
    <>
      {readFor && <OwnTablesNotice readFor={readFor} released={`/countries/${pair.country.iso2}/sectors/${pair.sector.code}`} />}
      <PairPage pair={pair} />
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
