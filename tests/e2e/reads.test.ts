import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const folder = new URL('./', import.meta.url);

/** Reads of Playwright that do not wait. */
const withoutWaiting = /\.(?:count|allTextContents|allInnerTexts|isVisible|isHidden|isChecked|evaluateAll)\(|(?<!Promise)\.all\(/;

it('a browser test reads several elements at once only by a function that waits for the requested page', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  );
  expect(files.length).toBeGreaterThan(50);
  const found = files
    .filter((name) => name !== 'read-now.ts')
    .flatMap((name) =>
      readFileSync(new URL(name, folder), 'utf8')
        .split('\n')
        .flatMap((line, at) => (withoutWaiting.test(line) ? [`${name}:${at + 1}: ${line.trim()}`] : [])),
    );
  expect(found, 'use tests/e2e/read-now.ts').toEqual([]);
});
