import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Ends this process when its parent is gone. While reading a file it handles no events, so a thread watches the parent. Resolves when the thread runs. */
export async function endWithParent(): Promise<void> {
  const watch = `const { workerData: ppid } = require('node:worker_threads');
    setInterval(() => process.ppid === ppid || process.kill(process.pid, 'SIGKILL'), 500);`;
  const thread = new Worker(watch, {
    eval: true,
    // Read here: by the time the thread runs its first line the parent may be gone, and another process be the parent.
    workerData: process.ppid,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2 },
  });
  await once(thread, 'online');
  thread.unref();
}
