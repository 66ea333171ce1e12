import { instrument as released, instrumentKeys, questionsOf } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { isSameDraft } from './compare-versions';
import { replaceDraft } from './change-draft.server';
import { withDefaultScales } from './default-scales.server';
import { asOwn, type Draft, questionsIn } from './draft';
import type { ReadInstrumentFile } from './instrument-file.server';
import { type OwnRow, readVersions } from './read-draft.server';
import { createVersion, newCode, startVersion } from './start-draft.server';
import type { Remark } from './xls-form/remarks';

export type ImportedInstrument =
  | { kind: 'imported'; key: string; isNewVersion: boolean; remarks: Remark[] }
  | { kind: 'refused'; remarks: Remark[] };

/**
 * Takes an instrument from a file: a new one; or, where the file says that it is one that is here already, its draft, or its next version when the newest
 * was used. Relations and translations that the file does not speak of stay as they were for questions that did not change.
 */
export async function importInstrument(
  db: TenantDb,
  options: { file: Extract<ReadInstrumentFile, { kind: 'read' }>; userId: string; now: Date },
): Promise<ImportedInstrument> {
  const { file, userId, now } = options;
  const { id } = file.draft.content;
  const known = await db.ownInstrument.findFirst({
    where: { lentBy: null, OR: [{ code: id }, { importedAs: id }] },
    orderBy: { createdAt: 'desc' },
    select: { code: true },
  });
  if (!known) {
    const code = newCode();
    const draft = complete(file, null, { code, version: 1 });
    const key = await createVersion(db, { draft, code, version: 1, userId, importedAs: id });
    return { kind: 'imported', key, isNewVersion: false, remarks: file.remarks };
  }
  const { code } = known;
  const [newest] = await readVersions(db, code);
  if (!newest) return { kind: 'refused', remarks: [{ code: 'offered' }] };
  const version = newest.frozenAt ? newest.version + 1 : newest.version;
  const draft = complete(file, newest, { code, version });
  if (isSameDraft(newest, draft)) return { kind: 'refused', remarks: [{ code: 'already-same', detail: newest.content.title.en }] };
  if (newest.frozenAt) {
    const started = await startVersion(db, { code, userId, draft });
    if (started.kind === 'refused') return { kind: 'refused', remarks: [{ code: 'offered' }] };
    return { kind: 'imported', key: started.key, isNewVersion: true, remarks: file.remarks };
  }
  const replaced = await replaceDraft(db, { key: newest.key, draft, userId, now });
  if (replaced.kind === 'refused') return { kind: 'refused', remarks: [{ code: 'offered' }] };
  return { kind: 'imported', key: newest.key, isNewVersion: false, remarks: file.remarks };
}

/** The draft that a file makes: as one's own, with the words of its scales, and with what is known already of questions that it does not change. */
function complete(
  file: Extract<ReadInstrumentFile, { kind: 'read' }>,
  before: OwnRow | null,
  as: { code: string; version: number },
): Draft {
  const { content, translations, crosswalk } = file.draft;
  const own = asOwn(content, as);
  const kept = keptQuestions(own, before);
  return withDefaultScales({
    content: own,
    translations: file.hasWords ? translations : translationsKept(before, kept),
    crosswalk: file.hasPairs ? crosswalk : before ? before.crosswalk.filter(({ question }) => kept.has(question)) : equalsOf(content),
  });
}

/** The keys of questions that say the same as before. */
function keptQuestions(content: Draft['content'], before: OwnRow | null): Set<string> {
  const old = new Map(before ? questionsIn(before.content).map((question) => [question.key, question]) : []);
  return new Set(
    questionsIn(content).flatMap(({ key, type, text }) => (old.get(key)?.type === type && old.get(key)?.text.en === text.en ? [key] : [])),
  );
}

function translationsKept(before: OwnRow | null, kept: ReadonlySet<string>): Draft['translations'] {
  if (!before) return {};
  const questions = questionsIn(before.content).map(({ key }) => key);
  const isGone = (place: string) => questions.some((key) => place.startsWith(`${key}.`) && !kept.has(key));
  return Object.fromEntries(
    Object.entries(before.translations).map(([locale, words]) => [
      locale,
      Object.fromEntries(Object.entries(words).filter(([place]) => !isGone(place))),
    ]),
  );
}

/** Of a file that is one of the released instruments, changed or not: its unchanged questions equal themselves. */
function equalsOf({ id, version, sections }: Draft['content']): Draft['crosswalk'] {
  const key =
    instrumentKeys().find((each) => each === `${id}@${version}`) ?? instrumentKeys().findLast((each) => each.startsWith(`${id}@`));
  if (key === undefined) return [];
  const theirs = new Map(questionsOf(released(key)).map((question) => [question.key, question]));
  return questionsIn({ sections }).flatMap((question) => {
    const same = theirs.get(question.key);
    return same?.type === question.type && same.text.en === question.text.en
      ? [{ question: question.key, relation: 'equal' as const, instrument: key, target: question.key }]
      : [];
  });
}
