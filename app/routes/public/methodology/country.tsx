import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { withOwnTables } from '#scoring';
import { CountryPage } from '~/risk/countries/country-page';
import { enteredForReader } from '~/risk/countries/entered-law.server';
import { OwnTablesNotice } from '~/risk/countries/own-tables-notice';
import { readCountry } from '~/risk/countries/read-country.server';
import { tablesOfReader } from '~/risk/reference-tables/tables-of-reader.server';
import { m } from '~/paraglide/messages';
import { formatCountry } from '~/ui/format';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const code = param(params, 'iso2');
  const asOf = new Date(Date.now()).toISOString().slice(0, 10);
  const readFor = await tablesOfReader(request, asOf);
  const country = withOwnTables(readFor?.ownTables ?? [], () => readCountry(code, asOf));
  if (!country) throw notFound();
  if (code !== country.iso2) return redirect(`/countries/${country.iso2}`, 301);
  return { country, readFor, entered: await enteredForReader(request, country.iso2, asOf) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const name = data ? formatCountry(data.country.iso2) : '';
  return [{ title: `${name} · Manumit` }, { name: 'description', content: m.countries_description({ name }) }];
};

export default function Country() {
  const { country, readFor, entered } = useLoaderData<typeof loader>();
  return (
    <>
      {readFor && <OwnTablesNotice readFor={readFor} released={`/countries/${country.iso2}`} />}
      <CountryPage country={country} entered={entered} />
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
