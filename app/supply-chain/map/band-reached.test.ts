import { describe, expect, it } from 'vitest';
import { bandReached } from './band-reached';

const none = { low: 0, moderate: 0, elevated: 0, high: 0, severe: 0 };

describe('the fill of a country', () => {
  it('is the highest band of all where ten suppliers or fewer are scored', () => {
    expect(bandReached({ ...none, low: 9, severe: 1 })).toBe('severe');
    expect(bandReached({ ...none, moderate: 1 })).toBe('moderate');
  });

  it('is not decided by fewer than one supplier in ten', () => {
    expect(bandReached({ ...none, low: 10, severe: 1 })).toBe('low');
    expect(bandReached({ ...none, moderate: 900, high: 60, severe: 40 })).toBe('high');
  });

  it('is none where no supplier is scored', () => {
    expect(bandReached(none)).toBeNull();
  });
});
