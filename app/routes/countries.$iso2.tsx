import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { CountryPage } from '~/features/country/country-page';
import { readCountry } from '~/features/country/read-country.server';
import { m } from '~/paraglide/messages';
import { formatCountry } from '~/ui/format';
import { notFound } from '~/web/responses.server';

export function loader({ params }: LoaderFunctionArgs) {
  const code = params.iso2 ?? '';
  const country = readCountry(code, new Date(Date.now()).toISOString().slice(0, 10));
  if (!country) throw notFound();
  if (code !== country.iso2) return redirect(`/countries/${country.iso2}`, 301);
  return { country };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const name = data ? formatCountry(data.country.iso2) : '';
  return [{ title: `${name} · Manumit` }, { name: 'description', content: m.country_description({ name }) }];
};

export default function Country() {
  return <CountryPage country={useLoaderData<typeof loader>().country} />;
}

export { ErrorSection as ErrorBoundary } from '~/web/error-boundary';
