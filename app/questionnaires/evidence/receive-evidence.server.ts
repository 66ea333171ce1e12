import { readForm } from '~/platform/forms/read-form.server';
import { withReceivedForm } from '~/platform/forms/receive-files.server';
import { audienceField, evidenceChange, evidenceFields } from './evidence-fields';
import { editEvidence } from './edit-evidence.server';
import type { FileHolder } from './holder';
import { type EvidenceRefusal, evidenceLimits } from './limits';
import type { Place } from './place';
import { type Redacted, redactEvidence, removeRedacted } from './redact-evidence.server';
import { removeEvidence, restoreEvidence } from './remove-evidence.server';
import { takeFile } from './take-file.server';
import { readUploadState, removeParts } from './upload-parts.server';

/** What one form of a page of files did. `removed`: what can be put back now. */
export type FilesChanged =
  | { kind: 'done'; removed: string | null }
  | { kind: 'refused'; problems: { fileName: string | null; code: EvidenceRefusal }[]; stored: number };

const refusedAll = (code: EvidenceRefusal): FilesChanged => ({ kind: 'refused', problems: [{ fileName: null, code }], stored: 0 });

/**
 * The forms of the pages of files: send some, remove one, put it back, change who may see it, give an unfinished one up; on the page of one
 * file (`evidenceId`) keep a redacted copy beside it.
 */
export async function changeFiles(
  holder: FileHolder,
  request: Request,
  options: { question: string; evidenceId?: string; now: Date },
): Promise<FilesChanged> {
  if (request.headers.get('Content-Type')?.startsWith('multipart/form-data'))
    return options.evidenceId === undefined
      ? receiveFiles(holder, request, options.question)
      : receiveCopy(holder, request, options.evidenceId);
  const form = await readForm(request);
  const evidenceId = form.get('evidenceId');
  if (typeof evidenceId !== 'string' || !/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(evidenceId)) return refusedAll('not-there');
  const named = { evidenceId, now: options.now };
  switch (form.get('intent')) {
    case 'remove':
      return (await holder.run((db) => removeEvidence(db, holder, named)))
        ? { kind: 'done', removed: evidenceId }
        : refusedAll('not-there');
    case 'restore':
      return (await holder.run((db) => restoreEvidence(db, holder, named))) ? { kind: 'done', removed: null } : refusedAll('not-there');
    case 'give-up': {
      const upload = await holder.run((db) => readUploadState(db, holder, evidenceId));
      if (!upload) return refusedAll('not-there');
      await holder.run((db) =>
        db.evidenceUpload.updateMany({ where: { id: evidenceId, evidenceId: null }, data: { refusal: 'not-there' } }),
      );
      await removeParts(holder.organizationId, evidenceId);
      return { kind: 'done', removed: null };
    }
    case 'edit': {
      const change = evidenceChange.safeParse({
        evidenceId,
        audience: form.getAll('audience'),
        redactedAudience: form.getAll('redactedAudience'),
        validUntil: form.get('validUntil') || undefined,
      });
      if (!change.success) return refusedAll('not-there');
      return (await holder.run((db) => editEvidence(db, holder, change.data))) ? { kind: 'done', removed: null } : refusedAll('not-there');
    }
    case 'black-out': {
      const audience = audienceField.safeParse(form.getAll('redactedAudience'));
      if (!audience.success) return refusedAll('not-there');
      return copied(await redactEvidence(holder, { evidenceId, redaction: { places: placesOf(form) }, audience: audience.data }));
    }
    case 'remove-copy':
      return (await removeRedacted(holder, evidenceId)) ? { kind: 'done', removed: null } : refusedAll('not-there');
    default:
      return refusedAll('not-there');
  }
}

const copied = (redacted: Redacted): FilesChanged =>
  redacted.kind === 'redacted' ? { kind: 'done', removed: null } : refusedAll(redacted.code);

/** The places that were marked; rows that were left empty are none. At most a hundred. */
function placesOf(form: FormData): Place[] {
  const numbers = (name: string) => form.getAll(name).map((value) => (value === '' ? Number.NaN : Number(value)));
  const [xs, ys, widths, heights] = [numbers('x'), numbers('y'), numbers('width'), numbers('height')];
  return xs.slice(0, 100).flatMap((x, index) => {
    const place = { x, y: ys[index] ?? Number.NaN, width: widths[index] ?? Number.NaN, height: heights[index] ?? Number.NaN };
    const isWhole = Object.values(place).every((value) => value >= 0 && value <= 100) && place.width > 0 && place.height > 0;
    return isWhole ? [place] : [];
  });
}

async function receiveCopy(holder: FileHolder, request: Request, evidenceId: string): Promise<FilesChanged> {
  const limits = { fileBytes: evidenceLimits.fileBytes, files: 1 };
  const changed = await withReceivedForm(request, limits, async ({ form, files: [file] }) => {
    const audience = audienceField.safeParse(form.getAll('redactedAudience'));
    if (!file) return refusedAll('empty-file');
    if (file.isTooLarge) return refusedAll('too-large');
    if (!audience.success) return refusedAll('not-there');
    return copied(await redactEvidence(holder, { evidenceId, redaction: { file }, audience: audience.data }));
  });
  return changed ?? refusedAll('file-broken');
}

/** Takes the files of a form one by one: what is refused hinders none of the others. */
async function receiveFiles(holder: FileHolder, request: Request, question: string): Promise<FilesChanged> {
  const limits = { fileBytes: evidenceLimits.fileBytes, files: 50 };
  const changed = await withReceivedForm(request, limits, async ({ form, files }): Promise<FilesChanged> => {
    const fields = evidenceFields.safeParse({
      question,
      audience: form.getAll('audience'),
      validUntil: form.get('validUntil') || undefined,
    });
    if (!fields.success) return refusedAll('not-there');
    if (files.length === 0) return refusedAll('empty-file');
    const problems: { fileName: string; code: EvidenceRefusal }[] = [];
    for (const file of files) {
      const { fileName } = file;
      if (file.isTooLarge) problems.push({ fileName, code: 'too-large' });
      else {
        const stored = await takeFile(holder, { file, fields: fields.data });
        if (stored.kind === 'refused') problems.push({ fileName, code: stored.code });
      }
    }
    return problems.length > 0 ? { kind: 'refused', problems, stored: files.length - problems.length } : { kind: 'done', removed: null };
  });
  return changed ?? refusedAll('file-broken');
}
