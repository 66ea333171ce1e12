import type { InOrganization } from '~/access/tenant-db.server';
import type { FileProblem } from './pipeline/problems';
import { receiveFile } from './receive-file.server';
import { startStaging } from './start-staging.server';

/** The most files of one upload. */
export const maxFiles = 20;

export type ReceivedFiles = {
  /** In the order of the files; `isKnown`: these bytes were here before, and this is what came of them. */
  batches: { batchId: string; isKnown: boolean }[];
  refused: { fileName: string; problem: FileProblem }[];
};

/** Receives several files, each as a batch of its own, and has each read. A refused file has a reason and does not stop the others. */
export async function receiveFiles(
  inOrganization: InOrganization,
  upload: { organizationId: string; userId: string; files: readonly { fileName: string; bytes: Uint8Array }[] },
): Promise<ReceivedFiles> {
  const { files, ...who } = upload;
  const answer: ReceivedFiles = { batches: [], refused: [] };
  for (const { fileName, bytes } of files) {
    const received = await receiveFile(inOrganization, { ...who, fileName, bytes });
    if (received.kind === 'refused') {
      answer.refused.push({ fileName, problem: received.problem });
      continue;
    }
    const { batchId } = received;
    if (received.kind === 'received') await startStaging(inOrganization, { ...who, batchId });
    if (!answer.batches.some((batch) => batch.batchId === batchId)) answer.batches.push({ batchId, isKnown: received.kind === 'known' });
  }
  return answer;
}

/** Rows pasted from a spreadsheet, as a file: tabs between cells, as the clipboard has them. Null when nothing was pasted. */
export function pastedFile(text: string, at: Date): { fileName: string; bytes: Uint8Array } | null {
  if (text.trim() === '') return null;
  const stamp = at.toISOString().slice(0, 16).replace('T', ' ').replace(':', '');
  return { fileName: `pasted ${stamp}.tsv`, bytes: new TextEncoder().encode(text.replace(/\r\n?/g, '\n')) };
}
