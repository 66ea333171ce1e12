import { describe, expect, test } from 'vitest';
import { readArguments } from './arguments';

const today = '2026-11-25';

describe('the arguments of manumit', () => {
  test('a list alone is assessed as of today, into the current folder', () => {
    expect(readArguments(['assess', 'x.csv'], today)).toEqual({
      kind: 'assess',
      arguments: {
        file: 'x.csv',
        asOf: today,
        out: '.',
        isJson: false,
        language: 'en',
        sheet: undefined,
        columns: new Map(),
        defaults: {},
        isStrict: false,
        ownTables: [],
      },
    });
  });

  test('countries and sectors are understood by name, headers may contain equals signs', () => {
    const words = ['assess', 'x.csv', '--country', 'Türkiye', '--sector', 'footwear', '--column', 'a=b=country', '--json'];
    expect(readArguments(words, today)).toMatchObject({
      arguments: { out: null, isJson: true, columns: new Map([['a=b', 'country']]), defaults: { country: 'TR', sector: '15' } },
    });
    expect(readArguments([...words, '--out', 'here'], today)).toMatchObject({ arguments: { out: 'here', isJson: true } });
  });

  test('own tables take the title and the year that follow them', () => {
    const words = ['assess', 'x.csv', '--own-table', 'trafficking-tiers=a=b.csv', '--own-table', 'state-sponsored=s.csv'];
    const named = [...words, '--own-table-title', 'TIP Report 2026', '--report-year', '2026'];
    expect(readArguments(named, today)).toMatchObject({
      arguments: {
        ownTables: [
          { kind: 'trafficking-tiers', file: 'a=b.csv', title: null, year: null },
          { kind: 'state-sponsored', file: 's.csv', title: 'TIP Report 2026', year: 2026 },
        ],
      },
    });
  });

  test('tables are checked as of today, with a list where one is named', () => {
    expect(readArguments(['tables', 'check', 'governance', 'w.csv', '--list', 'x.csv', '--json'], today)).toEqual({
      kind: 'tables-check',
      arguments: { kind: 'governance', file: 'w.csv', title: null, year: null, list: 'x.csv', asOf: today, isJson: true, language: 'en' },
    });
    expect(readArguments(['tables', 'template', 'governance'], today)).toEqual({ kind: 'tables-template', table: 'governance' });
  });

  test('help and version override everything else', () => {
    expect(readArguments(['assess', '-h'], today)).toEqual({ kind: 'help' });
    expect(readArguments(['-v'], today)).toEqual({ kind: 'version' });
  });

  test.each([
    [[], 'Say what to do'],
    [['assess'], 'Say which list'],
    [['list', 'x.csv'], '"list" is no command'],
    [['assess', 'x.csv', 'y.csv'], 'One list at a time'],
    [['assess', 'x.csv', '--colour'], '--colour'],
    [['assess', 'x.csv', '--out'], '--out'],
    [['assess', 'x.csv', '--as-of', '2026-02-31'], 'is no day'],
    [['assess', 'x.csv', '--as-of', 'yesterday'], 'is no day'],
    [['assess', 'x.csv', '--language', 'xx'], 'en, fr'],
    [['assess', 'x.csv', '--country', 'Atlantis'], 'Atlantis'],
    [['assess', 'x.csv', '--sector', '00'], 'ISIC'],
    [['assess', 'x.csv', '--product', ' '], '--product'],
    [['assess', 'x.csv', '--column', 'Country=planet'], 'HEADER=FIELD'],
    [['assess', 'x.csv', '--column', '=country'], 'HEADER=FIELD'],
    [['assess', 'x.csv', '--own-table', 'tiers=t.csv'], 'KIND=FILE'],
    [['assess', 'x.csv', '--own-table', 'governance='], 'KIND=FILE'],
    [['assess', 'x.csv', '--own-table', 'governance=a.csv', '--own-table', 'governance=b.csv'], 'one edition'],
    [['assess', 'x.csv', '--own-table-title', 'T'], 'behind'],
    [['assess', 'x.csv', '--own-table', 'governance=a.csv', '--report-year', 'soon'], 'is no year'],
    [['tables'], 'check KIND FILE'],
    [['tables', 'check', 'tiers', 't.csv'], 'is no table'],
    [['tables', 'check', 'governance'], 'which file'],
    [['tables', 'check', 'governance', 'a.csv', 'b.csv'], 'One file'],
    [['tables', 'template', 'governance', 'a.csv'], 'too many'],
  ])('rejects %j with the reason', (args, reason) => {
    expect(readArguments(args, today)).toEqual({ kind: 'wrong', reason: expect.stringContaining(reason) });
  });
});
