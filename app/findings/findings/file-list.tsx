import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { FilePicture } from '~/questionnaires/evidence/file-picture';
import { scanLabel } from '~/questionnaires/evidence/labels';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { formatBytes } from '~/ui/format';

type ShownFile = {
  id: string;
  fileName: string;
  sizeBytes: number;
  sha256: string;
  scan: string;
  scanDetail: string | null;
  isOpen: boolean;
  /** Whether pictures of it were drawn; absent where its path serves none. */
  hasPreview?: boolean;
};

/** Files of a finding or an action, photographs with their picture; what is held back or infected has a name and no link. With `remove`, each can be taken away by its form. */
export function FileList({
  files,
  path,
  remove,
  empty,
}: {
  files: readonly ShownFile[];
  /** The path of each file, by its id. */
  path: string;
  remove: { findingId: string } | null;
  empty?: ReactNode;
}) {
  if (files.length === 0) return empty ? <p className="text-muted">{empty}</p> : null;
  return (
    <ul className="grid gap-1">
      {files.map((file) => (
        <li key={file.id} className="flex flex-wrap items-baseline gap-x-3 border-b border-line py-1.5">
          {file.isOpen && file.hasPreview && (
            <span className="basis-full [&>img]:max-h-60!">
              <FilePicture file={{ fileName: file.fileName, hasPreview: true }} src={`${path}/${file.id}?picture`} isLarge />
            </span>
          )}
          {file.isOpen ? (
            <Link to={`${path}/${file.id}`} reloadDocument className="break-all">
              <bdi>{file.fileName}</bdi>
            </Link>
          ) : (
            <bdi className="break-all">{file.fileName}</bdi>
          )}
          <span className="text-xs text-muted">
            {formatBytes(file.sizeBytes)} · {scanLabel(file)} · <code>{file.sha256.slice(0, 12)}</code>
          </span>
          {remove && (
            <Form method="post" className="ms-auto">
              <input type="hidden" name="fileId" value={file.id} />
              <input type="hidden" name="findingId" value={remove.findingId} />
              <Button name="intent" value="remove-file" size="sm" variant="quiet">
                {m.findings_file_remove()}
                <span className="sr-only"> {file.fileName}</span>
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}
