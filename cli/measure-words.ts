import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { measureSample } from '~/suppliers/classification/measure-sample.server';
import { mapTable } from '~/suppliers/import/pipeline/map-columns.server';
import { parseFile } from '~/suppliers/import/pipeline/parse.server';
import { validateTable } from '~/suppliers/import/pipeline/validate.server';

/**
 * `npm run measure:words [-- DIR]`: how many cells of the labelled sample are classified, and wrongly, for each half; and for every list under DIR how many
 * cells of sectors and products are classified, as what, and which are not. Writes nothing.
 */
const share = (part: number, whole: number) => (whole === 0 ? 'none' : `${((part / whole) * 100).toFixed(1)} % (${part} of ${whole})`);

for (const half of ['known', 'held-out'] as const) {
  const figures = measureSample(half);
  console.log(`${half}: placed ${share(figures.placed, figures.answerable)}, wrongly ${share(figures.wrong.length, figures.cells)};`);
  console.log(
    `  listed goods found ${share(figures.goodsPlaced, figures.goodsAnswerable)}, wrongly ${share(figures.wrongGoods.length, figures.cells)}`,
  );
  // Unclassified cells of the held-out half are shown only on request: lists and thresholds are never tuned on it.
  if (half === 'held-out' && !process.argv.includes('--show-held-out')) continue;
  for (const { text, found, wanted } of [...figures.wrong, ...figures.wrongGoods])
    console.log(`  wrong: ${text}: ${found} (${wanted || 'none'})`);
  for (const text of figures.unplaced) console.log(`  not placed: ${text}`);
}

const root = process.argv.slice(2).find((word) => !word.startsWith('--'));
const files = root
  ? (await readdir(root, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile() && /\.(csv|tsv|txt|xlsx?|xlsm)$/i.test(entry.name))
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort()
  : [];
for (const file of files) {
  const parsed = await parseFile(await readFile(file));
  if (!parsed.ok) continue;
  const { shape, proposals } = mapTable(parsed.table.header, parsed.table.rows);
  const rows = validateTable(parsed.table, { columns: proposals.map(({ field }) => field), shape, suppliesUs: true, defaults: {} });
  const named = rows.filter(({ record }) => record !== null);
  const said = named.filter(({ record, terms }) => record?.sector != null || (record?.products.length ?? 0) > 0 || terms.length > 0);
  if (said.length === 0) continue;
  const placed = said.filter(({ record }) => record?.sector != null);
  const counts = new Map<string, number>();
  for (const { field, text, value, by } of rows.flatMap(({ terms }) => terms)) {
    const line = `${field}: ${text} -> ${value ?? 'not recognised'}${by ? ` (${by.source}: ${by.text})` : ''}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  console.log(`${file}: ${named.length} rows, ${said.length} name a sector or product; sector placed ${share(placed.length, said.length)}`);
  for (const [line, count] of [...counts].sort((a, b) => b[1] - a[1]).slice(0, 15)) console.log(`  ${count} x ${line}`);
}
