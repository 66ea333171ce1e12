import type { TenantDb } from '~/access/tenant-db.server';
import { compareVersions, isSameDraft } from '../compare-versions';
import { questionsIn } from '../draft';
import { problemsOfDraft } from '../problems-of-draft';
import { type Remark, type RemarkKind, remarkKind } from '../xls-form/remarks';
import { completeDraft, type ReadFile } from './complete-draft.server';
import { type ImportTarget, listTargets, newestOf, seenOf, targetOfIdentity } from './import-targets.server';
import type { KeptFile } from './kept-file.server';

/** "new", or the code of the questionnaire that the file becomes a version of. */
export const newQuestionnaire = 'new';

/**
 * What a file is, what a questionnaire does not take from it, and what it would become: by its form ID, or as chosen (`as`). Where the file has no
 * ID and the organization has questionnaires, nothing is preselected. Reads only.
 */
export async function readImportPreview(db: TenantDb, { kept, as }: { kept: Extract<KeptFile, { kind: 'waiting' }>; as: string | null }) {
  const { file, fileName, id } = kept;
  const targets = await listTargets(db);
  const known = await targetOfIdentity(db, file.identity);
  const proposed = known ?? (file.identity !== null || targets.length === 0 ? newQuestionnaire : null);
  const chosen = [newQuestionnaire, ...targets.map(({ code }) => code)].find((each) => each === as) ?? proposed;
  const title = file.draft.content.title.en;
  return {
    id,
    fileName,
    title,
    identity: file.identity,
    counts: { sections: file.draft.content.sections.length, questions: questionsIn(file.draft.content).length },
    locales: ['en', ...Object.keys(file.draft.translations)],
    remarks: groupedRemarks(file.remarks),
    targets,
    known: targets.find(({ code }) => code === known)?.title ?? null,
    sameTitle: known === null ? titleAmong(targets, title) : null,
    chosen,
    ...(await outcome(db, { file, chosen })),
  };
}
export type ImportPreview = Awaited<ReturnType<typeof readImportPreview>>;

/** The title, where one of these has it too; an empty one is none. */
function titleAmong(targets: readonly ImportTarget[], title: string): string | null {
  const words = (text: string) => text.trim().toLowerCase();
  return words(title) === '' ? null : (targets.find((each) => words(each.title) === words(title))?.title ?? null);
}

function groupedRemarks(remarks: readonly Remark[]): { kind: RemarkKind; rows: Remark[] }[] {
  return (['omitted', 'changed', 'minor'] as const)
    .map((kind) => ({ kind, rows: remarks.filter((remark) => remarkKind(remark) === kind) }))
    .filter(({ rows }) => rows.length > 0);
}

async function outcome(db: TenantDb, { file, chosen }: { file: ReadFile; chosen: string | null }) {
  const newest = chosen === null || chosen === newQuestionnaire ? null : await newestOf(db, chosen);
  const version = newest ? newest.version + 1 : 1;
  const draft = completeDraft(file, newest, { code: newest?.code ?? 'own-new', version });
  return {
    missing: problemsOfDraft(draft).length,
    comparison: newest && {
      before: newest.content.version,
      after: draft.content.version,
      isSame: isSameDraft(newest, draft),
      rows: compareVersions(newest, draft),
      seen: seenOf(newest),
    },
  };
}
