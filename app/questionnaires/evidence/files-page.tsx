import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { dayBounds } from '~/ui/day-bounds';
import { Button } from '~/ui/button';
import { NamedFile } from '~/platform/privacy/personal-data-hint';
import { Form } from '~/ui/form';
import { formatBytes } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { AudienceBoxes } from './audience-boxes';
import { bytesOf, type FileBytes } from './file-bytes';
import { FilePicture } from './file-picture';
import type { EvidenceList, EvidenceShown } from './list-evidence.server';
import { audienceLine, refusalText, scanLabel, validityLine } from './labels';
import type { EvidenceRefusal } from './limits';

export type FilesReply = { problems: { fileName: string | null; code: EvidenceRefusal }[]; stored: number };
type Shown = {
  question: { key: string; text: string; hint: string };
  list: SerializeFrom<EvidenceList>;
  /** Of this page; the pages of its files lie under it. */
  path: string;
  bytes: FileBytes;
  /** Where files are sent in parts. */
  uploads: string;
  accept: string;
  mayAdd: boolean;
  /** What was removed last, and may be put back. */
  removedId: string | null;
  audience: readonly string[];
  reply: FilesReply | undefined;
};

/** The files under one question: what is there, who may see it, how to send more. Everything works without a script. */
export function FilesPage({ question, list, path, bytes, uploads, accept, mayAdd, removedId, audience, reply }: Shown) {
  const removed = list.removed.find(({ id }) => id === removedId);
  return (
    <div className="grid gap-5 text-base">
      <header className="grid gap-2">
        <h1>{m.files_title()}</h1>
        <p>{question.text}</p>
        <p className="text-muted">
          <strong className="font-semibold">{m.shell_label({ label: m.responses_evidence_hint() })}</strong> <span>{question.hint}</span>
        </p>
      </header>
      {reply && (
        <Notice tone="danger" title={m.files_some_refused()}>
          <ul>
            {reply.problems.map(({ fileName, code }) => (
              <li key={`${fileName}${code}`}>
                {fileName && <strong className="font-semibold break-all">{m.shell_label({ label: fileName })} </strong>}
                <span>{refusalText(code)}</span>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {removed && mayAdd && (
        <Notice tone="success" title={m.files_removed({ name: removed.file.fileName })}>
          <Form method="post" action={path}>
            <input type="hidden" name="evidenceId" value={removed.id} />
            <Button name="intent" value="restore">
              {m.files_undo()}
            </Button>
          </Form>
        </Notice>
      )}
      {list.files.length === 0 && <p className="text-muted">{m.files_none()}</p>}
      <ul className="grid">
        {list.files.map((item) => (
          <FileItem key={item.id} item={item} path={path} bytes={bytes} mayRemove={mayAdd && item.mayChange} />
        ))}
      </ul>
      {mayAdd && <Unfinished uploads={list.uploads} path={path} />}
      {mayAdd && <UploadForm question={question.key} list={list} path={path} uploads={uploads} accept={accept} audience={audience} />}
    </div>
  );
}

type ItemProps = Pick<Shown, 'path' | 'bytes'> & { item: SerializeFrom<EvidenceShown>; mayRemove: boolean };

function FileItem({ item, path, bytes, mayRemove }: ItemProps) {
  const { file, redactedFile } = item;
  const validity = validityLine(item);
  const isInfected = file.scan === 'infected';
  return (
    <li className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 border-t border-line py-3">
      <FilePicture file={item.isOpen ? file : { ...file, hasPreview: false }} src={bytesOf(bytes, item.id, 'thumbnail')} />
      <div className="grid min-w-0 gap-1">
        <Link to={`${path}/${item.id}`} className="min-h-6 font-semibold break-all">
          {file.fileName}
        </Link>
        <p className="text-muted">{formatBytes(file.sizeBytes)}</p>
        <p className={isInfected ? 'text-danger' : 'text-muted'}>{scanLabel(file)}</p>
        {validity && <p className={item.isExpired ? 'text-danger' : 'text-muted'}>{validity}</p>}
        <p>{audienceLine(item.audience)}</p>
        {redactedFile && <p>{m.files_copy_line({ who: audienceLine(item.redactedAudience) })}</p>}
        {mayRemove && (
          <Form method="post" action={path}>
            <input type="hidden" name="evidenceId" value={item.id} />
            <Button name="intent" value="remove" aria-label={m.files_remove_named({ name: file.fileName })}>
              {m.files_remove()}
            </Button>
          </Form>
        )}
      </div>
    </li>
  );
}

/** What came only in part: choosing the same file again goes on with it. */
function Unfinished({ uploads, path }: { uploads: SerializeFrom<EvidenceList>['uploads']; path: string }) {
  if (uploads.length === 0) return null;
  return (
    <Notice tone="warning" title={m.files_unfinished()}>
      <ul className="grid gap-2">
        {uploads.map((upload) => (
          <li key={upload.id} className="grid gap-1">
            <span className="break-all">
              {m.files_unfinished_line({
                name: upload.fileName,
                received: formatBytes(upload.receivedBytes),
                size: formatBytes(upload.sizeBytes),
              })}
            </span>
            <Form method="post" action={path}>
              <input type="hidden" name="evidenceId" value={upload.id} />
              <Button name="intent" value="give-up" aria-label={m.files_give_up_named({ name: upload.fileName })}>
                {m.files_give_up()}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

type UploadFormProps = Pick<Shown, 'list' | 'path' | 'uploads' | 'accept' | 'audience'> & { question: string };

function UploadForm({ question, list, path, uploads, accept, audience }: UploadFormProps) {
  return (
    <Form
      method="post"
      action={path}
      encType="multipart/form-data"
      className="grid gap-4 border-t border-line pt-5"
      data-uploads={uploads}
      data-question={question}
      data-unfinished={JSON.stringify(list.uploads.map(({ id, fileName, sizeBytes }) => ({ id, name: fileName, size: sizeBytes })))}
      data-sending={m.files_state_sending()}
      data-checking={m.files_state_checking()}
      data-waiting={m.files_state_waiting()}
      data-done={m.files_state_done()}
      data-failed={m.files_refused_broken()}
    >
      <h2>{m.files_add()}</h2>
      <NamedFile name="file" label={m.files_choose()} hint={m.files_choose_hint()} accept={accept} multiple required />
      <AudienceBoxes legend={m.files_audience_legend()} chosen={audience} />
      <label className="grid gap-1">
        <span className="font-semibold">
          {m.files_valid_until()} <span className="font-normal text-muted">({m.shell_optional()})</span>
        </span>
        <span className="text-muted">{m.files_valid_until_hint()}</span>
        <input type="date" name="validUntil" min={dayBounds.earliest} max={dayBounds.latest} className="control" />
      </label>
      <p>{m.files_stripped_note()}</p>
      <p>{m.files_documents_note()}</p>
      <div>
        <Button variant="primary" size="lg" className="w-full sm:w-auto">
          {m.files_send()}
        </Button>
      </div>
      <ul data-upload-list className="grid gap-3 break-all" />
      <p data-upload-finish hidden>
        <a href={path} className="inline-block min-h-11 py-2">
          {m.files_see_list()}
        </a>
      </p>
    </Form>
  );
}
