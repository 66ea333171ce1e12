import { knowInstruments } from '~/questionnaires/templates/know-instruments.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { type InstrumentWords, wordsOfInstrument } from '~/questionnaires/responses/instrument-words.server';

type Event = { recordKind: string; recordId: string; act: string; changes: { field: string; before: unknown; after: unknown }[] };

/**
 * Replaces answers and questionnaire names among the changes by text in the reader's language, from the questionnaire. Other changes, and answers to unknown
 * questions, stay as stored. At most one query.
 */
export async function wordAnswers<Given extends Event>(db: TenantDb, events: readonly Given[]): Promise<Given[]> {
  const concerned = events.filter(({ recordKind, act }) => recordKind === 'response' && (act === 'answer' || act === 'open'));
  if (concerned.length === 0) return [...events];
  const responses = await db.questionnaireResponse.findMany({
    where: { id: { in: [...new Set(concerned.map(({ recordId }) => recordId))] } },
    select: { id: true, instrumentKey: true },
  });
  await knowInstruments(
    db,
    responses.map(({ instrumentKey }) => instrumentKey),
  );
  const keyOf = new Map(responses.map(({ id, instrumentKey }) => [id, instrumentKey]));
  const words = new Map([...new Set(keyOf.values())].map((key) => [key, wordsOfInstrument(key)]));
  return events.map((event) => {
    const known = event.recordKind === 'response' ? words.get(keyOf.get(event.recordId) ?? '') : undefined;
    return known ? { ...event, changes: event.changes.map((change) => wordChange(known, change)) } : event;
  });
}

function wordChange(words: InstrumentWords, change: Event['changes'][number]): Event['changes'][number] {
  const { field, before, after } = change;
  if (field === 'instrument') return { field, before, after: words.title };
  const word = (value: unknown) => (value === null ? null : (words.answer(field, value) ?? value));
  return { field, before: word(before), after: word(after) };
}
