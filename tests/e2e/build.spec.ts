import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

test('the browser’s files contain no reference table, no header of a list and no server code', () => {
  const folder = 'build/client/assets';
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(10);
  for (const mark of [/dateAccessed["']?:["'`]/, /APP_DATABASE_URL/, /node:crypto/, /PrismaClient/, /leiharbeitsquote/]) {
    const carriers = scripts.filter((name) => mark.test(readFileSync(join(folder, name), 'utf8')));
    expect(carriers, `files with ${mark}`).toEqual([]);
  }
});
