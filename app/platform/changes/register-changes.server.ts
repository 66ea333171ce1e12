import type { ChangeSource } from './change-source';

const sources = new Map<string, ChangeSource>();

/** Registers the source of each kind, by its name in addresses. Throws where a kind has one already. */
export function registerChanges(added: Readonly<Record<string, ChangeSource>>): void {
  for (const [kind, source] of Object.entries(added)) {
    if (sources.has(kind)) throw new Error(`changes have two sources of the kind ${kind}`);
    sources.set(kind, source);
  }
}

export const changeSources = (): ReadonlyMap<string, ChangeSource> => sources;
