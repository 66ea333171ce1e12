import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { findEmptyDefaults } from '../cli/structure/empty-defaults';

/** Optional texts with an empty default. The number may only fall: a missing value is null, unless an empty text means something of its own. */
const mostTexts = 767;

test('gives no id, date, number or closed list an empty text for a missing value', () => {
  const { refused, texts } = findEmptyDefaults('.');
  expect(refused).toEqual([]);
  expect(texts).toBeLessThanOrEqual(mostTexts);
});

const planted = `
type Grade = 'high' | 'low';
type Row = {
  id: string | null; partyId?: string; ids: Map<string, string>; siteIds: string[]; dueOn: string | null; at: Date | null;
  count: number | null; isOpen?: boolean; grade: Grade | null; note: string | null; cell: string | number | null;
};
declare const row: Row;
declare const form: FormData;
declare function deal(): { dealId: string | null };
export const refused = [
  row.id ?? '',
  row.partyId?.trim() ?? '',
  row.ids.get(row.note ?? 'x') ?? '',
  row.siteIds[0] ?? '',
  deal().dealId ?? '',
  String(form.get('findingId') ?? ''),
  row.dueOn ?? '',
  String(row.at ?? ''),
  String(row.count ?? ''),
  String(row.isOpen ?? ''),
  row.grade ?? '',
];
export const accepted = [row.note ?? '', String(row.cell ?? ''), form.get('name') ?? '', row.note ?? 'none', row.grade ?? null];
`;

test('judges the left side by its type and by the name of the value that is looked up', () => {
  const root = mkdtempSync(join(tmpdir(), 'empty-defaults-'));
  mkdirSync(join(root, 'app'));
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  writeFileSync(
    join(root, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: { strict: true, noUncheckedIndexedAccess: true, types: [] }, include: ['app'] }),
  );
  writeFileSync(join(root, 'app/planted.ts'), planted);
  writeFileSync(join(root, 'app/planted.test.ts'), planted);
  const { refused, texts } = findEmptyDefaults(root);
  rmSync(root, { recursive: true });
  expect(refused.map((each) => each.replace(/^app\/planted\.ts:\d+: /, ''))).toEqual([
    ...['id id', 'id partyId', 'id ids', 'id siteIds', 'id dealId', 'id findingId'],
    ...['date dueOn', 'date at', 'number count', 'number isOpen', 'closed list grade'],
  ]);
  expect(texts).toBe(3);
});
