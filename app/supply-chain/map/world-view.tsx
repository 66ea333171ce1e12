import { Link, useSearchParams } from '@remix-run/react';
import type { Band } from '#scoring';
import { DrawingSvg } from '~/ui/drawing/drawing';
import type { Drawing } from '~/ui/drawing/shapes';
import { m } from '~/paraglide/messages';
import { bandName } from '~/ui/band-badge';
import { BandShape } from '~/ui/band-shapes';
import { DataTable } from '~/ui/data-table';
import { formatCountry, formatNumber } from '~/ui/format';
import { DrawingLink } from './drawing-link';
import { clusterTarget, countryTarget } from './draw-world';
import type { Cluster } from './gather-clusters';
import { type MapState, mapHref } from './map-state';
import { PlaceTable } from './place-table';
import type { WorldShown } from './read-world.server';

type World = Pick<WorldShown, 'countries' | 'clusters' | 'corridors' | 'nowhere'>;

/** The world with what is shown in it, and the same as tables. */
export function WorldView({
  world,
  drawing,
  fill,
  area,
}: {
  world: World;
  drawing: Drawing;
  fill: MapState['fill'];
  area: MapState['area'];
}) {
  const [params] = useSearchParams();
  const atRisk = world.countries.filter(({ worst }) => worst === 'high' || worst === 'severe').length;
  const title = m.suppliers_map_finding({ count: atRisk, total: world.countries.length });
  const linkFor = (id: string) => linkOf(id, world, params);
  const other = fill === 'country' ? 'suppliers' : 'country';
  return (
    <div className="grid grid-cols-1 gap-6">
      <figure>
        <figcaption className="mb-2 font-semibold">{title}</figcaption>
        <DrawingSvg drawing={drawing} label={{ text: title }} linkFor={linkFor} linkAs={DrawingLink} className="w-full" />
        <Legend title={fill === 'country' ? m.map_fill_country() : m.map_fill_suppliers()} />
        <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1">
          <Link to={mapHref(params, { fill: other === 'country' ? null : other })} preventScrollReset>
            {other === 'country' ? m.map_fill_show_country() : m.map_fill_show_suppliers()}
          </Link>
          {area && (
            <Link to={mapHref(params, { area: null })} preventScrollReset>
              {m.map_whole_world()}
            </Link>
          )}
        </p>
        <p className="mt-1 text-xs text-muted">{m.map_world_source()}</p>
      </figure>
      {world.nowhere && <p className="text-muted">{m.suppliers_map_nowhere({ count: world.nowhere.suppliers })}</p>}
      <PlaceTable countries={world.countries} hrefOf={(country) => mapHref(params, { country })} />
      {world.corridors.length > 0 && <CorridorTable corridors={world.corridors} />}
    </div>
  );
}

function linkOf(id: string, world: World, params: URLSearchParams): { href: string; label: string } | undefined {
  const country = world.countries.find((each) => countryTarget(each.country) === id);
  if (country)
    return {
      href: mapHref(params, { country: country.country }),
      label: m.suppliers_map_country({
        country: formatCountry(country.country),
        suppliers: formatNumber(country.suppliers),
        sites: formatNumber(country.sites),
        band: bandName(country.worst),
      }),
    };
  const place = world.clusters.findIndex((_, at) => clusterTarget(at) === id);
  const cluster = world.clusters[place];
  return cluster && { href: clusterHref(cluster, params), label: clusterWords(cluster) };
}

function clusterHref({ area, country }: Cluster, params: URLSearchParams): string {
  return area ? mapHref(params, { area: area.join() }) : mapHref(params, { country: country ?? [] });
}

function clusterWords({ suppliers, worst, country }: Cluster): string {
  const band = bandName(worst);
  const count = formatNumber(suppliers);
  return country ? m.map_cluster_country({ country: formatCountry(country), count, band }) : m.map_cluster({ count, band });
}

const fills: Record<Band, string> = {
  low: 'fill-band-low',
  moderate: 'fill-band-moderate',
  elevated: 'fill-band-elevated',
  high: 'fill-band-high',
  severe: 'fill-band-severe',
};

function Legend({ title }: { title: string }) {
  return (
    <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted" aria-label={title}>
      <li className="font-semibold">{title}</li>
      {(['low', 'moderate', 'elevated', 'high', 'severe'] as const).map((band) => (
        <li key={band} className="flex items-center gap-1.5">
          <svg width="18" height="12" aria-hidden="true">
            <rect width="18" height="12" className={fills[band]} />
          </svg>
          <BandShape band={band} className="size-3" /> {bandName(band)}
        </li>
      ))}
      <li className="flex items-center gap-1.5">
        <span className="hatched inline-block h-3 w-4.5" /> {bandName(null)}
      </li>
    </ul>
  );
}

function CorridorTable({ corridors }: { corridors: World['corridors'] }) {
  return (
    <DataTable
      caption={m.map_corridors()}
      isCaptionShown
      rows={corridors}
      rowKey={({ origin, destination }) => `${origin} ${destination}`}
      columns={[
        { key: 'origin', header: m.map_corridor_origin(), cell: ({ origin }) => formatCountry(origin) },
        { key: 'destination', header: m.map_corridor_destination(), cell: ({ destination }) => formatCountry(destination) },
        { key: 'providers', header: m.map_corridor_providers(), align: 'end', cell: ({ providers }) => formatNumber(providers) },
        { key: 'suppliers', header: m.suppliers_list_title(), align: 'end', cell: ({ suppliers }) => formatNumber(suppliers) },
      ]}
    />
  );
}
