import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { formatBytes } from '~/ui/format';
import { bytesOf } from './file-bytes';
import { FilePicture } from './file-picture';
import type { ListedRow } from './list-all-files.server';
import { validityLine } from './labels';

/** The files behind one shared answer that the reader may open, each leading to its viewer. `pages` and `bytes` as in `AllFiles`. */
export function OpenedFiles({ files, pages, bytes }: { files: readonly ListedRow[]; pages: string; bytes: string }) {
  const open = files.filter(({ access }) => access === 'open');
  if (open.length === 0) return null;
  return (
    <ul aria-label={m.evidence_title()} className="mt-1 grid gap-2">
      {open.map((file) => {
        const isCopy = file.variant === 'redacted';
        const validity = validityLine(file, false);
        return (
          <li key={`${file.id}.${file.variant}`} className="flex items-start gap-3">
            <FilePicture
              file={{ fileName: file.fileName ?? '', hasPreview: file.hasPreview }}
              src={bytesOf({ base: bytes, mark: '.' }, file.id, isCopy ? 'redacted-thumbnail' : 'thumbnail')}
            />
            <span className="min-w-0 break-words">
              <Link to={`${pages}/${file.question}/${file.id}`} className="break-all">
                {file.fileName}
              </Link>{' '}
              <span className="text-muted">
                {isCopy && <>{m.evidence_copy()} · </>}
                {formatBytes(file.sizeBytes)}
              </span>
              {validity && <span className={file.isExpired ? 'block text-danger' : 'block text-muted'}>{validity}</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
