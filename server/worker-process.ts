import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { loaderOf } from './build-app';

/**
 * The worker streams: little of what it reads stays. Left to itself V8 lets such garbage grow to several times what is held before it looks;
 * measured on an import of 100,000 rows, 320 MB above the idle process, and 80 MB with these.
 */
export const frugal = ['--max-semi-space-size=8', '--heap-growing-percent=30'];

/** Starts the queue's worker as a process of its own and starts it again when it dies. `built`: its file as built; null runs the sources. */
export function startWorker({ env, say, built }: { env: NodeJS.ProcessEnv; say: (line: string) => void; built: string | null }): {
  stop: () => Promise<void>;
} {
  let child: ChildProcess | null = null;
  let isStopping = false;
  let failures = 0;
  const start = () => {
    const startedAt = performance.now();
    child = fork(built ?? fileURLToPath(new URL('./worker.ts', import.meta.url)), {
      env,
      execArgv: [...frugal, '--disable-warning=DeprecationWarning', ...loaderOf(built)],
    });
    child.once('exit', (code, signal) => {
      child = null;
      if (isStopping) return;
      failures = performance.now() - startedAt > 60_000 ? 1 : failures + 1;
      const wait = Math.min(30, 2 ** failures);
      say(`The worker ended (${signal ?? code}) and is started again in ${wait} s.`);
      setTimeout(() => !isStopping && start(), wait * 1_000).unref();
    });
  };
  start();
  const stop = async () => {
    isStopping = true;
    const running = child;
    if (running === null) return;
    await new Promise<void>((resolve) => {
      running.once('exit', () => resolve());
      running.kill('SIGTERM');
      setTimeout(() => running.kill('SIGKILL'), 25_000).unref();
    });
  };
  return { stop };
}
