import type { InOrganization } from '~/access/tenant-db.server';
import { readBytes } from '~/platform/files/store-file.server';
import { parseApart, ReadersBusy } from './parse-apart.server';
import { type Proposal, mapTable } from './pipeline/map-columns.server';

/** Bytes of the beginning of a list: some hundreds of rows. */
const headBytes = 64 * 1024;

export type FirstProposal = { columns: Pick<Proposal, 'header' | 'field' | 'samples'>[]; rows: number };

/**
 * What the first rows of a text file say of its columns, while the queue reads the whole. Null for a workbook, whose rows cannot be read without the rest,
 * and where the beginning alone cannot be read.
 */
export async function readFirstProposal(
  inOrganization: InOrganization,
  batch: { batchId: string; organizationId: string },
): Promise<FirstProposal | null> {
  const found = await inOrganization((db) =>
    db.importBatch.findFirst({ where: { id: batch.batchId }, select: { file: { select: { sha256: true } } } }),
  );
  if (!found) return null;
  const head = beginningOf(await readBytes(batch.organizationId, found.file.sha256));
  if (head === null) return null;
  try {
    const parsed = await parseApart({ bytes: head }, { owner: batch.organizationId, isAtOnce: true });
    if (!parsed.ok) return null;
    const { header, rows } = parsed.table;
    const { proposals } = mapTable(header, rows);
    return { rows: rows.length, columns: proposals.map(({ header: name, field, samples }) => ({ header: name, field, samples })) };
  } catch (error) {
    if (error instanceof ReadersBusy) return null;
    throw error;
  }
}

/** Whole lines of a text of one byte or UTF-8 for each character; null for anything else. */
function beginningOf(bytes: Uint8Array): Uint8Array | null {
  const start = bytes.subarray(0, headBytes);
  if (start.includes(0) || (start[0] === 0x50 && start[1] === 0x4b)) return null;
  const end = start.lastIndexOf(0x0a);
  return end <= 0 ? null : start.slice(0, end + 1);
}
