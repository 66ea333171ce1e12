import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import tsconfigPaths from 'vite-tsconfig-paths';
import remixConfig from './remix.config.js';
import { memberWords } from './server/member-words.ts';
import { namedMessages } from './server/named-messages.ts';
import { serverPackages } from './server/server-packages.ts';

export default defineConfig({
  plugins: [
    serverPackages(),
    paraglideVitePlugin({ project: './project.inlang', outdir: './app/paraglide', strategy: ['globalVariable', 'baseLocale'] }),
    memberWords(),
    namedMessages(),
    tailwindcss(),
    remix(remixConfig),
    tsconfigPaths(),
  ],
  // The recorder is a script of its own; its service worker too.
  worker: { plugins: () => [memberWords(), namedMessages(), tsconfigPaths()] },
  // Words and small parts that several pages share go together, or each would be a file of its own to fetch.
  build: { sourcemap: false, rollupOptions: { output: { experimentalMinChunkSize: 10_000 } } },
});
