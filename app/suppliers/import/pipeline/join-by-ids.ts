import { idKey } from '~/suppliers/parties/external-ids';
import { nameIdentity } from '~/suppliers/parties/name-identity';
import { foldText } from '~/suppliers/parties/name-key';
import type { ImportRecord } from './record';

const separator = '\u001f';
type Named = { record: ImportRecord; country: string | null };
/** `identity`: the key under which a row's supplier is one with that of other rows; `ids`: what identifiers the rows of that supplier give. */
export type Joined = { identity: string; ids: string[]; lei: string | null };

/** The identifiers that speak of the row's supplier, strongest first. An OS ID names a place: it speaks of the supplier only where the row names no site beside it. */
export function idsOf(record: Pick<ImportRecord, 'supplierName' | 'siteName' | 'lei' | 'registration' | 'duns' | 'osId'>): string[] {
  const isOwnPlace = record.siteName === null || foldText(record.siteName) === foldText(record.supplierName);
  return [
    ...(record.lei ? [idKey('lei', record.lei)] : []),
    ...(record.registration ? [idKey('registration', record.registration)] : []),
    ...(record.duns ? [idKey('duns', record.duns)] : []),
    ...(record.osId && isOwnPlace ? [idKey('osId', record.osId)] : []),
  ];
}

/**
 * Rows of one supplier: the same folded name and country, or an identifier in common, whatever the names are. Two LEIs are two legal entities,
 * even with the same name. `same`: pairs of names (`nameIdentity`) that are one company, sorted. Returns one entry for each row; the order of the rows does not matter. Grows with the rows and their identifiers.
 */
export function joinByIds(
  rows: readonly Named[],
  same: readonly (readonly [string, string])[] = [],
): { joined: Joined[]; identityOf: (name: string, country: string | null) => string } {
  const leis = new Map<string, Set<string>>();
  for (const { record, country } of rows) {
    const name = nameIdentity(record.supplierName, country);
    const held = leis.get(name) ?? new Set<string>();
    if (record.lei) held.add(record.lei);
    leis.set(name, held);
  }
  const nodes = rows.map(({ record, country }) => {
    const name = nameIdentity(record.supplierName, country);
    return record.lei && (leis.get(name)?.size ?? 0) > 1 ? [name, record.lei].join(separator) : name;
  });
  const parent = new Map<string, string>();
  const rootOf = (node: string): string => {
    let root = node;
    for (let up = parent.get(root); up !== undefined; up = parent.get(root)) root = up;
    return root;
  };
  const leiOf = new Map<string, string>();
  nodes.forEach((node, at) => {
    const lei = rows[at]?.record.lei;
    if (lei && node !== '') leiOf.set(node, lei);
  });
  const join = (one: string, other: string): void => {
    const [a, b] = [rootOf(one), rootOf(other)].sort();
    if (a === undefined || b === undefined || a === b) return;
    const [leiA, leiB] = [leiOf.get(a), leiOf.get(b)];
    if (leiA && leiB && leiA !== leiB) return;
    parent.set(b, a);
    if (leiB && !leiA) leiOf.set(a, leiB);
  };
  const holders = new Map<string, Set<string>>();
  rows.forEach(({ record }, at) => {
    for (const id of idsOf(record)) holders.set(id, (holders.get(id) ?? new Set()).add(nodes[at] ?? ''));
  });
  for (const [, held] of [...holders].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [first = '', ...others] = [...held].sort();
    for (const other of others) join(first, other);
  }
  for (const [one, other] of same) join(one, other);
  const ids = new Map<string, Set<string>>();
  rows.forEach(({ record }, at) => {
    const root = rootOf(nodes[at] ?? '');
    const held = ids.get(root) ?? new Set<string>();
    for (const id of idsOf(record)) held.add(id);
    ids.set(root, held);
  });
  return {
    joined: nodes.map((node) => {
      const identity = rootOf(node);
      return { identity, ids: [...(ids.get(identity) ?? [])], lei: leiOf.get(identity) ?? null };
    }),
    identityOf: (name, country) => rootOf(nameIdentity(name, country)),
  };
}
