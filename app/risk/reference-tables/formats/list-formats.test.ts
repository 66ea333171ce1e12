// @vitest-environment node
import { describe, expect, it, test } from 'vitest';
import { readEditionRows } from './read-edition-rows.server';
import { splitAliases, splitEntity } from './readers/entity-names';
import { orderStateOf } from './readers/order-states';

const table = (header: string, ...rows: string[]) => ({
  header: header.split('|'),
  rows: rows.map((row, at) => ({ number: at + 2, cells: row.split('|') })),
});
const codes = ({ remarks }: ReturnType<typeof readEditionRows>) => remarks.map(({ code, row, value }) => [code, row, value]);

describe('the names of an entity', () => {
  test.each([
    ['Example Cotton Co., Ltd.', 'Example Cotton Co., Ltd.', []],
    ['Example Cotton Co., Ltd. (including one alias: Example Yarn)', 'Example Cotton Co., Ltd.', ['Example Yarn']],
    ['Example Hair (including two aliases: Example A; and Example B)', 'Example Hair', ['Example A', 'Example B']],
    [
      'Example Iron and Steel (also known as EIS; Iron and Steel of Example; and Ex)',
      'Example Iron and Steel',
      ['EIS', 'Iron and Steel of Example', 'Ex'],
    ],
    ['Example Tech Co., Ltd. (formerly known as Old Tech)', 'Example Tech Co., Ltd.', ['Old Tech']],
    ['Example Co., a.k.a. Ex Co.', 'Example Co.', ['Ex Co.']],
    ['Alias Robotics', 'Alias Robotics', []],
  ])('%s', (written, entity, aliases) => expect(splitEntity(written)).toEqual({ entity, aliases }));

  test('in a cell of aliases are separated by punctuation and introductions, not by commas', () => {
    expect(splitAliases('A Co., Ltd.; B Inc. (former) | also known as C, D and E')).toEqual(['A Co., Ltd.', 'B Inc.', 'C, D and E']);
  });
});

describe('listed entities', () => {
  const header = 'Name of Entity|Alias|Effective Date|Country|List|Industry|Removed on';
  const known = 'Aksu Huafu Color Spinning Co Ltd';

  it('are read with dates of both forms, China where no country is named', () => {
    const result = readEditionRows(
      'listed-entities',
      table(
        header,
        'Example A|Ex|01/14/2026||Section 2(d)(2)(B)(ii) and (v)|yarn|',
        'Example B||June 3, 2026|Hong Kong|other||',
        'Example C||soon||||',
      ),
    );
    expect(result.tables['listed-entities']?.rows).toMatchObject([
      { entity: 'Example A', aliases: 'Ex', iso2: 'CN', effective: '2026-01-14', sublists: 'ii;v', industry: 'yarn' },
      { entity: 'Example B', aliases: null, iso2: 'HK', effective: '2026-06-03', sublists: null },
    ]);
    expect(codes(result)).toEqual([
      ['unknown-sublist', 3, 'other'],
      ['not-a-date', 4, 'soon'],
      ['country-assumed', null, '1'],
    ]);
  });

  it('that are released keep their spelling and details that the file lacks', () => {
    const { tables } = readEditionRows('listed-entities', table(header, `${known}||2025-01-15||||`));
    expect(tables['listed-entities']?.rows).toMatchObject([
      {
        entity: 'Aksu Huafu Color Spinning Co., Ltd.',
        aliases: expect.stringContaining('Akesu Huafu|'),
        sublists: 'ii',
        industry: 'cotton yarn',
      },
    ]);
  });

  it('are removed on the day of their removal, where the released list has them', () => {
    const result = readEditionRows('listed-entities', table(header, `${known}||2025-01-15||||2026-08-01`, 'Example A||||||2026-08-01'));
    expect(result.tables['listed-entities']).toEqual({ rows: [], removed: ['Aksu Huafu Color Spinning Co., Ltd.'] });
    expect(codes(result)[0]).toEqual(['not-listed', 3, 'Example A']);
    expect(result.read).toBe(2);
  });
});

describe('the status of an order', () => {
  test.each([
    ['Active', 'in-force', false],
    ['Partially Active', 'in-force', false],
    ['Inactive', 'ended', false],
    ['Revoked', 'ended', false],
    ['Finding', 'in-force', true],
    ['Active Finding', 'in-force', true],
    ['superseded by finding', 'replaced', false],
    ['modified (imports allowed)', 'imports-allowed', false],
    ['unknown', 'unknown', false],
  ])('%s is %s', (written, state, isFinding) => expect(orderStateOf(written)).toMatchObject({ state, isFinding }));
  test('rejects any other status', () => expect(orderStateOf('pending')).toBeNull());
});

describe('import orders', () => {
  const header = 'Date|Country|Manufacturer/s|Merchandise|Status|Status date|Scope';

  it('that are released receive their number and keep their names', () => {
    const result = readEditionRows(
      'import-orders',
      table(
        header,
        '07/15/2020|Malaysia|Top Glove Corp Bhd|disposable gloves|Inactive|09/09/2021|',
        '2021-03-29|MYS|Top Glove Corporation Bhd|disposable gloves|Finding||',
      ),
    );
    expect(result.tables['import-orders']?.rows).toMatchObject([
      { id: '035', kind: 'order', state: 'ended', stateSince: '2021-09-09', names: 'Top Glove Corporation Bhd' },
      { id: '036', kind: 'finding', state: 'in-force' },
    ]);
    expect(codes(result)).toEqual([]);
  });

  it('that are new get a number of their own, the same each time and in any order', () => {
    const rows = [
      '2026-10-01|Malaysia|Example Gloves; Example Latex|gloves|Active||',
      '2026-10-02|Peru|Example Gold|gold|Inactive|2026-11-01|',
    ];
    const ids = (each: string[]) =>
      readEditionRows('import-orders', table(header, ...each)).tables['import-orders']?.rows.map(({ id }) => id);
    expect(ids(rows)).toEqual(ids([...rows].reverse())?.reverse());
    const result = readEditionRows('import-orders', table(header, ...rows));
    expect(result.tables['import-orders']?.rows).toMatchObject([
      { iso2: 'MY', names: 'Example Gloves|Example Latex', scope: 'named', kind: 'order', state: 'in-force', stateSince: null },
      { iso2: 'PE', issued: '2026-10-02', state: 'ended', stateSince: '2026-11-01' },
    ]);
  });

  it('have their scope from the column, else from their text, which is noted', () => {
    const result = readEditionRows(
      'import-orders',
      table(
        header,
        '2026-01-01|Turkmenistan||cotton|Active||',
        '2026-01-02|Peru|All gold|gold|Active||',
        '2026-01-03|Peru|Example|gold|Active||region',
        '2026-01-04|Peru|Example|gold|Active||moon',
      ),
    );
    expect(result.tables['import-orders']?.rows.map(({ scope, names }) => [scope, names])).toEqual([
      ['country', null],
      ['country', null],
      ['region', null],
    ]);
    expect(codes(result)).toEqual([
      ['scope-assumed', 2, 'country'],
      ['scope-assumed', 3, 'country'],
      ['unknown-scope', 5, 'moon'],
    ]);
  });
});
