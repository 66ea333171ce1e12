import type { InOrganization } from '~/access/tenant-db.server';
import { refusalText } from '~/questionnaires/evidence/labels';
import { evidenceLimits } from '~/questionnaires/evidence/limits';
import type { FormFailure } from '~/ui/form-values';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { withReceivedForm } from '~/platform/forms/receive-files.server';
import { type FindingFields, type FindingProblem, missingOf } from './fields';
import { keepFiles, usableFiles } from './finding-files.server';
import { problemFields, recordForm } from './schema';
import { problemLabel } from './labels';

export type KeptHere = { id: string; fileName: string };
/** A refused form, with its stored files. */
export type FindingFailure = FormFailure & { kept: KeptHere[] };
export type TakenForm = { kind: 'whole'; fields: FindingFields; refuse: (problems: readonly FindingProblem[]) => FindingFailure };

/**
 * Reads the form of a finding with its files, which are stored whether or not the form is valid. All problems are returned at once, by field; `heldFiles`: the
 * number of existing files. Null if the upload was interrupted.
 */
export async function takeFindingForm(
  request: Request,
  caller: { organizationId: string; userId: string; inOrganization: InOrganization; heldFiles?: number },
): Promise<TakenForm | { kind: 'refused'; failure: FindingFailure } | null> {
  const limits = { fileBytes: evidenceLimits.fileBytes, files: 20 };
  return withReceivedForm(request, limits, async ({ form, files }) => {
    const { files: fresh, problems } = await keepFiles(caller.inOrganization, { ...caller, files });
    for (const { id } of fresh) form.append('fileIds', id);
    const named = form.getAll('fileIds').filter((id): id is string => typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id));
    const usable = await caller.inOrganization((db) => usableFiles(db, { fileIds: named, userId: caller.userId }));
    // A browser resends stored files of a refused form: the same file under the same name is one.
    const kept = usable
      .filter((file, at) => usable.findIndex(({ sha256, fileName }) => sha256 === file.sha256 && fileName === file.fileName) === at)
      .map(({ id, fileName }) => ({ id, fileName }));
    const duplicates = new Set(usable.flatMap(({ id }) => (kept.some((file) => file.id === id) ? [] : [id])));
    form.delete('fileIds');
    for (const id of named.filter((each) => !duplicates.has(each))) form.append('fileIds', id);
    const failed = (errors: Record<string, string[]>): FindingFailure => ({ ...formFailure(form, errors), kept });
    const refuse = (codes: readonly FindingProblem[]) => failed(bySentence(codes));
    const refusedFiles = problems.map(({ fileName, code }) => `${fileName}: ${refusalText(code)}`);
    const parsed = parseForm(form, recordForm);
    if (!parsed.ok)
      return { kind: 'refused', failure: failed({ ...parsed.errors, ...(refusedFiles.length > 0 ? { files: refusedFiles } : {}) }) };
    const missing = missingOf(parsed.value, caller.heldFiles);
    if (missing.length > 0 || refusedFiles.length > 0)
      return { kind: 'refused', failure: failed({ ...bySentence(missing), ...(refusedFiles.length > 0 ? { files: refusedFiles } : {}) }) };
    return { kind: 'whole', fields: parsed.value, refuse };
  });
}

function bySentence(codes: readonly FindingProblem[]): Record<string, string[]> {
  const errors: Record<string, string[]> = {};
  for (const code of codes) errors[problemFields[code]] = [...(errors[problemFields[code]] ?? []), problemLabel(code)];
  return errors;
}
