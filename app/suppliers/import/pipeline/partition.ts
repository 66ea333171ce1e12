import { idKey } from '~/suppliers/parties/external-ids';
import { foldText } from '~/suppliers/parties/name-key';
import type { TableShape } from './fields';
import { idsOf } from './join-by-ids';
import { namesOwners } from './plan-links';
import { identifierOf } from './plan-sites';
import type { ImportRecord } from './record';

/** The cells of a row that identify a party. */
export type NamingRecord = Pick<
  ImportRecord,
  | 'supplierName'
  | 'siteName'
  | 'publicId'
  | 'osId'
  | 'externalId'
  | 'lei'
  | 'duns'
  | 'registration'
  | 'subcontractors'
  | 'labourProviders'
  | 'parentCompany'
  | 'group'
  | 'customer'
  | 'producer'
  | 'upstream'
  | 'otherCustomers'
>;

/**
 * The names and identifiers by which a plan (`plan.ts`) can take two rows to speak of the same party. Rows that share none are planned alike
 * together or apart: what a plan compares across rows must be among these keys.
 */
export function namingKeys(record: NamingRecord, shape: TableShape): string[] {
  const isNumbered = shape === 'hierarchy' || shape === 'edges';
  const number = isNumbered ? identifierOf(record) : null;
  const companies = [...(namesOwners(shape) ? [record.parentCompany, record.group] : []), record.customer, record.producer?.name ?? null];
  const upstream = record.upstream.map(({ name }) => name);
  return [
    ...[record.supplierName, ...record.subcontractors, ...record.otherCustomers, ...upstream, ...companies].flatMap((name) =>
      name === null ? [] : `name ${foldText(name)}`,
    ),
    ...record.labourProviders.map((name) => `provider ${foldText(name)}`),
    ...idsOf(record),
    ...(record.publicId === null ? [] : [idKey('publicId', record.publicId)]),
    ...(number === null ? [] : [`number ${number}`]),
  ];
}

/**
 * Divides a long list into pieces that can be planned one after the other: rows that share a key, directly or through others, stay together.
 * Memory: a number for each row and an entry for each distinct key; each row costs a few map accesses.
 */
export function partitionRows() {
  const firstOf = new Map<string, number>();
  const parent: number[] = [];
  const rootOf = (row: number): number => {
    let root = row;
    while (parent[root] !== undefined && parent[root] !== root) root = parent[root] ?? root;
    for (let at = row; at !== root; ) [parent[at], at] = [root, parent[at] ?? root];
    return root;
  };
  return {
    /** Rows are numbered from 0 in the order in which they are added. */
    add(keys: readonly string[]): void {
      const row = parent.length;
      parent.push(row);
      for (const key of keys) {
        const first = firstOf.get(key);
        if (first === undefined) firstOf.set(key, row);
        else {
          const [a, b] = [rootOf(first), rootOf(row)];
          // The lower number stays the root, so that pieces come in the order of the file.
          parent[Math.max(a, b)] = Math.min(a, b);
        }
      }
    },
    /** The rows in pieces of about `size`; only what hangs together makes a piece larger. Each piece is in the order of the file. */
    pieces(size: number): number[][] {
      firstOf.clear();
      const together = new Map<number, number[]>();
      for (let row = 0; row < parent.length; row++) {
        const root = rootOf(row);
        const held = together.get(root);
        if (held) held.push(row);
        else together.set(root, [row]);
      }
      const pieces: number[][] = [];
      let open: number[] = [];
      for (const rows of together.values()) {
        if (open.length > 0 && open.length + rows.length > size) {
          pieces.push(open);
          open = [];
        }
        for (const row of rows) open.push(row);
      }
      if (open.length > 0) pieces.push(open);
      for (const piece of pieces) piece.sort((a, b) => a - b);
      return pieces;
    },
  };
}
