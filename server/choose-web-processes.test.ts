import { expect, test } from 'vitest';
import { chooseWebProcesses } from './choose-web-processes';

const gigabyte = 1024 ** 3;

test('one web process for each core, as far as memory allows, and at least one', () => {
  expect(chooseWebProcesses({ cores: 2, memory: 8 * gigabyte })).toBe(2);
  expect(chooseWebProcesses({ cores: 4, memory: 4 * gigabyte })).toBe(3);
  expect(chooseWebProcesses({ cores: 4, memory: 2 * gigabyte })).toBe(1);
  expect(chooseWebProcesses({ cores: 1, memory: gigabyte / 2 })).toBe(1);
  expect(chooseWebProcesses({ cores: 64, memory: 256 * gigabyte })).toBe(8);
});
