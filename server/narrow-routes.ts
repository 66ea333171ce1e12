import type { ServerBuild } from '@remix-run/node';

type Routes = ServerBuild['routes'];

/** Of an address inside an organization (`/o/NAME/…`) the segment that tells the pages apart; of every other the first. */
const organizations = 'o';
const segmentInOrganization = 2;

/**
 * Remix flattens and ranks all routes of its build for every match, several times a request, which took most of the time of a simple page. The routes are therefore
 * kept in groups that are small: by the first segment of an address, and within an organization by the third. A group has every route that an address of it can
 * match, with its parents, so that the same one is found as among all of them. The number of groups is that of the declared segments, whatever is asked for.
 */
export function groupRoutes(routes: Routes) {
  const all = Object.values(routes).flatMap((route) => (route ? [{ id: route.id, segments: segmentsOf(routes, route.id) }] : []));
  const fixedAt = (place: number, inside: string | null) =>
    new Set(
      all.flatMap(({ segments }) => {
        const segment = segments[place];
        return segment === undefined || isOpen(segment) || (inside !== null && segments[0] !== inside) ? [] : [segment];
      }),
    );
  const first = fixedAt(0, null);
  const third = fixedAt(segmentInOrganization, organizations);
  /** The fixed segments that an address names; null where it names none that is declared. */
  const namedIn = (path: string): [string | null, string | null] => {
    const parts = partsOf(path);
    const named = parts[0] !== undefined && first.has(parts[0]) ? parts[0] : null;
    const deeper = parts[segmentInOrganization];
    return [named, named === organizations && deeper !== undefined && third.has(deeper) ? deeper : null];
  };
  return {
    /** The name of the group of an address. */
    groupOf: (path: string): string => namedIn(path).join('/'),
    /** The routes that an address of its group can match. */
    routesFor: (path: string): Routes => {
      const [named, deeper] = namedIn(path);
      const kept = new Set<string>();
      for (const { id, segments } of all) {
        const isFit = fits(segments[0], named) && (named !== organizations || fits(segments[segmentInOrganization], deeper));
        if (isFit) for (const each of [id, ...parentsOf(routes, id)]) kept.add(each);
      }
      return Object.fromEntries(Object.entries(routes).filter(([id]) => kept.has(id)));
    },
  };
}

/** The build with the routes of a group alone. The browser's list of routes is a file of its own and stays whole. */
export function narrowBuild(build: ServerBuild, routes: Routes): ServerBuild {
  const assets = Object.fromEntries(Object.entries(build.assets.routes).filter(([id]) => id in routes));
  return { ...build, routes, assets: { ...build.assets, routes: assets } };
}

/** A segment that other text can match too, or none: parameters, splats, optional segments. */
const isOpen = (segment: string): boolean => /^:|^\*|\?$/.test(segment);
const fits = (segment: string | undefined, named: string | null): boolean => segment === undefined || isOpen(segment) || segment === named;

function parentsOf(routes: Routes, id: string): string[] {
  const parent = routes[id]?.parentId;
  return parent === undefined ? [] : [parent, ...parentsOf(routes, parent)];
}

/** The whole path of a route, in lower case as routes are matched; from an optional segment on nothing is sure. */
function segmentsOf(routes: Routes, id: string): string[] {
  const path = [id, ...parentsOf(routes, id)].reverse().flatMap((each) => routes[each]?.path?.split('/').filter(Boolean) ?? []);
  const optional = path.findIndex((segment) => segment.endsWith('?') || segment === '*');
  return (optional < 0 ? path : path.slice(0, optional)).map((segment) => (segment.startsWith(':') ? segment : segment.toLowerCase()));
}

/** The segments of an address as routes read them: decoded, in lower case, of a request for data those of its page. */
function partsOf(path: string): string[] {
  const page = path.replace(/\.data$/, '').replace(/^\/_root$/, '/');
  return page
    .split('/')
    .filter(Boolean)
    .map((part) => {
      try {
        return decodeURIComponent(part).toLowerCase();
      } catch {
        return part.toLowerCase();
      }
    });
}
