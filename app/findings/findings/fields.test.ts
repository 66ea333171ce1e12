import { describe, expect, test } from 'vitest';
import { wholeFinding as whole } from '../../../tests/factories/finding';
import { missingOf } from './fields';

describe('what a finding lacks (A34)', () => {
  test('nothing when all is said; nobody affected and nobody knows are said too', () => {
    expect(missingOf(whole)).toEqual([]);
    expect(missingOf({ ...whole, people: 0 })).toEqual([]);
    expect(missingOf({ ...whole, people: 'unknown' })).toEqual([]);
  });

  test.each([
    ['text', { text: '  ' }, 'text-missing'],
    ['grade', { grade: null }, 'grade-missing'],
    ['evidence', { evidenceSeen: ' ' }, 'evidence-missing'],
    ['people', { people: null }, 'people-missing'],
    ['extent', { extent: null }, 'extent-missing'],
    ['a second source', { methods: ['document'] }, 'sources-few'],
    ['one source alone', { agreement: 'single-source' }, 'sources-many'],
  ] as const)('%s', (_, given, problem) => {
    expect(missingOf({ ...whole, ...given })).toEqual([problem]);
  });

  test('a file, one it has already, or one of an answer is evidence', () => {
    const bare = { ...whole, evidenceSeen: '' };
    expect(missingOf({ ...bare, fileIds: ['a'] })).toEqual([]);
    expect(missingOf({ ...bare, evidenceIds: ['a'] })).toEqual([]);
    expect(missingOf(bare, 1)).toEqual([]);
  });
});
