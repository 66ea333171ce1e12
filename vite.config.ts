import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import remixConfig from './remix.config.js';
import { groupedMessages } from './server/grouped-messages.ts';
import { messageStrategy } from './server/message-strategy.ts';
import { sourceAliases } from './server/source-aliases.ts';
import { serverPackages } from './server/server-packages.ts';

/** The validation library has a file of its own: pages that validate nothing do not fetch it with a small part that they share. */
const apart = (id: string) => (id.includes('/node_modules/zod/') ? 'validation' : undefined);

export default defineConfig(({ command, isSsrBuild }) => ({
  plugins: [
    serverPackages(),
    // A build finds the messages compiled already (server/build-app.ts).
    command === 'serve' &&
      paraglideVitePlugin({
        project: './project.inlang',
        outdir: './app/paraglide',
        strategy: [...messageStrategy],
        outputStructure: 'message-modules',
      }),
    groupedMessages(),
    tailwindcss(),
    remix(remixConfig),
  ],
  resolve: { alias: sourceAliases },
  // The recorder is a script of its own; its service worker too.
  worker: { plugins: () => [groupedMessages()] },
  // Words and small parts that several pages share go together, or each would be a file of its own to fetch.
  build: {
    sourcemap: false,
    reportCompressedSize: false,
    rollupOptions: isSsrBuild ? { treeshake: false } : { output: { experimentalMinChunkSize: 10_000, manualChunks: apart } },
  },
}));
