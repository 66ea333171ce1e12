import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Papa from 'papaparse';
import { afterAll, describe, expect, test } from 'vitest';
import { assess, listFreshness } from '#scoring';
import { runHere, runProcess } from '../../tests/setup/run-manumit';

const folder = mkdtempSync(path.join(tmpdir(), 'manumit-assess-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
/** As a process of its own, and within this one. */
const manumit = (args: string[], input?: string) => runProcess(args, { cwd: folder, ...(input === undefined ? {} : { input }) });
const manumitHere = (args: string[]) => runHere(args, { cwd: folder });
const write = (name: string, text: string | Uint8Array) => writeFileSync(path.join(folder, name), text);
const read = (...parts: string[]) => readFileSync(path.join(folder, ...parts));
const day = ['--as-of', '2026-11-25'];

const list = [
  'Suppliers of the spring collection',
  '',
  'Supplier;Factory;Country;Sector;Products;Workers;Migrant workers %;Subcontractors',
  'Công ty CP May Nguyễn;Hà Nội 1;Viet Nam;Apparel;T-shirts;420;12;"Sợi Bắc Ninh"',
  '=HYPERLINK("http://x");;Bangladesh;14;Garments;900;0;',
  'Nobody Ltd;;Atlantis;14;;;;',
  'Kiln Brothers;;Pakistan;Bricks;Bricks;60;;',
  'Quiet & Co;;Norway;;;;;',
  'Nowhere;;;14;;;;',
  'Sum;;;;;;;',
].join('\n');

describe('manumit assess', () => {
  test('a list with an unusable row: three files, the row and its column named, exit code 1', async () => {
    write('spring.csv', list);
    const { code, out, said } = await manumitHere(['assess', 'spring.csv', '--out', 'results', ...day]);
    expect(said).toContain('Left out: row 6, column "Country"');
    expect(said).toMatch(/Highest: "Kiln Brothers" \(row 7\): \d+ \(\d+ to \d+\), \w+, place 1( to \d)? of 4\. About .* worker/);
    expect(said).not.toContain('\u001b');
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(readdirSync(path.join(folder, 'results')).sort()).toEqual(['spring-scores.csv', 'spring-scores.json', 'spring-scores.pdf']);
  });

  test('shows until when each enforcement list is complete and how many changes are probably missing, as text, JSON and in the report', async () => {
    const { said } = await manumitHere(['assess', 'spring.csv', '--out', 'fresh', ...day]);
    const expected = listFreshness('2026-11-25');
    const entities = expected.find(({ list: each }) => each === 'listed-entities');
    expect(said).toMatch(
      /Enforcement list: .*: complete to 2025-01-15\. Its publisher changes it about every \d+ days: about \d+ changes are probably missing\./,
    );
    expect(said).toContain(`about ${entities?.likelyMissed} changes are probably missing`);
    expect(said.match(/Enforcement list: /g)).toHaveLength(3);
    expect(said).toContain('Check the publisher’s current list');
    expect(JSON.parse(read('fresh', 'spring-scores.json').toString('utf8')).lists).toEqual(expected);
    const french = await manumitHere(['assess', 'spring.csv', '--out', 'frais', '--language', 'fr', ...day]);
    expect(french.said).toContain('modifications manquent probablement');
  });

  test('text for sectors and goods is guessed and marked as such; --strict leaves it unknown', async () => {
    write('words.csv', 'Supplier,Country,Sector,Products\nAlpha,Bangladesh,Cotton shirts,\nBeta,Malaysia,,Nitrile examination gloves\n');
    const { said } = await manumitHere(['assess', 'words.csv', '--out', 'words', ...day]);
    expect(said).toContain('Guess: "Cotton shirts" as sector 14, by "shirt" in the list of common words (1 cell)');
    expect(said).toContain('Guess: "Nitrile examination gloves" as listed good "Rubber Gloves"');
    const results = JSON.parse(read('words', 'words-scores.json').toString('utf8'));
    expect(results.guesses).toContainEqual(expect.objectContaining({ words: 'Cotton shirts', value: '14', source: 'words', cells: 1 }));
    expect(results.suppliers[1].input.facts).toMatchObject({
      sector: { value: '22' },
      products: { value: expect.arrayContaining(['Rubber Gloves']) },
    });
    const strict = await manumitHere(['assess', 'words.csv', '--out', 'strict', '--strict', ...day]);
    expect(strict.said).not.toContain('Guess:');
    expect(JSON.parse(read('strict', 'words-scores.json').toString('utf8'))).toMatchObject({
      guesses: [],
      suppliers: [
        { input: { facts: { countries: { value: ['BD'] } } } },
        { input: { facts: { products: { value: ['Nitrile examination gloves'] } } } },
      ],
    });
  });

  test('the CSV has a line per supplier, safe for spreadsheets, and no figure where there is no score', () => {
    const text = read('results', 'spring-scores.csv').toString('utf8');
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`);
    const { data } = Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true });
    const byName = new Map(data.map((row) => [row.name, row]));
    expect([...byName.keys()]).toEqual([
      'Công ty CP May Nguyễn',
      'Sợi Bắc Ninh',
      `'=HYPERLINK("http://x")`,
      'Kiln Brothers',
      'Quiet & Co',
      'Nowhere',
    ]);
    expect(byName.get('Quiet & Co')).toMatchObject({
      status: 'scored',
      basis: 'E',
      people: '',
      row: '8',
    });
    for (const name of ['Nowhere', 'Sợi Bắc Ninh'])
      expect(byName.get(name)).toMatchObject({
        ...{ status: 'not-scored', score: '', probability: '', in_words: '', place_best: '', child_score: '', state_imposed: '' },
        not_scored_because: 'country-unknown',
      });
    expect(byName.get('Sợi Bắc Ninh')).toMatchObject({ only_named: 'yes', row: '4' });
    expect(byName.get('Kiln Brothers')).toMatchObject({ alerts: 'listed-good', alerts_to_confirm: '0' });
    expect(byName.get('Quiet & Co')).toMatchObject({ alerts: '' });
    for (const row of data.filter(({ status }) => status === 'scored')) {
      expect(Number(row.score_low)).toBeLessThanOrEqual(Number(row.score));
      expect(Number(row.score)).toBeLessThanOrEqual(Number(row.score_high));
      expect(Number(row.odds_ratio)).toBeCloseTo(2 ** ((Number(row.score) - 50) / 10), 2);
      expect(row.in_words).toContain('average worker in the world');
      expect(Number(row.place_best)).toBeLessThanOrEqual(Number(row.place_worst));
    }
  });

  test('each score in the JSON can be recomputed from the input beside it', () => {
    const given = JSON.parse(read('results', 'spring-scores.json').toString('utf8'));
    expect(given).toMatchObject({ format: 'manumit-scores/2', asOf: '2026-11-25', counts: { suppliers: 6, scored: 4, notScored: 2 } });
    expect(given.list).toMatchObject({ name: 'spring.csv', headerRow: 3, rows: 7, refused: 2 });
    const [alert] = given.suppliers.find(({ name }: { name: string }) => name === 'Kiln Brothers').alerts;
    expect(alert).toMatchObject({ kind: 'listed-good', source: { table: 'listed-goods' }, comparisons: [{ given: 'Bricks' }] });
    for (const { input, result } of given.suppliers) {
      const { trace: _, ...again } = assess({ ...input, findings: [] });
      expect(result).toEqual(JSON.parse(JSON.stringify(again)));
    }
    expect(given.problems.filter(({ severity }: { severity: string }) => severity === 'error')).toMatchObject([
      { row: 6, column: 'Country', code: 'unknown-country' },
      { row: 10, code: 'note-row' },
    ]);
    expect(given.tables.map(({ table }: { table: string }) => table)).toContain('governance');
    for (const { licence, producer } of given.tables) expect(licence && producer).toBeTruthy();
  });

  test('the same list on the same day gives the same bytes, and leaves no incomplete file', async () => {
    await manumitHere(['assess', 'spring.csv', '--out', 'again', ...day]);
    for (const name of readdirSync(path.join(folder, 'results')))
      expect(read('again', name).equals(read('results', name)), name).toBe(true);
    expect(readdirSync(path.join(folder, 'again'))).toHaveLength(3);
  });

  test('a clean list from the standard input, defaults for missing values, JSON only: exit code 0 and no file', () => {
    const before = readdirSync(folder);
    const options = ['--json', '--country', 'Viet Nam', '--sector', 'apparel', '--product', 'Garments', ...day];
    const { code, out, said } = manumit(['assess', '-', ...options], 'Supplier,Workers\nA,10\nB,20\n');
    expect(said).toContain('scored 2');
    expect(code).toBe(0);
    const { suppliers, list: source } = JSON.parse(out);
    expect(source.name).toBe('standard input');
    expect(suppliers[0].input.facts).toMatchObject({
      countries: { value: ['VN'] },
      sector: { value: '14' },
      products: { value: ['Garments'] },
    });
    expect(readdirSync(folder)).toEqual(before);
  });

  test('a wrongly mapped column can be selected, and texts are available in French', async () => {
    write('odd.csv', 'Wer,Wo,Was\nA,VN,14\nB,Atlantide,14\n');
    const columns = ['Wer=supplierName', 'Wo=country', 'Was=sector'].flatMap((each) => ['--column', each]);
    const { code, out, said } = await manumitHere(['assess', 'odd.csv', '--json', '--language', 'fr', ...columns, ...day]);
    expect(code).toBe(1);
    expect(said).toContain('pays');
    expect(JSON.parse(out).counts).toMatchObject({ suppliers: 1, scored: 1 });
  });

  test.each([
    [['assess', 'spring.csv', '--colour'], 2, '--colour'],
    [['assess', 'spring.csv', '--as-of', '2025-12-31'], 2, 'in force on 2025-12-31'],
    [['assess', 'spring.csv', '--column', 'Planet=country'], 2, '"Planet"'],
    [['assess', 'spring.csv', '--sheet', 'Two'], 2, 'no sheets'],
    [['assess', 'nowhere.csv'], 3, 'cannot be read'],
    [['assess', 'picture.csv'], 3, 'PNG'],
    [['assess', 'nameless.csv'], 3, 'No column holds names'],
    [['assess', 'spring.csv', '--out', 'taken'], 4, 'cannot be written'],
  ])(
    '%j exits with %i and shows why',
    async (args, expected, words) => {
      write('spring.csv', list);
      write('picture.csv', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
      write('nameless.csv', 'Country,Workers\nVN,10\n');
      write('taken', 'a file where the folder should be');
      const { code, out, said } = await manumitHere(args);
      expect(said).toContain(words);
      expect(code).toBe(expected);
      expect(out).toBe('');
    },
    60_000,
  );

  test('help and version are written to the standard output', async () => {
    expect(await manumitHere(['--help'])).toMatchObject({ code: 0, said: '', out: expect.stringContaining('Exit codes') });
    expect((await manumitHere(['--version'])).out).toMatch(/^manumit \d+\.\d+\.\d+ \(method \d+\.\d+\.\d+\)\n$/);
  });
});

test('the package names the command, and the file is executable', () => {
  const { bin } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(bin).toEqual({ manumit: 'cli/manumit.js' });
  expect(existsSync(bin.manumit)).toBe(true);
  expect(readFileSync(bin.manumit, 'utf8').startsWith('#!/usr/bin/env node\n')).toBe(true);
  expect(() => chmodSync(bin.manumit, 0o755)).not.toThrow();
});
