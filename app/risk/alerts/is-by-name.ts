import type { AlertKind } from '#scoring';

const names: ReadonlySet<string> = new Set(['name', 'folded-name', 'alias', 'folded-alias']);

/** Whether a name of the party met the row. The names that a region is recognised by are those of places. */
export const isByName = ({ kind, comparisons }: { kind: AlertKind; comparisons: readonly { by: string }[] }): boolean =>
  kind !== 'presumed-region' && comparisons.some(({ by }) => names.has(by));
