import type { ServerBuild } from '@remix-run/node';
import type { RequestHandler } from 'express';
import { createServer } from 'vite';

/** Pages straight from their sources, remade at each change, for `npm run dev`. */
export async function developmentBuild(): Promise<{ build: () => Promise<ServerBuild>; middleware: RequestHandler }> {
  const vite = await createServer({ server: { middlewareMode: true } });
  const build = async () => {
    const loaded = await vite.ssrLoadModule('virtual:remix/server-build');
    return isServerBuild(loaded) ? loaded : Promise.reject(new Error('Vite made no server build.'));
  };
  return { build, middleware: vite.middlewares };
}

function isServerBuild(value: object): value is ServerBuild {
  return 'entry' in value && 'routes' in value && 'assets' in value;
}
