import { describe, expect, test } from 'vitest';
import { wholeFinding as whole } from '../../../tests/factories/finding';
import { missingOf } from './fields';

describe('what a finding lacks (A34)', () => {
  test('is nothing when complete; no person affected and not known are valid answers', () => {
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

  test('a new file, an existing one, or one of an answer is evidence', () => {
    const bare = { ...whole, evidenceSeen: '' };
    expect(missingOf({ ...bare, fileIds: ['a'] })).toEqual([]);
    expect(missingOf({ ...bare, evidenceIds: ['a'] })).toEqual([]);
    expect(missingOf(bare, 1)).toEqual([]);
  });
});
