import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { formatBytes } from '~/ui/format';
import { PageHeader } from '~/ui/page-header';
import { DateText } from '~/ui/values';
import { bytesOf } from './file-bytes';
import { FilePicture } from './file-picture';
import type { ListedRow } from './list-all-files.server';

const accessWords = {
  open: m.evidence_access_open,
  held: m.evidence_access_held,
  infected: m.evidence_access_infected,
  sealed: m.evidence_access_sealed,
} satisfies Record<ListedRow['access'], () => string>;

/** All files of a response: what the reader may open, and by its hash alone what he may not. */
export function AllFiles({
  crumb,
  files,
  csv,
  pages,
  bytes,
}: {
  crumb: { label: string; to: string };
  files: ListedRow[];
  /** Where the same list is as CSV. */
  csv: string;
  /** Under it lie the pages of the files, by question and id. */
  pages: string;
  /** Under it lie their bytes, by id. */
  bytes: string;
}) {
  return (
    <>
      <PageHeader
        title={m.evidence_title()}
        lead={m.evidence_lead()}
        breadcrumbs={[crumb, { label: m.evidence_title() }]}
        actions={
          <LinkButton to={csv} reloadDocument icon="download">
            {m.evidence_export()}
          </LinkButton>
        }
      />
      <DataTable
        caption={m.evidence_title()}
        rows={files}
        rowKey={({ id, variant }) => `${id}.${variant}`}
        empty={<p className="text-muted">{m.evidence_none()}</p>}
        columns={[
          { key: 'question', header: m.evidence_column_question(), cell: ({ question }) => question },
          { key: 'file', header: m.evidence_column_file(), cell: (file) => <FileName file={file} pages={pages} bytes={bytes} /> },
          { key: 'access', header: m.evidence_column_access(), cell: ({ access }) => accessWords[access]() },
          {
            key: 'valid',
            header: m.files_valid_until(),
            cell: ({ validUntil, isExpired }) =>
              validUntil ? (
                <span className={isExpired ? 'text-danger' : undefined}>
                  <DateText value={validUntil} />
                  {isExpired && <> {m.evidence_expired()}</>}
                </span>
              ) : (
                '—'
              ),
          },
          { key: 'size', header: m.files_size(), isWideOnly: true, cell: ({ sizeBytes }) => formatBytes(sizeBytes) },
          {
            key: 'hash',
            header: m.files_hash(),
            isWideOnly: true,
            cell: ({ sha256 }) => <code className="break-all">{sha256}</code>,
          },
        ]}
      />
    </>
  );
}

function FileName({ file, pages, bytes }: { file: ListedRow; pages: string; bytes: string }) {
  const name = file.fileName ?? m.evidence_unnamed({ kind: file.mediaType });
  const isCopy = file.variant === 'redacted';
  const picture = bytesOf({ base: bytes, mark: '.' }, file.id, isCopy ? 'redacted-thumbnail' : 'thumbnail');
  return (
    <span className="flex items-center gap-3">
      {file.hasPreview && <FilePicture file={{ ...file, fileName: name }} src={picture} />}
      <span className="min-w-0 break-all">
        {file.access === 'open' ? <Link to={`${pages}/${file.question}/${file.id}`}>{name}</Link> : name}
        {isCopy && <span className="text-muted"> {m.evidence_copy()}</span>}
      </span>
    </span>
  );
}
