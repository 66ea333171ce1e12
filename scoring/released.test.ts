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
    expect(checkRelease({ reference: {}, instruments: {}, parameters: {}, scopes: {} }, now).added).toHaveLength(
      Object.values(now).reduce((sum, part) => sum + Object.keys(part).length, 0),
    );
  });
});
