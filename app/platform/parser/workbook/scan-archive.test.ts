import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bombWorkbook, farCell, linkedEverywhere, workbookOf } from '../../../../tests/factories/hostile';
import { isDeeper } from '../is-deeper';
import { CellCounter, columnAt } from './count-cells';
import { readSheets } from './read-sheets.server';
import { scanArchive } from './scan-archive.server';

const most = { entries: 20, inflatedBytes: 1_000_000, cells: 100 };

describe('an archive', () => {
  it('is counted by its cells, however far apart', async () => {
    expect(await scanArchive(farCell('XFD1048576'), most)).toMatchObject({ cells: 5 });
    expect(readSheets(farCell('XFD1048576'))).toEqual([
      {
        name: 'List',
        rows: [
          [
            1,
            [
              [0, 'name'],
              [1, 'country'],
            ],
          ],
          [
            2,
            [
              [0, 'Alpha'],
              [1, 'India'],
            ],
          ],
          [1_048_576, [[16_383, 'far']]],
        ],
        formula: null,
      },
    ]);
  });

  it('is rejected by its expanded size', async () => {
    await expect(scanArchive(linkedEverywhere(), most)).rejects.toMatchObject({ code: 'too-many-cells' });
    const array = workbookOf('List', '<row r="1"><c r="A1"><f t="array" ref="A1:CV1048576">1</f><v>1</v></c></row>');
    await expect(scanArchive(array, most)).rejects.toMatchObject({ code: 'too-many-cells' });
    const columns = workbookOf('List', '', { behind: '<cols><col min="1" max="99999999" width="9"/></cols>' });
    await expect(scanArchive(columns, most)).rejects.toMatchObject({ code: 'too-many-cells' });
    await expect(scanArchive(bombWorkbook(), most)).rejects.toMatchObject({ code: 'inflates' });
    const parts = zipSync(Object.fromEntries(Array.from({ length: 21 }, (_, at) => [`${at}.xml`, strToU8('x')])));
    await expect(scanArchive(parts, most)).rejects.toMatchObject({ code: 'too-many-entries' });
  });

  it('is measured, whatever sizes it declares', async () => {
    const bytes = Buffer.from(zipSync({ 'a.xml': new Uint8Array(500_000) }));
    // The size that the directory declares, set to 10.
    const directory = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    bytes.writeUInt32LE(10, directory + 24);
    await expect(scanArchive(bytes, most)).rejects.toThrow();
  });
});

describe('cells', () => {
  it('are counted across pieces, and not for a similar tag', () => {
    const counter = new CellCounter();
    counter.begin();
    for (const piece of ['<row><c r="A1"', ' t="s"><v>1</v></c><co', 'l x="1"/><cellXf/><x:c r="B1"/><c/></row>'])
      counter.add(Buffer.from(piece));
    expect(counter.cells).toBe(4);
    expect([columnAt('A'), columnAt('AA'), columnAt('XFD')]).toEqual([1, 27, 16_384]);
  });
});

describe('JSON', () => {
  it('is measured by its depth without being parsed', () => {
    expect(isDeeper('{"a":[1,[2]]}', 3)).toBe(false);
    expect(isDeeper('{"a":[1,[2]]}', 2)).toBe(true);
    expect(isDeeper('{"a":"[[[[\\"[["}', 1)).toBe(false);
    expect(isDeeper('['.repeat(5_000_000), 64)).toBe(true);
  });
});
