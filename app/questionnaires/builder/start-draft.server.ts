import { randomBytes } from 'node:crypto';
import { frozenInstrument, instrumentKeys, instrumentLocales, overlayOf, questionsOf } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { isOwnKey, ownPrefix } from '~/questionnaires/templates/own-version';
import { asOwn, type Draft, emptyDraft, keyOf } from './draft';
import { readQuestionnaireTemplate, readVersions, stored } from './read-draft.server';

export type Started = { kind: 'started'; key: string } | { kind: 'refused'; code: 'unknown-instrument' | 'draft-exists'; key?: string };

/** A code that no other organization has either: questionnaires travel with the requests that ask them. */
export const newCode = (): string => `${ownPrefix}${randomBytes(6).toString('hex')}`;

/** A new questionnaire that asks nothing yet. */
export async function startEmpty(db: TenantDb, options: { title: string; userId: string }): Promise<Started> {
  const code = newCode();
  return {
    kind: 'started',
    key: await createVersion(db, { draft: emptyDraft(code, options.title), code, version: 1, userId: options.userId }),
  };
}

/** A new questionnaire that begins as a copy of another: of a released one each question equals that it was copied from. */
export async function startCopy(db: TenantDb, options: { from: string; title: string; userId: string }): Promise<Started> {
  const draft = isOwnKey(options.from) ? await readQuestionnaireTemplate(db, options.from) : releasedDraft(options.from);
  if (!draft) return { kind: 'refused', code: 'unknown-instrument' };
  const code = newCode();
  const content = { ...asOwn(draft.content, { code, version: 1 }), title: { en: options.title } };
  const translations = Object.fromEntries(
    Object.entries(draft.translations).map(([locale, { title: _title, ...words }]) => [locale, words] as const),
  );
  const key = await createVersion(db, {
    draft: { content, translations, crosswalk: draft.crosswalk },
    code,
    version: 1,
    userId: options.userId,
  });
  return { kind: 'started', key };
}

/** The next version of a questionnaire as a draft that begins like the newest. One draft at a time: a second is refused and the first named. */
export async function startVersion(db: TenantDb, options: { code: string; userId: string; draft?: Draft }): Promise<Started> {
  await lockCode(db, options.code);
  const [newest] = await readVersions(db, options.code);
  if (!newest || newest.lentBy) return { kind: 'refused', code: 'unknown-instrument' };
  if (!newest.frozenAt) return { kind: 'refused', code: 'draft-exists', key: newest.key };
  const version = newest.version + 1;
  const draft = options.draft ?? newest;
  const content = asOwn(draft.content, { code: options.code, version });
  const key = await createVersion(db, { draft: { ...draft, content }, code: options.code, version, userId: options.userId });
  return { kind: 'started', key };
}

/** Two who change one questionnaire wait for one another. */
export async function lockCode(db: TenantDb, code: string): Promise<void> {
  await db.$queryRaw`SELECT 1 FROM "QuestionnaireTemplate" WHERE "code" = ${code} FOR UPDATE`;
}

export async function createVersion(
  db: TenantDb,
  options: { draft: Draft; code: string; version: number; userId: string; importedAs?: string | null },
): Promise<string> {
  const { draft, code, version, userId, importedAs = null } = options;
  const key = keyOf(code, version);
  await db.questionnaireTemplate.create({
    data: { ...stored(draft), code, version, key, importedAs, createdById: userId },
    select: { id: true },
  });
  await recordActivity(db, {
    recordKind: 'instrument',
    recordId: key,
    act: 'create',
    userId,
    after: { title: draft.content.title.en, questions: draft.content.sections.flatMap(({ questions }) => questions).length },
  });
  return key;
}

/** A released questionnaire as a draft: its texts in all languages, each question equal to its source. Null for a key that was never released. */
export function releasedDraft(key: string): Draft | null {
  if (!instrumentKeys().includes(key)) return null;
  const { key: _key, ...content } = frozenInstrument(key);
  const translations = Object.fromEntries(
    instrumentLocales(key).flatMap((locale) => {
      const overlay = overlayOf(key, locale);
      return overlay ? [[locale, Object.fromEntries(Object.entries(overlay.strings).map(([place, { text }]) => [place, text]))]] : [];
    }),
  );
  const crosswalk = questionsOf({ sections: content.sections }).map((question) => ({
    question: question.key,
    relation: 'equal' as const,
    instrument: key,
    target: question.key,
  }));
  return { content, translations, crosswalk };
}
