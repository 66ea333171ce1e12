import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type Plugin } from 'vite';
import { expect, test } from 'vitest';
import { serverPackages } from './server-packages';

/** What Vite prepares for browsers once Remix requested a package by its URL, and a module of the page imported another. */
async function madeReady(plugins: Plugin[]): Promise<string[]> {
  const cacheDir = await mkdtemp(join(tmpdir(), 'manumit-vite-'));
  const vite = await createServer({
    ...{ configFile: false, cacheDir, plugins, logLevel: 'silent', optimizeDeps: { entries: [] } },
    server: { middlewareMode: true, ws: false, watch: null },
  });
  try {
    await vite.moduleGraph.getModuleByUrl('@node-rs/argon2');
    await vite.environments.client.pluginContainer.resolveId('d3-array', join(vite.config.root, 'app/root.tsx'));
    return Object.keys(vite.environments.client.depsOptimizer?.metadata.discovered ?? {});
  } finally {
    await vite.close();
    await rm(cacheDir, { recursive: true, force: true });
  }
}

test('a package that only the server names is not prepared for browsers; what a page imports is', async () => {
  expect(await madeReady([])).toContain('@node-rs/argon2');
  expect(await madeReady([serverPackages()])).toEqual(['d3-array']);
});
