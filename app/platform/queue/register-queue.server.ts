import type { QueueSource } from './queue-source';

const sources = new Map<string, QueueSource>();

/** Registers the source of each kind, by its name in addresses and files. Throws where a kind has one already. */
export function registerQueue(added: Readonly<Record<string, QueueSource>>): void {
  for (const [kind, source] of Object.entries(added)) {
    if (sources.has(kind)) throw new Error(`the queue has two sources of the kind ${kind}`);
    sources.set(kind, source);
  }
}

export const queueSources = (): ReadonlyMap<string, QueueSource> => sources;
