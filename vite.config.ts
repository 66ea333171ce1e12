import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import remixConfig from './remix.config.js';
import { compiledMessages } from './server/compiled-messages.ts';
import { groupedMessages } from './server/grouped-messages.ts';
import { sourceAliases } from './server/source-aliases.ts';
import { serverPackages } from './server/server-packages.ts';

/** Files of their own: pages that show only the lists of the method fetch no validation with a small part that they share. */
function apart(id: string): string | undefined {
  if (id.includes('/node_modules/zod/')) return 'validation';
  return id.endsWith('/scoring/vocabulary.ts') ? 'vocabulary' : undefined;
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    serverPackages(),
    // For development; a build finds the messages compiled already (server/build-app.ts).
    compiledMessages(),
    groupedMessages(),
    tailwindcss(),
    remix(remixConfig),
  ],
  resolve: { alias: sourceAliases },
  // The recorder is a script of its own; its service worker too.
  worker: { plugins: () => [groupedMessages()] },
  // Small parts that several pages share go together, or each would be a file of its own to fetch. A larger size joins what has nothing in common: at 10,000
  // the pages of members fetched about a fifth more script, among it forms of pages they never open; the landing page, slightly less.
  build: {
    sourcemap: false,
    reportCompressedSize: false,
    rollupOptions: isSsrBuild ? { treeshake: false } : { output: { experimentalMinChunkSize: 3_000, manualChunks: apart } },
  },
}));
