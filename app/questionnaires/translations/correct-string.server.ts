import { numbersLost, ownerOfPlace } from '#scoring';
import { addTranslatedString } from '~/access/translated-strings.server';
import { latinDigits } from '~/platform/forms/latin-digits';
import { readCorrections } from './keep-fresh.server';
import { stringsOf } from './read-strings.server';
import type { Correction } from './schema';

export type Corrected =
  | { kind: 'saved' }
  | { kind: 'unchanged' }
  | { kind: 'unknown' }
  | { kind: 'changed'; text: string; revision: number }
  | { kind: 'lost'; numbers: string[] }
  | { kind: 'no-question' };

/**
 * Writes a further revision of one string of a released questionnaire, and shows it at once, in every depth that asks the same question. Refuses a text that loses a number of the English or turns a
 * question into a statement, and one that was changed since it was read: both are shown then. The database checks the permission too.
 */
export async function correctString(
  where: { key: string; locale: string; userId: string },
  { place, text, seen, act }: Correction,
): Promise<Corrected> {
  await readCorrections();
  const before = stringsOf(where.key, where.locale)
    .flatMap(({ strings }) => strings)
    .find((string) => string.place === place);
  if (!before) return { kind: 'unknown' };
  const changed = (now: typeof before): Corrected => ({ kind: 'changed', text: now.text, revision: now.revision });
  if (before.revision !== seen) return changed(before);
  const numbers = numbersLost(before.english, latinDigits(text));
  if (numbers.length > 0) return { kind: 'lost', numbers };
  if (before.english.endsWith('?') && !/[?？؟]["”»」]?$/.test(text)) return { kind: 'no-question' };
  const status = act === 'review' ? 'reviewed' : 'drafted';
  if (text === before.text && (status === before.status || act === 'save')) return { kind: 'unchanged' };
  const row = { instrumentKey: ownerOfPlace(where.key, place), locale: where.locale, place, text, status, userId: where.userId } as const;
  const added = await addTranslatedString({ ...row, before: before.revision > 1000 ? before.revision : null });
  await readCorrections();
  return added === 'added' ? { kind: 'saved' } : changed(before);
}
