import { format } from 'node:util';
import { afterEach, beforeEach, expect, vi } from 'vitest';

// What is printed as an error is an error: a test that expects one puts a spy of its own in the place.
let printed: string[] = [];

beforeEach(() => {
  printed = [];
  vi.spyOn(console, 'error').mockImplementation((...words) => void printed.push(format(...words)));
});

afterEach(() => {
  vi.restoreAllMocks();
  expect(printed, 'console.error was called').toEqual([]);
});
