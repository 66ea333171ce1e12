import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { DataStore, ERRORS, MemoryLocker, Server, Upload } from '@tus/server';
import { lockResponse } from '~/questionnaires/responses/lock-response.server';
import { m } from '~/paraglide/messages';
import { isSoundJson } from '~/access/sound-text';
import { evidenceFields } from './evidence-fields';
import { refusalText } from './labels';
import { type FileHolder, uploadsOf } from './holder';
import { type EvidenceRefusal, evidenceLimits } from './limits';
import { checkPlace, findFull } from './store-evidence.server';
import { finishUpload, readUploadState, removeParts, writePart } from './upload-parts.server';

/** One at a time writes into an upload. Only this process knows: between several the offset in the database decides (`writePart`). */
const locker = new MemoryLocker();

class Refused {
  readonly status_code: number;
  readonly body: string;
  constructor(code: EvidenceRefusal) {
    this.status_code = code === 'too-large' || code === 'too-much' ? 413 : code === 'not-open' ? 409 : 422;
    this.body = refusalText(code);
  }
}

const unstorableUpload = () => ({ status_code: 422, body: m.shell_error_422_text() });

/**
 * Answers a request of the tus 1.0 protocol (tus.io): POST announces a file with its size, PATCH sends a part from an offset on, HEAD asks how
 * much there is, DELETE gives it up. The last part's answer says in `Upload-Outcome` whether the file was attached or why not. `path`: where
 * uploads of this response lie.
 */
export async function answerUpload(request: Request, holder: FileHolder, path: string): Promise<Response> {
  const server = new Server({
    path,
    datastore: new PartStore(holder),
    locker,
    relativeLocation: true,
    respectForwardedHeaders: false,
    maxSize: evidenceLimits.fileBytes,
    allowedOrigins: [],
    namingFunction: () => randomUUID(),
    getFileIdFromRequest: (_request, last) => (last && last !== 'uploads' ? last : undefined),
    onUploadFinish: async (_request, { id }) => {
      const outcome = await finishUpload(holder, id);
      if (outcome.kind === 'refused') throw new Refused(outcome.code);
      return {};
    },
  });
  const response = await server.handleWeb(request);
  response.headers.set('Cache-Control', 'no-store');
  return response;
}

/** Uploads as rows of the response, their parts as blobs. */
class PartStore extends DataStore {
  constructor(private readonly holder: FileHolder) {
    super();
    this.extensions = ['creation', 'termination'];
  }

  override async create(upload: Upload): Promise<Upload> {
    const { holder } = this;
    const text = (name: string) => upload.metadata?.[name] ?? '';
    const fields = evidenceFields.safeParse({
      question: text('question'),
      audience: text('audience').split(',').filter(Boolean),
      validUntil: text('validUntil') || undefined,
    });
    const sizeBytes = upload.size ?? 0;
    if (!isSoundJson(upload.metadata ?? {})) throw unstorableUpload();
    if (!fields.success) throw new Refused('unknown-question');
    if (sizeBytes === 0) throw new Refused('empty-file');
    const problem = await holder.run(async (db) => {
      await lockResponse(db, holder.responseId);
      const place = await checkPlace(db, holder, fields.data.question);
      const full = place.kind === 'refused' ? place.code : await findFull(db, holder.responseId, { sizeBytes });
      if (full) return full;
      await db.evidenceUpload.createMany({
        data: [
          {
            id: upload.id,
            responseId: holder.responseId,
            fileName: text('filename').slice(0, 255) || 'file',
            declaredType: text('filetype').slice(0, 100),
            sizeBytes,
            createdById: holder.by,
            ...fields.data,
          },
        ],
      });
      return null;
    });
    if (problem) throw new Refused(problem);
    return upload;
  }

  override async getUpload(id: string): Promise<Upload> {
    const { holder } = this;
    const state = await holder.run((db) => readUploadState(db, holder, id));
    if (!state) throw ERRORS.FILE_NOT_FOUND;
    // All of it came, but the process ended before it was checked: asking again checks it.
    if (state.receivedBytes === state.sizeBytes && !state.evidenceId && !state.refusal) await finishUpload(holder, id);
    if (state.refusal) throw ERRORS.FILE_NO_LONGER_EXISTS;
    return new Upload({ id, size: state.sizeBytes, offset: state.receivedBytes, creation_date: state.createdAt.toISOString() });
  }

  override write(stream: Readable, id: string, offset: number): Promise<number> {
    return writePart(this.holder, { uploadId: id, offset, stream });
  }

  /** Gives an upload up: its parts go, and it counts no more. */
  override async remove(id: string): Promise<void> {
    const { holder } = this;
    await holder.run((db) =>
      db.evidenceUpload.updateMany({ where: { id, ...uploadsOf(holder), evidenceId: null }, data: { refusal: 'not-there' } }),
    );
    await removeParts(holder.organizationId, id);
  }
}
