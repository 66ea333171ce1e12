import { defineConfig } from 'vite';
import { groupedMessages } from './grouped-messages';
import { sourceAliases } from './source-aliases';

/**
 * Builds the processes beside the pages: the web server, the report renderer, the reader of uploaded files, the queue's worker, the demonstration, and
 * commands. Run from sources, each would load the messages of the whole project: several times the memory, and seconds before the first page or job. Code
 * shared by two of them is built once; a part contains nothing that one of its users does not need.
 */
export default defineConfig({
  plugins: [groupedMessages()],
  resolve: { alias: sourceAliases },
  publicDir: false,
  build: {
    ssr: true,
    reportCompressedSize: false,
    // Private fields are lowered to maps for older ones, and looked after by the collector one by one.
    target: 'node20',
    outDir: 'build/processes',
    sourcemap: true,
    rollupOptions: {
      input: {
        drawer: 'server/render-process.ts',
        reader: 'server/reader-process.ts',
        web: 'server/web-process.ts',
        worker: 'server/worker.ts',
        seed: 'server/seed-process.ts',
        recompute: 'server/recompute-command.ts',
        'restore-sensitive-cases': 'server/restore-sensitive-cases-command.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
    },
  },
});
