import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkRelease, hashesNow, type Released, releasedSchema } from './released.ts';

const released = releasedSchema.parse(JSON.parse(readFileSync(new URL('./released.json', import.meta.url), 'utf8')));

describe('released things', () => {
  it('are never edited: every hash in released.json is what lies in the folders (a new thing is added by npm run data:release)', () => {
    expect(checkRelease(released, hashesNow())).toEqual({ added: [], changed: [], gone: [] });
  });

  it('are refused when a cell changes, a field moves or a file goes', () => {
    const now = hashesNow();
    const edited: Released = { ...now, reference: { ...now.reference, 'governance@2024': '0'.repeat(64) }, instruments: {} };
    const check = checkRelease(now, edited);
    expect(check.changed).toEqual(['governance@2024']);
    expect(check.gone).toEqual(Object.keys(now.instruments));
    expect(checkRelease({ reference: {}, instruments: {}, parameters: {}, scopes: {}, retired: {} }, now).added).toHaveLength(
      Object.values(now).reduce((sum, part) => sum + Object.keys(part).length, 0),
    );
  });

  it('keep the numbers of method 1.3 apart: a retired key may come back with another value, a present one may not', () => {
    const now = hashesNow();
    expect(Object.keys(released.retired)).toContain('R4.weights@2026-01-01');
    const [key = ''] = Object.keys(now.parameters);
    const { [key]: _, ...others } = now.parameters;
    expect(checkRelease({ ...now, parameters: others, retired: { [key]: '0'.repeat(64) } }, now)).toEqual({
      added: [key],
      changed: [],
      gone: [],
    });
    expect(checkRelease({ ...now, parameters: { ...others, [key]: '0'.repeat(64) } }, now).changed).toEqual([key]);
    expect(checkRelease(now, { ...now, parameters: others }).gone).toEqual([key]);
  });
});
