import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { expect, test } from 'vitest';
import { allParameters, parametersInForce } from '../parameters/at.ts';
import { parametersHash } from './parameters-hash.ts';

test('the numbers of a day have one hash, which changes only on days on which a number comes into force', () => {
  const starts = [...new Set(allParameters().map(({ effectiveFrom }) => effectiveFrom))].sort();
  const first = starts[0] ?? '';
  expect(parametersHash(first)).toMatch(/^[0-9a-f]{64}$/);
  const hashes = starts.map(parametersHash);
  expect(new Set(hashes).size).toBe(starts.length);
  expect(parametersHash('2026-01-02')).toBe(parametersHash(starts.findLast((day) => day <= '2026-01-02') ?? ''));
});

test('every number is there once, in its newest value of that day', () => {
  const day = '2026-11-25';
  const all = parametersInForce(day);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  for (const { id, effectiveFrom } of all)
    for (const other of allParameters())
      if (other.id === id && other.effectiveFrom <= day) expect(other.effectiveFrom <= effectiveFrom).toBe(true);
});

test('before the first number there is none', () => {
  expect(parametersInForce('2025-12-31')).toEqual([]);
});

test('the hash covers the id, first day and value of every number in force, and nothing else', () => {
  const day = '2026-11-25';
  const numbers = parametersInForce(day).map(({ id, effectiveFrom, value }) => ({ id, effectiveFrom, value }));
  expect(parametersHash(day)).toBe(
    createHash('sha256')
      .update(canonicalize(numbers) ?? '')
      .digest('hex'),
  );
});
