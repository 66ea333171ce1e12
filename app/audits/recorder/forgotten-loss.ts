import type { Pack } from './pack';

/** The number of entries in a sealed record, and how many of them the server has not received. */
export type Loss = { held: number; lost: number };

/** Ids are not sealed: those that the server knows, or knows to be replaced, are safe; with the passphrase gone the others are not. */
export function forgottenLoss(pack: Pick<Pack, 'entries' | 'replaced'>, kept: { entries: readonly string[] }): Loss {
  const received = new Set([...pack.entries.map(({ id }) => id), ...pack.replaced]);
  return { held: kept.entries.length, lost: kept.entries.filter((id) => !received.has(id)).length };
}
