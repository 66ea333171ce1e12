import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { areas } from './fault';
import { faults } from './faults';

const timesIn = (file: string, text: string) => readFileSync(file, 'utf8').split(text).length - 1;

describe.each(faults)('$area: $fault', ({ file, find, replace, test: testFile, title }) => {
  test('changes text that occurs once in its file', () => {
    expect(timesIn(file, find)).toBe(1);
    expect(replace).not.toBe(find);
  });

  test('names a test that exists', () => {
    expect(testFile).toMatch(/\.test\.tsx?$/);
    expect(existsSync(testFile)).toBe(true);
    if (title !== undefined) expect(timesIn(testFile, title)).toBeGreaterThan(0);
  });
});

test.each(areas)('there are at least four faults of %s', (area) => {
  expect(faults.filter((fault) => fault.area === area).length).toBeGreaterThanOrEqual(4);
});

test('no two faults are the same', () => {
  expect(new Set(faults.map(({ fault }) => fault)).size).toBe(faults.length);
  expect(new Set(faults.map(({ file, find, replace }) => JSON.stringify([file, find, replace]))).size).toBe(faults.length);
});
