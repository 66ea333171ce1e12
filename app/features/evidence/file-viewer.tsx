import type { SerializeFrom } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { formatBytes, formatDate } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { Notice } from '~/ui/notice';
import { AudienceBoxes } from './audience-boxes';
import { FilePicture } from './file-picture';
import type { EvidenceShown } from './list-evidence.server';
import { RedactForm } from './redact-form';
import { audienceLine, scanWord, validityLine } from './words';

export type ViewerShown = {
  item: SerializeFrom<EvidenceShown>;
  question: { key: string; text: string };
  /** Of the page of files; this file lies under it. */
  path: string;
  at: number;
  of: number;
  previous: string | null;
  next: string | null;
  accept: string;
  isSaved: boolean;
  problem: string | null;
};

/** One file: its picture, what is known of it, who may see it. The arrow keys lead to the next and the previous (viewer-script.ts). */
export function FileViewer({ item, question, path, at, of, previous, next, accept, isSaved, problem }: ViewerShown) {
  const { file, redactedFile } = item;
  const own = `${path}/${item.id}`;
  const validity = validityLine(item);
  return (
    <div className="grid gap-5 text-base">
      <header className="grid gap-1">
        <h1 className="break-all">{file.fileName}</h1>
        <p className="text-muted">{question.text}</p>
      </header>
      {problem && <Notice tone="danger">{problem}</Notice>}
      {isSaved && <Notice tone="success">{m.file_saved()}</Notice>}
      <figure className="grid justify-items-start gap-2">
        <FilePicture file={item.isOpen ? file : { ...file, hasPreview: false }} src={`${own}/preview`} isLarge />
        <figcaption className={file.scan === 'infected' ? 'text-danger' : 'text-muted'}>{scanWord(file)}</figcaption>
      </figure>
      <div className="flex flex-wrap gap-3">
        {item.isOpen ? (
          <LinkButton to={`${own}/original`} reloadDocument variant="primary" size="lg" icon="download">
            {m.file_download()}
          </LinkButton>
        ) : (
          file.scan !== 'infected' && <p className="text-muted">{m.file_held_back()}</p>
        )}
        {redactedFile && item.isCopyOpen && (
          <LinkButton to={`${own}/redacted`} reloadDocument size="lg" icon="download">
            {m.file_download_copy()}
          </LinkButton>
        )}
      </div>
      <nav aria-label={m.file_title()} className="flex flex-wrap items-center gap-3 border-t border-line pt-4" data-viewer>
        {previous && (
          <LinkButton to={`${path}/${previous}`} rel="prev" size="lg">
            {m.file_viewer_previous()}
          </LinkButton>
        )}
        {next && (
          <LinkButton to={`${path}/${next}`} rel="next" size="lg">
            {m.file_viewer_next()}
          </LinkButton>
        )}
        <span className="text-muted">{m.file_viewer_at({ at, of })}</span>
        <Link to={path} className="inline-block min-h-11 py-2">
          {m.file_viewer_list()}
        </Link>
      </nav>
      <KeyValueList
        pairs={[
          { key: 'size', label: m.file_size(), value: formatBytes(file.sizeBytes) },
          { key: 'kind', label: m.file_kind(), value: file.mediaType },
          { key: 'sent', label: m.file_sent_on(), value: formatDate(item.createdAt) },
          ...(file.mediaType.startsWith('image/') ? [{ key: 'meta', label: m.file_metadata(), value: m.file_metadata_stripped() }] : []),
          ...(validity ? [{ key: 'valid', label: m.file_valid_until(), value: validity }] : []),
          { key: 'who', label: m.file_audience_legend(), value: audienceLine(item.audience) },
          ...(redactedFile ? [{ key: 'copy', label: m.file_redact_who(), value: audienceLine(item.redactedAudience) }] : []),
          {
            key: 'hash',
            label: m.file_hash(),
            value: (
              <span className="grid gap-1">
                <code className="break-all">{file.sha256}</code>
                <span className="text-muted">{m.file_hash_hint()}</span>
              </span>
            ),
          },
        ]}
      />
      <Form method="post" className="grid gap-4 border-t border-line pt-5">
        <h2>{m.file_edit()}</h2>
        <input type="hidden" name="evidenceId" value={item.id} />
        <AudienceBoxes legend={m.file_audience_legend()} chosen={item.audience} />
        {redactedFile && <AudienceBoxes name="redactedAudience" legend={m.file_redact_who()} chosen={item.redactedAudience} />}
        <label className="grid gap-1">
          <span className="font-semibold">
            {m.file_valid_until()} <span className="font-normal text-muted">({m.shell_optional()})</span>
          </span>
          <input type="date" name="validUntil" defaultValue={item.validUntil ?? ''} className="control" />
        </label>
        <div>
          <Button name="intent" value="edit" size="lg">
            {m.file_save()}
          </Button>
        </div>
      </Form>
      <RedactForm item={item} own={own} accept={accept} />
    </div>
  );
}
