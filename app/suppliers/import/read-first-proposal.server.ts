import type { InOrganization } from '~/access/tenant-db.server';
import { readBytes } from '~/platform/files/store-file.server';
import { parseApart, ReadersBusy } from './parse-apart.server';
import { type Proposal, mapTable } from './pipeline/map-columns.server';

/** Bytes of the beginning of a text: some hundreds of rows. */
const headBytes = 64 * 1024;
/** Rows of the beginning of a workbook. */
const firstRows = 300;

export type FirstProposal = { columns: Pick<Proposal, 'header' | 'field' | 'samples'>[]; rows: number };

/** What the first rows of a list say of its columns, while the queue reads the whole. Null where they cannot be read alone. */
export async function readFirstProposal(
  inOrganization: InOrganization,
  batch: { batchId: string; organizationId: string },
): Promise<FirstProposal | null> {
  const found = await inOrganization((db) =>
    db.importBatch.findFirst({ where: { id: batch.batchId }, select: { file: { select: { sha256: true } } } }),
  );
  if (!found) return null;
  const bytes = await readBytes(batch.organizationId, found.file.sha256);
  const owner = batch.organizationId;
  try {
    const head = isText(bytes) ? beginningOf(bytes) : bytes;
    const parsed = head === null ? null : await parseApart({ bytes: head }, { owner, firstRows });
    if (!parsed?.ok) return null;
    const { header, rows } = parsed.table;
    const { proposals } = mapTable(header, rows);
    return { rows: rows.length, columns: proposals.map(({ header: name, field, samples }) => ({ header: name, field, samples })) };
  } catch (error) {
    if (error instanceof ReadersBusy) return null;
    throw error;
  }
}

/** Of one byte or UTF-8 for each character. */
function isText(bytes: Uint8Array): boolean {
  return !(bytes[0] === 0x50 && bytes[1] === 0x4b) && !bytes.subarray(0, headBytes).includes(0);
}

/** Whole lines; null where the first line alone is longer. */
function beginningOf(bytes: Uint8Array): Uint8Array | null {
  const start = bytes.subarray(0, headBytes);
  const end = start.lastIndexOf(0x0a);
  return end <= 0 ? null : start.slice(0, end + 1);
}
