import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { loaderOf } from './loader-of';
import type { SharedPort } from './supervise/share-port';
import { type Supervised, type SupervisedOptions, supervise } from './supervise/supervise';
import { leavingMessage, stopMessage } from './web-messages';
import type { WebOrder } from './web-process';

type WebOptions = {
  port: SharedPort;
  /** How many. */
  processes: number;
  order: WebOrder;
  env: NodeJS.ProcessEnv;
  /** Their file as built; null runs the sources. */
  built: string | null;
} & Pick<SupervisedOptions, 'giveUp' | 'isEnding'>;

/** Pages make much that is soon of no use: a larger young generation is collected less often. Divided, as it counts for each process. */
const youngMegabytes = 64;

/** Keeps web processes running, which share one port and nothing else in memory. */
export function keepWeb({ port, processes, order, env, built, ...options }: WebOptions): Supervised {
  const kept = Array.from({ length: processes }, (_, index) =>
    supervise({
      ...options,
      child: { child: 'web', childNumber: index + 1 },
      name: processes === 1 ? 'The web process' : `Web process ${index + 1}`,
      start: () => {
        const child = fork(built ?? fileURLToPath(new URL('./web-process.ts', import.meta.url)), [JSON.stringify(order)], {
          env,
          execArgv: [
            `--max-semi-space-size=${Math.max(16, Math.floor(youngMegabytes / processes))}`,
            '--disable-warning=DeprecationWarning',
            ...loaderOf(built),
          ],
        });
        child.on('message', (message) => {
          if (message !== leavingMessage) return;
          port.pause(child);
          child.send(stopMessage);
        });
        return child;
      },
      onReady: port.add,
      onGone: port.remove,
      // After the connections that were passed before it, which are served.
      askToStop: (child) => (child.connected ? child.send(stopMessage) : child.kill('SIGKILL')),
      stopWithin: 12_000,
    }),
  );
  return {
    ready: Promise.all(kept.map(({ ready }) => ready)).then(() => {}),
    stop: async () => {
      port.close();
      await Promise.all(kept.map(({ stop }) => stop()));
    },
  };
}
