import type { JobName, JobOrder } from './enqueue.server';

type JobHandler = { run: (order: JobOrder) => Promise<void> };

const handlers = new Map<JobName, () => Promise<JobHandler>>();

/** Registers the one handler of a job; it is loaded with the first job. Throws where another module already handles it. */
export function handleJob(name: JobName, load: () => Promise<JobHandler>): void {
  if (handlers.has(name)) throw new Error(`the job ${name} has two handlers`);
  handlers.set(name, load);
}

/** Runs a job of the queue. */
export async function runJob(name: JobName, order: JobOrder): Promise<void> {
  const load = handlers.get(name);
  if (!load) throw new Error(`the job ${name} has no handler: app/registrations.server.ts was not imported`);
  await (await load()).run(order);
}
