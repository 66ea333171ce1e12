import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import type { ServerBuild } from '@remix-run/node';
import * as entry from '~/entry.server';
import routes from '~/routes';
import type { DeclaredRoute } from '~/routes/declare';
import { environment } from '~/env.server';
import { createWebApp } from '../../server/web';
import remixConfig from '../../remix.config.js';

type RouteFile = { id: string; parentId?: string; path?: string; index?: boolean; file: string };

/** The routes as the build finds them: ids are files without their extension, as Remix makes them. */
export function routeFiles(declared: readonly DeclaredRoute[] = routes, parentId = 'root'): RouteFile[] {
  return declared.flatMap(({ path, index, file, children }) => {
    const id = file.replace(/\.tsx?$/, '');
    return [
      { id, parentId, file, ...(path === undefined ? {} : { path }), ...(index ? { index } : {}) },
      ...routeFiles(children ?? [], id),
    ];
  });
}

/** The build that Remix would produce, made from the sources without one. It has no browser assets. */
export async function sourceBuild(): Promise<ServerBuild> {
  const files: RouteFile[] = [{ id: 'root', path: '', file: 'root.tsx' }, ...routeFiles()];
  const routes: ServerBuild['routes'] = {};
  const shown: ServerBuild['assets']['routes'] = {};
  for (const { id, parentId, path, index, file } of files) {
    const module = (await import(/* @vite-ignore */ resolve('app', file))) as ServerBuild['routes'][string]['module'];
    const placed = {
      id,
      ...(id === 'root' ? {} : { parentId: parentId ?? 'root' }),
      ...(path === undefined ? {} : { path }),
      ...(index ? { index: true } : {}),
    };
    routes[id] = { ...placed, module };
    shown[id] = {
      ...placed,
      module: `/assets/${id}.js`,
      hasAction: 'action' in module,
      hasLoader: 'loader' in module,
      hasClientAction: false,
      hasClientLoader: false,
      hasErrorBoundary: 'ErrorBoundary' in module,
    };
  }
  return {
    ...{ mode: 'production', entry: { module: entry }, routes, publicPath: '/', assetsBuildDirectory: 'none', isSpaMode: false },
    assets: { entry: { imports: [], module: '/assets/entry.js' }, routes: shown, url: '/assets/manifest.js', version: 'test' },
    future: remixConfig.future as ServerBuild['future'],
  };
}

/** Each route as a path, its parameters as `:name`, as the build finds them; `isActed`: it has an action. */
export function routePaths(build: ServerBuild): { path: string; isActed: boolean }[] {
  const files = routeFiles();
  const byId = new Map(files.map((file) => [file.id, file]));
  const whole = (id: string): string => {
    const file = byId.get(id);
    if (!file) return '';
    const own = file.path ? `/${file.path}` : '';
    return (file.parentId && file.parentId !== 'root' ? whole(file.parentId) : '') + own;
  };
  const acted = new Set(files.filter(({ id }) => build.routes[id]?.module.action !== undefined).map(({ id }) => whole(id)));
  return [...new Set(files.map(({ id }) => whole(id) || '/'))].sort().map((path) => ({ path, isActed: acted.has(path) }));
}

export type Served = { port: number; host: string; close: () => Promise<void> };

/** Serves the application from its sources on a free port, through the same express application as `npm start`, behind one trusted proxy. */
export async function serveSources(build: ServerBuild): Promise<Served> {
  const settings = { ...environment(), NODE_ENV: 'production' as const, TRUST_PROXY: true };
  const ready = async () => ({ database: true, migrations: true, files: true });
  const app = createWebApp({ environment: settings, build, clientFolder: resolve('public') }, ready);
  const server = app.listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.closeAllConnections();
    await new Promise<void>((done) => server.close(() => done()));
  };
  return { port, host: `127.0.0.1:${port}`, close };
}
