import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkLicences, checkRepository, exceptions, type Exceptions, type Manifest, printReport } from './licences';

const none: Exceptions = { permitted: [], unstated: [] };

/** Checks these packages, of which `installed` have a package.json. */
function check(
  packages: Record<string, Manifest & { dev?: boolean; optional?: boolean; devOptional?: boolean; link?: boolean }>,
  { installed = {}, allow = {} }: { installed?: Record<string, Manifest>; allow?: Partial<Exceptions> } = {},
) {
  const entries = Object.entries(packages).map(([name, entry]) => [`node_modules/${name}`, { version: '1.0.0', ...entry }] as const);
  const lockfile = { lockfileVersion: 3, packages: { '': { license: 'Apache-2.0' }, ...Object.fromEntries(entries) } };
  return checkLicences(lockfile, (path) => installed[path.slice('node_modules/'.length)] ?? null, { ...none, ...allow });
}

describe('checkLicences', () => {
  test('accepts allowed licences and counts packages by licence, the most frequent first', () => {
    const report = check({ a: { license: 'ISC' }, b: { license: 'MIT' }, c: { license: 'MIT' }, '@scope/d': { license: 'BlueOak-1.0.0' } });
    expect(report.problems).toEqual([]);
    expect(report.counts).toEqual([
      ['MIT', 2],
      ['BlueOak-1.0.0', 1],
      ['ISC', 1],
    ]);
  });

  test.each(['GPL-3.0-only', 'AGPL-3.0-or-later', 'LGPL-3.0-or-later', 'MPL-2.0', 'CC-BY-NC-4.0', 'BUSL-1.1', 'SSPL-1.0'])(
    'rejects %s with the path of the package',
    (license) => {
      expect(check({ 'a/node_modules/b': { license } }).problems).toEqual([
        `node_modules/a/node_modules/b (1.0.0): ${license} is not on the list of allowed licences`,
      ]);
    },
  );

  test.each([
    '(MIT OR GPL-3.0-only)',
    'GPL-3.0-only OR (BSD-2-Clause AND Apache-2.0)',
    'Apache-2.0 AND MIT',
    'MIT and ISC',
    'Apache-2.0 WITH LLVM-exception',
  ])('accepts the expression %s', (license) => expect(check({ a: { license } }).problems).toEqual([]));

  test.each(['MIT AND GPL-3.0-only', 'GPL-2.0-only WITH Classpath-exception-2.0', 'MPL-2.0 OR (MIT AND GPL-3.0-only)'])(
    'rejects the expression %s',
    (license) => expect(check({ a: { license } }).problems).toHaveLength(1),
  );

  test.each(['UNLICENSED', 'SEE LICENSE IN LICENSE.md', 'Apache 2.0', 'Commercial'])('reports %s as unknown', (license) => {
    expect(check({ a: { license } }).problems).toEqual([`node_modules/a (1.0.0): unknown licence "${license}", not an SPDX expression`]);
  });

  test('reports a package without a licence, and whether it is installed', () => {
    expect(check({ a: {}, b: { license: '' } }, { installed: { a: {} } }).problems).toEqual([
      'node_modules/a (1.0.0): states no licence',
      'node_modules/b (1.0.0): states no licence in the lockfile, and is not installed',
    ]);
  });

  test('leaves out development packages, and checks optional ones', () => {
    const license = 'GPL-3.0-only';
    const report = check({
      dev: { license, dev: true },
      linked: { license, link: true },
      optional: { license, optional: true },
      both: { license, devOptional: true },
    });
    expect(report.problems.map((problem) => problem.split(' ')[0])).toEqual(['node_modules/optional', 'node_modules/both']);
  });

  test('reads package.json where the lockfile has no licence, in its older forms too', () => {
    const installed = {
      a: { license: 'MIT' },
      b: { license: { type: 'ISC' } },
      c: { licenses: [{ type: 'MIT' }, { type: 'GPL-3.0-only' }] },
      d: { licenses: [{ type: 'GPL-3.0-only' }] },
    };
    const report = check({ a: {}, b: {}, c: {}, d: {} }, { installed });
    expect(report.problems).toEqual(['node_modules/d (1.0.0): GPL-3.0-only is not on the list of allowed licences']);
    expect(new Map(report.counts).get('ISC')).toBe(1);
  });

  test('accepts an exception for its packages and its licence only', () => {
    const permitted = [{ packages: '@img/lib-*', licence: 'LGPL-3.0-or-later', reason: 'Replaceable.' }];
    const report = check(
      {
        '@img/lib-linux': { license: 'LGPL-3.0-or-later' },
        '@img/lib-wasm': { license: 'Apache-2.0 AND LGPL-3.0-or-later' },
        '@img/lib-darwin': { license: 'GPL-3.0-only' },
        '@img/other': { license: 'LGPL-3.0-or-later' },
      },
      { allow: { permitted } },
    );
    expect(report.excepted).toEqual([[permitted[0], 2]]);
    expect(report.problems).toEqual([
      'node_modules/@img/lib-darwin (1.0.0): GPL-3.0-only is not on the list of allowed licences',
      'node_modules/@img/other (1.0.0): LGPL-3.0-or-later is not on the list of allowed licences',
    ]);
  });

  test('uses a manually read licence only where the package states none', () => {
    const unstated = [{ packages: 'a', licence: 'MIT', reason: 'Read.' }];
    expect(check({ a: {} }, { allow: { unstated } })).toMatchObject({ problems: [], counts: [['MIT', 1]] });
    expect(check({ a: { license: 'GPL-3.0-only' } }, { allow: { unstated } }).problems).toEqual([
      'node_modules/a (1.0.0): GPL-3.0-only is not on the list of allowed licences',
      'cli/licences.ts: the exception for a (MIT) is no longer needed, remove it',
    ]);
  });

  test('prints counts, exceptions with their reason, and problems', () => {
    const permitted = [{ packages: 'a', licence: 'MPL-2.0', reason: 'Unmodified.' }];
    const lines: string[] = [];
    printReport(check({ a: { license: 'MPL-2.0' }, b: { license: 'GPL-3.0-only' } }, { allow: { permitted } }), (line) => lines.push(line));
    expect(lines.map((line) => line.trim())).toEqual([
      '2 production packages by licence',
      '1  GPL-3.0-only',
      '1  MPL-2.0',
      'Exceptions',
      '1  a (MPL-2.0): Unmodified.',
      'Problems: 1',
      'node_modules/b (1.0.0): GPL-3.0-only is not on the list of allowed licences',
    ]);
  });
});

describe('this repository', () => {
  test('needs in production only packages with an allowed licence', () => {
    const { problems, counts } = checkRepository();
    expect(problems).toEqual([]);
    expect(new Map(counts).get('MIT')).toBeGreaterThan(100);
  });

  test.each(exceptions.unstated.filter(({ reason }) => reason.startsWith('The file')))(
    '$packages includes the text of the MIT licence',
    ({ packages }) => {
      const folder = `node_modules/${packages}`;
      const file = readdirSync(folder).find((name) => /^licen[sc]e/i.test(name));
      const text = readFileSync(`${folder}/${file}`, 'utf8').replace(/\s+/g, ' ');
      expect(text).toContain('Permission is hereby granted, free of charge, to any person obtaining a copy of this software');
      expect(text).toContain('to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software');
    },
  );
});
