import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readSector } from '~/risk/sectors/read-sector.server';
import { sectorPath } from '~/risk/sectors/sector-link';
import { SectorPage } from '~/risk/sectors/sector-page';
import { m } from '~/paraglide/messages';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

/** A class or group leads to its row on the page of its division. */
export function loader({ params }: LoaderFunctionArgs) {
  const code = param(params, 'code');
  const division = /^\d{2,4}$/.test(code) ? code.slice(0, 2) : '';
  const sector = readSector(division, new Date(Date.now()).toISOString().slice(0, 10));
  if (!sector) throw notFound();
  if (code !== division) return redirect(sectorPath(code), 302);
  return { sector };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const name = data?.sector.name ?? '';
  return [{ title: `${name} · Manumit` }, { name: 'description', content: m.countries_description({ name }) }];
};

export default function Sector() {
  return <SectorPage sector={useLoaderData<typeof loader>().sector} />;
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
