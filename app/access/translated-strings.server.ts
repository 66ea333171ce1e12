import { rootDb } from './root-db.server';

export type TranslationStatus = 'drafted' | 'reviewed';
/** A string as corrected by a translator. `id` grows with time. */
export type TranslatedString = {
  id: number;
  instrumentKey: string;
  locale: string;
  place: string;
  revision: number;
  text: string;
  status: TranslationStatus;
};

/** What was corrected after that one, in its order. All of it: a few rows a day, each some hundred bytes. */
export async function translatedAfter(id: number): Promise<TranslatedString[]> {
  const rows = await rootDb().translatedString.findMany({
    where: { id: { gt: id } },
    orderBy: { id: 'asc' },
    select: { id: true, instrumentKey: true, locale: true, place: true, revision: true, text: true, status: true },
  });
  return rows.map((row) => ({ ...row, status: row.status === 'reviewed' ? 'reviewed' : 'drafted' }));
}

/** The languages a person may translate into; '*' means all. Empty for most people. */
export async function languagesOfTranslator(userId: string): Promise<string[]> {
  const rows = await rootDb().translator.findMany({ where: { userId }, select: { locale: true }, orderBy: { locale: 'asc' } });
  return rows.map(({ locale }) => locale);
}

/** Numbers of the product's own files stay below it. */
const lastRevisionOfFiles = 1000;

/**
 * Writes a further revision of a string. `before`: the last one its author knew (null: none in the database); 'changed' when there is a later one by now.
 * The database rejects anyone who is not a translator of that language.
 */
export async function addTranslatedString(
  row: Pick<TranslatedString, 'instrumentKey' | 'locale' | 'place' | 'text' | 'status'> & { userId: string; before: number | null },
): Promise<'added' | 'changed'> {
  const { before, ...written } = row;
  const { instrumentKey, locale, place } = written;
  const last = await rootDb().translatedString.findFirst({
    where: { instrumentKey, locale, place },
    orderBy: { revision: 'desc' },
    select: { revision: true },
  });
  if ((last?.revision ?? null) !== before) return 'changed';
  const revision = (before ?? lastRevisionOfFiles) + 1;
  const { count } = await rootDb().translatedString.createMany({ data: [{ ...written, revision }], skipDuplicates: true });
  return count === 1 ? 'added' : 'changed';
}

/** Every revision of the strings of an instrument in one language that was made in the product, the last first, with who made it. */
export async function historyOfStrings(instrumentKey: string, locale: string, places: readonly string[]) {
  return rootDb().translatedString.findMany({
    where: { instrumentKey, locale, place: { in: [...places] } },
    orderBy: [{ place: 'asc' }, { revision: 'desc' }],
    select: { place: true, revision: true, text: true, status: true, createdAt: true, user: { select: { name: true } } },
  });
}
