import type { RouteConfigEntry } from '@remix-run/route-config';

type Declared = RouteConfigEntry & { children?: Declared[] };
export type { Declared as DeclaredRoute };

/**
 * Declares the routes of one folder of `app/routes`.
 * @param folder the folder below `app/routes`, such as `org/findings`
 */
export function routesIn(folder: string) {
  const fileIn = (name: string) => `routes/${folder}/${name}`;
  return {
    /** A page or download; with `children`, the frame around them. Its path follows that of its parent. */
    route: (path: string, name: string, children?: Declared[]): Declared => ({
      ...{ path, file: fileIn(name) },
      ...(children ? { children } : {}),
    }),
    /** The page at the path itself, beside others below it: forms post to it with `?index`. */
    indexAt: (path: string, name: string): Declared => ({ path, index: true, file: fileIn(name) }),
    /** The page at its parent's own path. */
    index: (name: string): Declared => ({ index: true, file: fileIn(name) }),
  };
}
