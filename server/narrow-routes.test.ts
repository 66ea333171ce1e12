import type { ServerBuild } from '@remix-run/node';
import { matchRoutes } from '@remix-run/react';
import { expect, test } from 'vitest';
import { routeFiles } from '../tests/setup/served-app';
import { groupRoutes } from './narrow-routes';

type Routes = ServerBuild['routes'];
type Node = { id: string; path?: string; index?: boolean; children?: Node[] };

const routes = Object.fromEntries(
  [{ id: 'root', path: '' }, ...routeFiles()].map((route) => [route.id, { ...route, module: {} }]),
) as unknown as Routes;

function treeOf(of: Routes, parent?: string): Node[] {
  return Object.values(of).flatMap((route) => {
    if (!route || route.parentId !== parent) return [];
    const { id, path, index } = route;
    return [{ id, ...(path === undefined ? {} : { path }), ...(index ? { index } : { children: treeOf(of, id) }) }];
  });
}
const matched = (tree: Node[], path: string) => matchRoutes(tree as never, path)?.map(({ route }) => route.id) ?? null;
const all = treeOf(routes);

const whole = (id: string): string => {
  const route = routes[id];
  return `${route?.parentId ? whole(route.parentId) : ''}/${route?.path ?? ''}`;
};
const addresses = Object.keys(routes).map((id) =>
  whole(id)
    .replace(/:\w+\??/g, 'x1')
    .replace('*', 'some/where')
    .replace(/\/+/g, '/'),
);
const { groupOf, routesFor } = groupRoutes(routes);

test('finds the same routes in the group of an address as among all, for every declared address', () => {
  for (const path of addresses) expect([path, matched(treeOf(routesFor(path)), path)]).toEqual([path, matched(all, path)]);
});

test('finds the same for addresses in other letters, encoded, with more or fewer segments, and for data', () => {
  const variants = [
    '/',
    '/O/acme/SUPPLIERS',
    '/o/acme/%73uppliers',
    '/o/acme/nothing',
    '/o/acme',
    '/o/acme/suppliers/a/b/c/d',
    '/nothing',
    '/o/suppliers',
  ];
  for (const path of variants) expect([path, matched(treeOf(routesFor(path)), path)]).toEqual([path, matched(all, path)]);
  expect(groupOf('/o/acme/suppliers.data')).toBe(groupOf('/o/acme/suppliers'));
  expect(groupOf('/_root.data')).toBe(groupOf('/'));
});

test('has few routes in a group, and no more groups than declared segments', () => {
  expect(Object.keys(routesFor('/o/acme/suppliers')).length).toBeLessThan(Object.keys(routes).length / 4);
  const made = Array.from({ length: 500 }, (_, at) => [`/s${at}`, `/o/acme/s${at}`]).flat();
  expect(new Set(made.map(groupOf)).size).toBe(2);
});
