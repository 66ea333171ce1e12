import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Papa from 'papaparse';
import { afterAll, describe, expect, test } from 'vitest';
import { assess, loadOwnTable, ownTableKinds } from '#scoring';
import { hasTool, runTool } from '../../tests/reports/run-tool';
import { runHere } from '../../tests/setup/run-manumit';

const folder = mkdtempSync(path.join(tmpdir(), 'manumit-tables-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const manumit = (...args: string[]) => runHere(args, { cwd: folder });
const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
const read = (...parts: string[]) => readFileSync(path.join(folder, ...parts));
const day = ['--as-of', '2026-12-01'];

write('list.csv', 'Supplier,Country,Sector\nNord AS,Norway,14\nExample Silicon Company,China,26\nAksu Huafu Color Spinning,China,13\n');
const tiers = 'Country,Tier\nNorway,Tier 3\nPeru,2\nAtlantis,1\nChile,7\n';
write('tiers.csv', tiers);
write('clean.csv', 'Country,Tier\nNorway,3\n');
write(
  'entities.csv',
  'Name of Entity,Effective Date,Removed on\nExample Silicon Company,10/01/2026,\n"Aksu Huafu Color Spinning Co., Ltd.",2025-01-15,2026-10-01\n',
);
const sha256 = createHash('sha256').update(tiers).digest('hex');

describe('manumit assess with own tables', () => {
  test('scores with them, shows which rows were read, and names file and edition in every output', async () => {
    const own = [
      '--own-table',
      'trafficking-tiers=tiers.csv',
      '--own-table-title',
      'TIP Report 2026',
      '--own-table',
      'listed-entities=entities.csv',
    ];
    const { code, said } = await manumit('assess', 'list.csv', '--out', 'own', ...own, ...day);
    expect(said).toContain('"tiers.csv", row 4, column "Country": “Atlantis” is not a known country or area.');
    expect(said).toContain('"tiers.csv", row 5, column "Tier": “7” is not a tier.');
    expect(said).toContain(`Own table: trafficking-tiers "TIP Report 2026" from "tiers.csv": 2 of 4 rows read, SHA-256 ${sha256}`);
    expect(said).toContain('Own table: listed-entities "entities" from "entities.csv": 2 of 2 rows read');
    expect(code).toBe(1);

    const results = JSON.parse(read('own', 'list-scores.json').toString('utf8'));
    expect(results.ownTables).toMatchObject([
      {
        table: 'trafficking-tiers',
        file: 'tiers.csv',
        sha256,
        rows: { read: 2, refused: 2 },
        edition: { title: 'TIP Report 2026', inForceFrom: '2026-12-01' },
      },
      {
        table: 'listed-entities',
        file: 'entities.csv',
        edition: { tables: { 'listed-entities': { removed: ['Aksu Huafu Color Spinning Co., Ltd.'] } } },
      },
    ]);
    const alertsOf = (at: number) => results.suppliers[at].alerts.map(({ kind }: { kind: string }) => kind);
    expect(alertsOf(1)).toContain('listed-entity');
    expect(alertsOf(2)).not.toContain('listed-entity');
    for (const { edition } of results.ownTables) loadOwnTable(edition);
    for (const { input, result } of results.suppliers) {
      expect(input.ownTables).toEqual(results.ownTables.map(({ hash }: { hash: string }) => hash));
      const { trace: _, ...again } = assess({ ...input, findings: [] });
      expect(result).toEqual(JSON.parse(JSON.stringify(again)));
    }

    const { data } = Papa.parse<Record<string, string>>(read('own', 'list-scores.csv').toString('utf8').slice(1), {
      header: true,
      skipEmptyLines: true,
    });
    for (const row of data) expect(row.own_tables).toContain(`trafficking-tiers: TIP Report 2026 (SHA-256 ${sha256})`);
    if (!hasTool('pdftotext', '-v')) return;
    const { text } = runTool('pdftotext', path.join(folder, 'own', 'list-scores.pdf'), '-');
    expect(text).toContain('TIP Report 2026');
    expect(text.replace(/\s/g, '')).toContain(`SHA-256${sha256}`);
  }, 60_000);

  test('changes the scores of their countries and leaves outputs without them unchanged', async () => {
    const scoreOf = (name: string) => {
      const { suppliers } = JSON.parse(read(name, 'list-scores.json').toString('utf8'));
      return suppliers[0].result.score;
    };
    expect((await manumit('assess', 'list.csv', '--out', 'plain', ...day)).code).toBe(0);
    expect((await manumit('assess', 'list.csv', '--out', 'moved', '--own-table', 'trafficking-tiers=clean.csv', ...day)).code).toBe(0);
    expect(scoreOf('moved')).toBeGreaterThan(scoreOf('plain') + 3);
    expect(read('plain', 'list-scores.csv').toString('utf8')).not.toContain('own_tables');
    expect(JSON.parse(read('plain', 'list-scores.json').toString('utf8')).ownTables).toBeUndefined();
  }, 60_000);

  test.each([
    [['--own-table', 'trafficking-tiers=nowhere.csv', ...day], 3, '"nowhere.csv" cannot be read'],
    [['--own-table', 'governance=tiers.csv', ...day], 3, 'looks like another table'],
    [['--own-table', 'trafficking-tiers=clean.csv', '--as-of', '2025-12-31'], 2, 'in force on 2025-12-31'],
  ])('%j exits with %i, shows why and writes nothing', async (own, expected, words) => {
    const before = readdirSync(folder);
    const { code, said, out } = await manumit('assess', 'list.csv', '--out', 'none', ...own);
    expect(said).toContain(words);
    expect({ code, out }).toEqual({ code: expected, out: '' });
    expect(readdirSync(folder)).toEqual(before);
  });
});

describe('manumit tables', () => {
  test('check shows what is read, what differs and who changes band, and writes nothing', async () => {
    const before = readdirSync(folder);
    const { code, out, said } = await manumit('tables', 'check', 'trafficking-tiers', 'tiers.csv', '--list', 'list.csv', ...day);
    expect(said).toContain('"tiers.csv", row 4, column "Country"');
    expect(out).toContain(`from "tiers.csv": 2 of 4 rows read, SHA-256 ${sha256}\n`);
    expect(out).toContain('trafficking-tiers: 0 new, 1 changed, 0 removed, 1 as released\n  NO: tier 2 -> 3\n');
    expect(out).toMatch(/"list\.csv": of 3 suppliers \d change their score, 1 their band \(1 up, 0 down\)/);
    expect(out).toMatch(/ {2}"Nord AS" \(row 2\): \w+ \d+ -> \w+ \d+\n/);
    expect(code).toBe(1);
    expect(readdirSync(folder)).toEqual(before);
  });

  test('check shows new and ended alerts', async () => {
    const { code, out } = await manumit('tables', 'check', 'listed-entities', 'entities.csv', '--list', 'list.csv', ...day);
    expect(code).toBe(0);
    expect(out).toContain('"Example Silicon Company" (row 3): alert raised, listed-entity: "Example Silicon Company"');
    expect(out).toContain('"Aksu Huafu Color Spinning" (row 4): alert ended, listed-entity: "Aksu Huafu Color Spinning Co., Ltd."');
  });

  test('check prints the same as JSON', async () => {
    const { code, out } = await manumit(
      'tables',
      'check',
      'trafficking-tiers',
      'tiers.csv',
      '--list',
      'list.csv',
      '--json',
      '--language',
      'fr',
      ...day,
    );
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      ...{
        format: 'manumit-table-check/1',
        asOf: '2026-12-01',
        table: 'trafficking-tiers',
        file: 'tiers.csv',
        sha256,
        rows: { read: 2, refused: 2 },
      },
      remarks: [
        { code: 'unknown-country', row: 4, column: 'Country', value: 'Atlantis', isRefusal: true, text: expect.stringContaining('pays') },
        { row: 5 },
      ],
      compared: [{ table: 'trafficking-tiers', changed: [{ key: 'NO', cells: [{ field: 'tier', before: '2', after: '3' }] }], same: 1 }],
      list: { name: 'list.csv', suppliers: 3, changedBand: 1, raised: [], ended: [] },
    });
  });

  test.each([
    [['governance', 'tiers.csv'], 3, 'looks like another table: Trafficking in Persons Report'],
    [['governance', 'nowhere.csv'], 3, 'cannot be read'],
    [['trafficking-tiers', 'clean.csv', '--list', 'nowhere.csv'], 3, 'cannot be read'],
    [['trafficking-tiers', 'clean.csv', '--as-of', '2025-12-31'], 2, '2025-12-31'],
  ])('check %j exits with %i and shows why', async (args, expected, words) => {
    const { code, out, said } = await manumit('tables', 'check', ...args);
    expect(said).toContain(words);
    expect({ code, out }).toEqual({ code: expected, out: '' });
  });

  test.each(ownTableKinds)('the template of %s passes its own check', async (kind) => {
    const template = await manumit('tables', 'template', kind);
    expect(template.code).toBe(0);
    write(`${kind}.csv`, template.out);
    const { code, out } = await manumit('tables', 'check', kind, `${kind}.csv`, ...day);
    expect(code).toBe(0);
    expect(out).toContain('3 of 3 rows read');
  });
});
