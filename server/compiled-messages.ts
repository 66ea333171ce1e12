import { join } from 'node:path';
import type { Plugin } from 'vite';
import { generateMessages, messageSources } from './build-app';

/** What a change of a message is waited for: an editor writes several files at once. */
const pauseMs = 200;

/**
 * Remakes the messages while `npm run dev` runs, by the same generation as a build (`generateMessages`), and has the pages fetched again. `generate` is for tests.
 */
export function compiledMessages(generate: () => Promise<void> = generateMessages): Plugin {
  return {
    name: 'compiled-messages',
    apply: 'serve',
    buildStart: generate,
    configureServer({ config, watcher, ws }) {
      const folders = messageSources.map((source) => join(config.root, source));
      let timer: ReturnType<typeof setTimeout> | undefined;
      const remake = async () => {
        try {
          await generate();
          ws.send({ type: 'full-reload' });
        } catch (error) {
          config.logger.error(error instanceof Error ? error.message : String(error));
        }
      };
      watcher.add(folders);
      watcher.on('all', (_, file) => {
        if (!folders.some((folder) => file.startsWith(folder))) return;
        clearTimeout(timer);
        timer = setTimeout(() => void remake(), pauseMs);
      });
    },
  };
}
