import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { loaderOf } from './loader-of';
import { type Supervised, type SupervisedOptions, supervise } from './supervise/supervise';

/**
 * The worker streams: little of what it reads stays. Left to itself V8 lets such garbage grow to several times what is held before it looks;
 * measured on an import of 100,000 rows, 320 MB above the idle process, and 80 MB with these.
 */
export const frugal = ['--max-semi-space-size=8', '--heap-growing-percent=30'];

const readySchema = z.object({ isReady: z.literal(true), workerIds: z.array(z.string()) });
/** What the worker says when it can work, with the names under which it locks jobs. */
export type WorkerReady = z.infer<typeof readySchema>;

/** More were not started since the one that took the oldest job still waiting to be given back. */
const namesKept = 30;

/**
 * Keeps the queue's worker running as a process of its own. Each gets the names of its dead predecessors, whose jobs it takes over. `built`: its built file;
 * null runs the sources.
 */
export function keepWorker({
  env,
  built,
  ...options
}: { env: NodeJS.ProcessEnv; built: string | null } & Pick<SupervisedOptions, 'giveUp' | 'isEnding'>): Supervised {
  let dead: string[] = [];
  return supervise({
    ...options,
    name: 'The worker',
    child: { child: 'worker' },
    isReady: (message) => {
      const ready = readySchema.safeParse(message);
      if (ready.success) dead = [...dead, ...ready.data.workerIds].slice(-namesKept);
      return ready.success;
    },
    start: () =>
      fork(built ?? fileURLToPath(new URL('./worker.ts', import.meta.url)), {
        env: { ...env, DEAD_WORKERS: dead.join(' ') },
        execArgv: [...frugal, '--disable-warning=DeprecationWarning', ...loaderOf(built)],
      }),
    stopWithin: 25_000,
  });
}
