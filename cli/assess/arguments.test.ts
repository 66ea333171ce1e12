import { describe, expect, test } from 'vitest';
import { readArguments } from './arguments';

const today = '2026-11-25';

describe('the words after manumit', () => {
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
      },
    });
  });

  test('countries and sectors are understood in words, headers may hold equals signs', () => {
    const words = ['assess', 'x.csv', '--country', 'Türkiye', '--sector', 'footwear', '--column', 'a=b=country', '--json'];
    expect(readArguments(words, today)).toMatchObject({
      arguments: { out: null, isJson: true, columns: new Map([['a=b', 'country']]), defaults: { country: 'TR', sector: '15' } },
    });
    expect(readArguments([...words, '--out', 'here'], today)).toMatchObject({ arguments: { out: 'here', isJson: true } });
  });

  test('help and version win over everything else', () => {
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
  ])('%j is refused with its reason', (args, reason) => {
    expect(readArguments(args, today)).toEqual({ kind: 'wrong', reason: expect.stringContaining(reason) });
  });
});
