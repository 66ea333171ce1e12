import { describe, expect, it } from 'vitest';
import { archetypes, scoreArchetypes } from './archetypes.ts';

describe('situations that practitioners know', () => {
  const results = scoreArchetypes('2026-12-01');

  it('are at least 80, each with the evidence for its bands, in all bands and regions', () => {
    expect(archetypes.length).toBeGreaterThanOrEqual(80);
    expect(new Set(archetypes.map(({ id }) => id)).size).toBe(archetypes.length);
    expect(new Set(archetypes.map(({ country }) => country)).size).toBeGreaterThan(40);
    for (const band of ['low', 'moderate', 'elevated', 'high', 'severe'] as const)
      expect(archetypes.filter(({ bands }) => bands.includes(band)).length, band).toBeGreaterThan(15);
  });

  it('fall in a band that the evidence supports, at least nine of ten of them, and none two bands off', () => {
    const outside = results
      .filter(({ off }) => off > 0)
      .map(({ archetype, score, band, off }) => `${archetype.id}: ${band} ${score.toFixed(0)}, ${off} off`);
    expect(outside.length / results.length, outside.join('\n')).toBeLessThanOrEqual(0.1);
    expect(results.filter(({ off }) => off > 1).map(({ archetype, score }) => `${archetype.id} ${score.toFixed(0)}`)).toEqual([]);
  });
});
