import { m } from '~/paraglide/messages';
import type { InOrganization } from '~/access/tenant-db.server';
import { countReading } from '~/platform/parser/count-reading.server';
import { readRefusalText, tooOftenText } from '~/platform/parser/refusal-labels';
import { readForm } from '~/platform/forms/read-form.server';
import { maxUploadBytes, readUpload } from '~/platform/forms/read-upload.server';
import { acceptBatch } from './accept-batch.server';
import { ReadersBusy } from './parse-apart.server';
import { maxFiles, pastedFile, receiveFiles, type ReceivedFiles } from './receive-files.server';
import { readFileSet } from './read-file-set.server';
import { fileProblemText } from './labels';

/** `query`: what follows the address of the import page. */
export type UploadOutcome = { kind: 'refused'; error: string; status: number } | { kind: 'received'; query: string; remark: string | null };

const pastedBytes = 10 * 1024 * 1024;

/** Takes the upload form: files, pasted rows, or the wish to accept all files of an upload that are ready. */
export async function handleUploadAction(
  inOrganization: InOrganization,
  request: Request,
  who: { organizationId: string; userId: string; now: Date; address: string },
): Promise<UploadOutcome> {
  if (!request.headers.get('Content-Type')?.startsWith('multipart/form-data'))
    return acceptAll(inOrganization, await readForm(request), who);
  const minutes = await countReading(who);
  if (minutes > 0) return { kind: 'refused', error: tooOftenText(minutes), status: 429 };
  const upload = await readUpload(request, { maxFiles, fieldBytes: pastedBytes });
  if (upload.kind === 'problem') {
    const megabytes = maxUploadBytes / 1_048_576;
    return upload.code === 'too-large'
      ? { kind: 'refused', error: fileProblemText('too-large', { megabytes: `> ${megabytes}`, limit: megabytes }), status: 413 }
      : { kind: 'refused', error: m.import_upload_broken(), status: 400 };
  }
  const pasted = pastedFile(upload.fields.get('pasted')?.join('\n') ?? '', who.now);
  const files = [...upload.files, ...(pasted ? [pasted] : [])];
  if (files.length === 0) return { kind: 'refused', error: m.import_no_file(), status: 422 };
  const { organizationId, userId } = who;
  const received = await receiveFiles(inOrganization, { organizationId, userId, files }).catch(whenBusy);
  if (received === null) return { kind: 'refused', error: readRefusalText('busy'), status: 503 };
  const { batches, refused } = received;
  const told = refused.map(({ fileName, problem }) => {
    const reason = fileProblemText(problem.code, problem.params);
    return files.length === 1 ? reason : `${fileName}: ${reason}`;
  });
  const [only] = batches;
  if (!only) return { kind: 'refused', error: told.join(' '), status: 422 };
  return {
    kind: 'received',
    query:
      files.length === 1
        ? `/${only.batchId}${only.isKnown ? '?known=1' : ''}`
        : `?files=${batches.map(({ batchId }) => batchId).join(',')}`,
    remark: told.length > 0 ? told.join(' ') : null,
  };
}

function whenBusy(error: unknown): ReceivedFiles | null {
  if (error instanceof ReadersBusy) return null;
  throw error;
}

async function acceptAll(
  inOrganization: InOrganization,
  form: FormData,
  who: { organizationId: string; userId: string },
): Promise<UploadOutcome> {
  const named = form.getAll('batch').map(String).slice(0, maxFiles);
  const uuids = named.filter((id) => /^[0-9a-f-]{36}$/.test(id));
  if (uuids.length === 0) return { kind: 'refused', error: m.import_no_file(), status: 422 };
  const files = await inOrganization((db) => readFileSet(db, uuids.join(',')));
  const together = files.flatMap(({ id, isReady }) => (isReady ? [id] : []));
  for (const batchId of together) await inOrganization((db) => acceptBatch(db, { ...who, batchId, together }));
  const left = files.filter(({ status, isReady }) => status === 'staged' && !isReady).map(({ fileName }) => fileName);
  return {
    kind: 'received',
    query: `?files=${uuids.join(',')}`,
    remark: left.length > 0 ? m.import_set_left({ files: left.join(', ') }) : null,
  };
}
