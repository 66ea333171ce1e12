import { format } from 'node:util';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { divertLog } from '~/platform/log/log.server';

// An error printed to the console fails the test: a test that expects one captures the log (captured-log.ts), or replaces the function with a spy.
let printed: string[] = [];
let endDiversion = () => {};

beforeEach(() => {
  printed = [];
  vi.spyOn(console, 'error').mockImplementation((...words) => void printed.push(format(...words)));
  endDiversion = divertLog({
    line: (line) => void (/^\{"level":"(?:error|fatal)"/.test(line) && printed.push(line)),
    error: (error) => printed.push(format(error)),
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  endDiversion();
  expect(printed, 'an error was logged, or console.error was called').toEqual([]);
});
