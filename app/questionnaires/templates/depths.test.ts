import { newestInstrumentKeys } from '#scoring';
import { describe, expect, it } from 'vitest';
import { depthOf, depths, keyOfDepth, proposedDepth } from './depths';

describe('the depth of a self-assessment', () => {
  it('follows the number of workers; an unknown number gets the core', () => {
    expect([null, 0, 50, 51, 250, 251].map(proposedDepth)).toEqual(['core', 'core', 'core', 'short', 'short', 'whole']);
  });

  it('is the newest released questionnaire of that depth', () => {
    for (const depth of depths) expect(newestInstrumentKeys()).toContain(keyOfDepth(depth));
    expect(depthOf('short-form@1.0.0')).toBe('short');
    expect(depthOf(keyOfDepth('whole'))).toBe('whole');
    expect(depthOf('better-work-cat@1.0.0')).toBeNull();
    expect(depthOf('own-1f0c@3')).toBeNull();
  });
});
