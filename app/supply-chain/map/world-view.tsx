import { Link, useSearchParams } from '@remix-run/react';
import { DrawingSvg } from '~/ui/drawing/drawing';
import type { Drawing } from '~/ui/drawing/shapes';
import { m } from '~/paraglide/messages';
import { bandName } from '~/ui/band-badge';
import { DataTable } from '~/ui/data-table';
import { formatCountry, formatNumber } from '~/ui/format';
import { DrawingLink } from './drawing-link';
import { clusterTarget, countryTarget } from './draw-world';
import type { Cluster } from './gather-clusters';
import { type MapState, mapHref } from './map-state';
import { PlaceTable } from './place-table';
import type { WorldShown } from './read-world.server';
import { DoubtfulTable } from './world/doubtful-table';
import { LargeWorld } from './world/large-world';
import { WorldLegend } from './world/world-legend';

type World = Pick<WorldShown, 'countries' | 'clusters' | 'corridors' | 'nowhere' | 'fills' | 'doubtful'>;

/** The world with what is shown in it, and the same as tables. `base` is the path of the organization. */
export function WorldView({
  world,
  drawing,
  fill,
  area,
  base,
}: {
  base: string;
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
        <LargeWorld base={base} world={world} title={title}>
          <DrawingSvg drawing={drawing} label={{ text: title }} linkFor={linkFor} linkAs={DrawingLink} className="w-full" />
        </LargeWorld>
        <WorldLegend title={fill === 'country' ? m.map_fill_country() : m.map_fill_suppliers()} hasDoubts={world.doubtful.total > 0} />
        <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1">
          <Link to={mapHref(params, { fill: other === 'suppliers' ? null : other })} preventScrollReset>
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
      {world.doubtful.total > 0 && <DoubtfulTable doubtful={world.doubtful} hrefOf={(open) => mapHref(params, { open })} />}
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
