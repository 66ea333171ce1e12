import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TaskList } from 'graphile-worker';
import { z } from 'zod';

const folder = new URL('../app/jobs/', import.meta.url);
const payloadSchema = z.object({ organizationId: z.string(), runId: z.string(), userId: z.string() });
const jobModule = z.object({
  run: z.custom<(payload: z.infer<typeof payloadSchema>) => Promise<void>>((value) => typeof value === 'function'),
});

/** One task for each file of app/jobs that exports `run`, under the file's name. */
export async function loadJobs(): Promise<TaskList> {
  const tasks: TaskList = {};
  for (const file of readdirSync(fileURLToPath(folder))) {
    const name = /^(?!enqueue)([a-z-]+)\.server\.ts$/.exec(file)?.[1];
    if (name === undefined) continue;
    const { run } = jobModule.parse(await import(new URL(file, folder).href));
    tasks[name] = (payload) => run(payloadSchema.parse(payload));
  }
  return tasks;
}
