import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { dayBounds } from '~/ui/day-bounds';
import { Button, LinkButton } from '~/ui/button';
import { Form } from '~/ui/form';
import { formatBytes, formatDate } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { Notice } from '~/ui/notice';
import { AudienceBoxes } from './audience-boxes';
import { FilePicture } from './file-picture';
import { bytesOf, type FileBytes } from './file-bytes';
import { RedactForm } from './redact-form';
import type { FileShown } from './view-evidence.server';
import { audienceLine, scanLabel, validityLine } from './labels';

export type ViewerShown = {
  item: SerializeFrom<FileShown>;
  question: { key: string; text: string };
  /** Under it lie the files of the question, by their ids. */
  path: string;
  /** The page that lists the files. */
  list: string;
  bytes: FileBytes;
  at: number;
  of: number;
  previous: string | null;
  next: string | null;
  accept: string;
  isSaved: boolean;
  problem: string | null;
};

/** One file: picture, details, audience, and for permitted users the forms. Arrow keys lead to the next and previous file (lead-viewer.ts). */
export function FileViewer({ item, question, path, list, bytes, at, of, previous, next, accept, isSaved, problem }: ViewerShown) {
  const { file, redactedFile } = item;
  const to = (wanted: Parameters<typeof bytesOf>[2]) => bytesOf(bytes, item.id, wanted);
  const copyPicture = redactedFile && item.isCopyOpen && redactedFile.hasPreview ? redactedFile : null;
  const validity = validityLine(item, item.audience !== null);
  return (
    <div className="grid gap-5 text-base">
      <header className="grid gap-1">
        <h1 className="break-all">{file.fileName}</h1>
        <p className="text-muted">{question.text}</p>
        {item.isCopy && <p>{m.files_only_copy()}</p>}
      </header>
      {problem && <Notice tone="danger">{problem}</Notice>}
      {isSaved && <Notice tone="success">{m.files_saved()}</Notice>}
      {item.isExpired && validity && (
        <Notice tone="warning" title={validity}>
          {m.files_expired_counts()}
        </Notice>
      )}
      <figure className="grid justify-items-start gap-2">
        <FilePicture
          file={item.isOpen ? file : { ...file, hasPreview: false }}
          src={to(item.isCopy ? 'redacted-preview' : 'preview')}
          isLarge
        />
        <figcaption className={file.scan === 'infected' ? 'text-danger' : 'text-muted'}>{scanLabel(file)}</figcaption>
      </figure>
      {copyPicture && (
        <figure className="grid justify-items-start gap-2">
          <FilePicture file={copyPicture} src={to('redacted-preview')} isLarge />
          <figcaption className="text-muted">{m.files_copy_picture()}</figcaption>
        </figure>
      )}
      <div className="flex flex-wrap gap-3">
        {item.isOpen ? (
          <LinkButton to={to(item.isCopy ? 'redacted' : 'original')} reloadDocument variant="primary" size="lg" icon="download">
            {m.files_download()}
          </LinkButton>
        ) : (
          file.scan !== 'infected' && <p className="text-muted">{m.files_held_back()}</p>
        )}
        {redactedFile && item.isCopyOpen && (
          <LinkButton to={to('redacted')} reloadDocument size="lg" icon="download">
            {m.files_download_copy()}
          </LinkButton>
        )}
      </div>
      <nav aria-label={m.files_title()} className="flex flex-wrap items-center gap-3 border-t border-line pt-4" data-viewer>
        {previous && (
          <LinkButton to={`${path}/${previous}`} rel="prev" size="lg">
            {m.files_viewer_previous()}
          </LinkButton>
        )}
        {next && (
          <LinkButton to={`${path}/${next}`} rel="next" size="lg">
            {m.files_viewer_next()}
          </LinkButton>
        )}
        <span className="text-muted">{m.files_viewer_at({ at, of })}</span>
        <Link to={list} className="inline-block min-h-11 py-2">
          {m.files_viewer_list()}
        </Link>
      </nav>
      <KeyValueList
        pairs={[
          { key: 'size', label: m.files_size(), value: formatBytes(file.sizeBytes) },
          { key: 'kind', label: m.files_kind(), value: file.mediaType },
          ...(item.createdAt ? [{ key: 'sent', label: m.files_sent_on(), value: formatDate(item.createdAt) }] : []),
          {
            key: 'meta',
            label: m.files_metadata(),
            value: file.mediaType.startsWith('image/') ? m.files_metadata_stripped() : m.files_metadata_kept(),
          },
          ...(validity ? [{ key: 'valid', label: m.files_valid_until(), value: validity }] : []),
          ...(item.audience ? [{ key: 'who', label: m.files_audience_legend(), value: audienceLine(item.audience) }] : []),
          ...(redactedFile && item.audience
            ? [{ key: 'copy', label: m.files_redact_who(), value: audienceLine(item.redactedAudience) }]
            : []),
          {
            key: 'hash',
            label: m.files_hash(),
            value: (
              <span className="grid gap-1">
                <code className="break-all">{file.sha256}</code>
                <span className="text-muted">{m.files_hash_hint()}</span>
              </span>
            ),
          },
        ]}
      />
      {item.mayChange && <EditForm item={item} />}
      {item.mayChange && <RedactForm item={item} preview={to('preview')} accept={accept} />}
    </div>
  );
}

function EditForm({ item }: Pick<ViewerShown, 'item'>) {
  return (
    <Form method="post" className="grid gap-4 border-t border-line pt-5">
      <h2>{m.files_edit()}</h2>
      <input type="hidden" name="evidenceId" value={item.id} />
      <AudienceBoxes legend={m.files_audience_legend()} chosen={item.audience ?? []} />
      {item.redactedFile && <AudienceBoxes name="redactedAudience" legend={m.files_redact_who()} chosen={item.redactedAudience} />}
      <label className="grid gap-1">
        <span className="font-semibold">
          {m.files_valid_until()} <span className="font-normal text-muted">({m.shell_optional()})</span>
        </span>
        <input
          type="date"
          name="validUntil"
          min={dayBounds.earliest}
          max={dayBounds.latest}
          defaultValue={item.validUntil ?? undefined}
          className="control"
        />
      </label>
      <div>
        <Button name="intent" value="edit" size="lg">
          {m.files_save()}
        </Button>
      </div>
    </Form>
  );
}
