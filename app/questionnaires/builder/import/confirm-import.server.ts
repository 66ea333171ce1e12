import type { TenantDb } from '~/access/tenant-db.server';
import { isSameDraft } from '../compare-versions';
import { createVersion, lockCode, newCode } from '../start-draft.server';
import { completeDraft, type ReadFile } from './complete-draft.server';
import { newQuestionnaire } from './import-preview.server';
import { newestOf, seenOf } from './import-targets.server';
import { markImported, readKeptFile } from './kept-file.server';

export type ConfirmedImport =
  | { kind: 'imported'; key: string; isNewVersion: boolean }
  /** `changed`: the questionnaire is no longer what was compared. */
  | { kind: 'refused'; code: 'unknown-file' | 'unknown-target' | 'same' | 'changed' };

/**
 * Writes the choice confirmed in the preview: a new questionnaire, or the next version of one, as a draft. Every earlier version stays as it is, a draft
 * too. Submitted twice, it creates one. `seen`: what of the questionnaire was compared.
 */
export async function confirmImport(
  db: TenantDb,
  { id, as, seen, userId }: { id: string; as: string; seen: string | null; userId: string },
): Promise<ConfirmedImport> {
  const kept = await readKeptFile(db, id, { isLocked: true });
  if (!kept) return { kind: 'refused', code: 'unknown-file' };
  if (kept.kind === 'imported') return { kind: 'imported', key: kept.key, isNewVersion: !kept.key.endsWith('@1.0.0') };
  const made =
    as === newQuestionnaire
      ? await importNew(db, { file: kept.file, userId })
      : await importVersion(db, { file: kept.file, code: as, seen, userId });
  if (made.kind === 'imported') await markImported(db, { id, key: made.key });
  return made;
}

async function importNew(db: TenantDb, { file, userId }: { file: ReadFile; userId: string }): Promise<ConfirmedImport> {
  const code = newCode();
  const draft = completeDraft(file, null, { code, version: 1 });
  const key = await createVersion(db, { draft, code, version: 1, userId, importedAs: file.identity });
  return { kind: 'imported', key, isNewVersion: false };
}

async function importVersion(
  db: TenantDb,
  { file, code, seen, userId }: { file: ReadFile; code: string; seen: string | null; userId: string },
): Promise<ConfirmedImport> {
  await lockCode(db, code);
  const newest = await newestOf(db, code);
  if (!newest) return { kind: 'refused', code: 'unknown-target' };
  if (seenOf(newest) !== seen) return { kind: 'refused', code: 'changed' };
  const version = newest.version + 1;
  const draft = completeDraft(file, newest, { code, version });
  if (isSameDraft(newest, draft)) return { kind: 'refused', code: 'same' };
  const key = await createVersion(db, { draft, code, version, userId, importedAs: file.identity });
  return { kind: 'imported', key, isNewVersion: true };
}
