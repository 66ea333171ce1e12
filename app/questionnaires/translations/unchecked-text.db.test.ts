import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import pg from 'pg';
import { ownerOfPlace } from '#scoring';
import { locales } from '~/paraglide/runtime';
import { depths, keyOfDepth } from '~/questionnaires/templates/depths';
import { localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { correctString } from './correct-string.server';
import { readCorrections } from './keep-fresh.server';
import { stringsOf } from './read-strings.server';
import { makeMember } from '../../../tests/factories/member';
import { testDatabase } from '../../../tests/setup/test-database';
import { hasUncheckedText } from '~/questionnaires/templates/unchecked-text';

let owner: pg.Client;
beforeAll(async () => {
  owner = new pg.Client({ connectionString: testDatabase().ownerUrl });
  await owner.connect();
});
afterAll(() => owner.end());

const isUnchecked = (key: string, locale: string, sections?: readonly string[]) =>
  hasUncheckedText(localizedInstrument(key, locale), sections);

describe('the notice that no native speaker has checked a translation', () => {
  it.each(depths)('is due of the %s in every language but English while its texts are drafts', (depth) => {
    expect(isUnchecked(keyOfDepth(depth), 'en')).toBe(false);
    expect(locales.filter((locale) => !isUnchecked(keyOfDepth(depth), locale))).toEqual(['en']);
  });

  it.each(depths)(
    'is due of the %s until the last of its texts is reviewed, and of a colleague’s sections until theirs are',
    async (depth) => {
      const key = keyOfDepth(depth);
      const translator = await makeMember();
      await owner.query('INSERT INTO "Translator" ("userId", "locale") VALUES ($1, $2)', [translator.user.id, 'tr']);
      const groups = stringsOf(key, 'tr');
      const strings = groups.flatMap((group) => group.strings.map((string) => ({ ...string, group: group.key })));
      const section = localizedInstrument(key, 'tr').sections.at(-1)?.key ?? '';
      const place = strings.findLast((string) => string.group === section && ownerOfPlace(key, string.place) === key)?.place ?? '';
      const owners = strings.map((each) => ownerOfPlace(key, each.place));
      // All but one are reviewed at once; the last one as a translator does it on the page.
      await owner.query(
        `INSERT INTO "TranslatedString" ("instrumentKey", "locale", "place", "revision", "text", "status", "userId")
       SELECT owner, 'tr', place, 1001, text, 'reviewed', $1 FROM unnest($2::text[], $3::text[], $4::text[]) AS given(owner, place, text)
       WHERE place <> $5 ON CONFLICT DO NOTHING`,
        [translator.user.id, owners, strings.map((each) => each.place), strings.map((each) => each.text), place],
      );
      await readCorrections();
      expect(isUnchecked(key, 'tr')).toBe(true);
      expect(isUnchecked(key, 'tr', [section])).toBe(true);
      const other = groups.find((group) => group.key !== section && group.key !== 'general')?.key ?? '';
      expect(isUnchecked(key, 'tr', [other])).toBe(false);

      const last = strings.find((string) => string.place === place);
      const reviewed = { place, text: last?.text ?? '', seen: last?.revision ?? 0, act: 'review' as const };
      expect(await correctString({ key, locale: 'tr', userId: translator.user.id }, reviewed)).toEqual({ kind: 'saved' });
      expect(isUnchecked(key, 'tr')).toBe(false);
      expect(isUnchecked(key, 'hi')).toBe(true);
    },
  );
});
