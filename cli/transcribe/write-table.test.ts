import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { referenceTableSchema } from '../../scoring/reference/schema.ts';
import { methodStart, origin, plain } from './origins.ts';
import { numberOf, readCsv, serialise, type TableDraft, textOf, writeTable } from './write-table.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'transcribe-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const draft = (rows: TableDraft['rows']): TableDraft => ({
  id: 'example',
  vintage: '2026-11',
  inForceFrom: methodStart,
  origin: origin({
    title: 'Example',
    producer: 'Nobody',
    citation: 'Nobody, Example.',
    urlMain: null,
    datePublished: null,
    licence: { name: 'CC0', url: null, redistribution: 'allowed' },
    sha256: 'a'.repeat(64),
    doubts: [],
  }),
  coverage: { what: 'countries', of: 250, note: '' },
  keyFields: 1,
  defaultConfidence: 'confirmed',
  fields: { iso2: plain('country', 'code'), value: plain('value', 'number') },
  rows,
});

describe('writeTable', () => {
  it('sorts by key, counts known values and writes one row per line that is read back unchanged', () => {
    const table = writeTable(
      folder,
      draft([
        ['VN', 2],
        ['BD', null],
      ]),
    );
    const text = readFileSync(join(folder, 'example', '2026-11.json'), 'utf8');
    expect(text).toContain('\n    ["BD",null],\n    ["VN",2]\n');
    expect(table.fields.value?.coverage).toEqual({ known: 1, of: 2 });
    expect(table.coverage.known).toBe(2);
    expect(referenceTableSchema.parse(JSON.parse(text))).toEqual(table);
    expect(serialise(table)).toBe(text);
  });

  it('rejects a duplicate row and a short row', () => {
    expect(() =>
      writeTable(
        folder,
        draft([
          ['VN', 2],
          ['VN', 3],
        ]),
      ),
    ).toThrow('twice');
    expect(() => writeTable(folder, draft([['VN']]))).toThrow('1 cells for 2 fields');
  });
});

describe('cells', () => {
  it('keep a blank unknown and reject text that is not a number', () => {
    expect([numberOf(''), numberOf(' '), numberOf(undefined), numberOf('0'), numberOf('-1.5')]).toEqual([null, null, null, 0, -1.5]);
    expect(() => numberOf('n/a')).toThrow('not a number');
    expect([textOf(''), textOf(' x ')]).toEqual([null, 'x']);
  });

  it('come from the file with its hash', () => {
    writeFileSync(join(folder, 'a.csv'), 'iso3,name\nVNM,"Viet Nam, SR"\n');
    const file = readCsv(folder, 'a.csv');
    expect(file.rows).toEqual([{ iso3: 'VNM', name: 'Viet Nam, SR' }]);
    expect(file.sha256).toHaveLength(64);
  });
});
