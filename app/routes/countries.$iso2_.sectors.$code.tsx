import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PairPage } from '~/features/sector/pair-page';
import { readPair } from '~/features/sector/read-pair.server';
import { m } from '~/paraglide/messages';
import { formatCountry } from '~/ui/format';
import { notFound } from '~/web/responses.server';

export function loader({ params }: LoaderFunctionArgs) {
  const { iso2 = '', code = '' } = params;
  const pair = readPair(code, { country: iso2, asOf: new Date(Date.now()).toISOString().slice(0, 10) });
  if (!pair) throw notFound();
  if (iso2 !== pair.country.iso2) return redirect(`/countries/${pair.country.iso2}/sectors/${code}`, 301);
  return { pair };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const title = data ? m.sector_in_country({ sector: data.pair.sector.name, country: formatCountry(data.pair.country.iso2) }) : '';
  return [{ title: `${title} · Manumit` }, { name: 'description', content: m.country_description({ name: title }) }];
};

export default function SectorInCountry() {
  return <PairPage pair={useLoaderData<typeof loader>().pair} />;
}

export { ErrorSection as ErrorBoundary } from '~/web/error-boundary';
