import { format } from 'node:util';
import { afterEach, beforeEach, expect, vi } from 'vitest';

// What is printed as an error is an error: a test that expects one spies on console.error itself and clears the spy.
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

afterEach(() => {
  const calls = vi.isMockFunction(console.error) ? vi.mocked(console.error).mock.calls.map((call) => format(...call)) : [];
  vi.restoreAllMocks();
  expect(calls, 'console.error was called').toEqual([]);
});
