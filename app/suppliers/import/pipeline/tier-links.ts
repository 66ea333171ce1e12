import type { PlannedValues } from './plan-facts';
import type { Links } from './plan-links';
import type { ImportRecord } from './record';

type Tiers = Pick<ImportRecord, 'tier' | 'upstream'>;

/** Each supplier of a further tier supplies the one before it; where a tier between them is missing, nothing says whom it supplies. */
export function linkTiers(
  links: Links,
  own: string,
  rowNumber: number,
  { record, keys }: { record: Tiers; keys: readonly string[] },
): void {
  keys.forEach((key, at) => {
    const below = at === 0 ? own : keys[at - 1];
    if (below !== undefined && !followsGap(record, at)) links.add({ kind: 'supplies', fromKey: key, toKey: below, rowNumber });
  });
}

/** Whether the tier just below a named supplier of a further tier is missing in its row. */
function followsGap({ tier: own, upstream }: Tiers, at: number): boolean {
  const below = at === 0 ? (own ?? 1) : (upstream[at - 1]?.tier ?? 1);
  return (upstream[at]?.tier ?? 1) > below + 1;
}

/** What a row says of a supplier of a further tier: where it is, and its tier where no link says it. */
export function tierValues(record: Tiers, at: number): PlannedValues {
  const said = record.upstream[at];
  if (!said) return {};
  return {
    name: said.name,
    ...(said.country === null ? {} : { country: said.country }),
    ...(followsGap(record, at) ? { declaredTier: said.tier } : {}),
  };
}
