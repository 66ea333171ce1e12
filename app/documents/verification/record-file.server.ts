import { createHash } from 'node:crypto';
import type { InOrganization } from '~/access/tenant-db.server';
import { digestPagesApart } from './check-file-apart.server';

/**
 * Notes a file that was made of a frozen report before it is handed out: the registry knows it again, page by page, whichever version of the program drew it.
 * A file that was noted is not read again.
 */
export async function recordIssuedFile(
  inOrganization: InOrganization,
  { organizationId, documentId, form = 'report', bytes }: { organizationId: string; documentId: string; form?: string; bytes: Buffer },
): Promise<void> {
  const file = { documentId, form, sha256: createHash('sha256').update(bytes).digest('hex') };
  if ((await inOrganization((db) => db.documentFile.count({ where: file }))) > 0) return;
  const pages = await digestPagesApart(bytes, { owner: organizationId });
  await inOrganization((db) => db.documentFile.createMany({ data: [{ ...file, ...(pages ? { pages } : {}) }], skipDuplicates: true }));
}
