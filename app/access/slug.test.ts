import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeSlug } from './slug';

test.each([
  ['Spinnerei Müller & Söhne GmbH', 'spinnerei-muller-sohne-gmbh'],
  ['Công ty CP May Đồng Nai', 'cong-ty-cp-may-dong-nai'],
  ['深圳市', 'organization'],
  ['--', 'organization'],
])('%s', (name, slug) => expect(makeSlug(name)).toBe(slug));

test('every name becomes a word that the database accepts', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
      expect(makeSlug(name)).toMatch(/^[a-z0-9]([a-z0-9-]{0,46}[a-z0-9])?$/);
    }),
  );
});
