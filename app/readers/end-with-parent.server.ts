import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/**
 * Ends this process when the one that started it is gone. In the middle of a file it hears nobody, and nobody else would end it in time: a thread looks. Resolves when it does.
 */
export async function endWithParent(): Promise<void> {
  const watch = `const { ppid, pid } = process; setInterval(() => process.ppid === ppid || process.kill(pid, 'SIGKILL'), 500);`;
  const thread = new Worker(watch, {
    eval: true,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2 },
  });
  await once(thread, 'online');
  thread.unref();
}
