import type { TenantDb } from '~/access/tenant-db.server';
import { mayOpen, validityOf } from '~/questionnaires/evidence/list-evidence.server';

export type GrantableFile = {
  id: string;
  section: string;
  question: string;
  fileName: string;
  audience: string[];
  validUntil: string | null;
  isExpired: boolean;
};

/** Shareable files of submitted answers: current and free of viruses. One query. */
export async function listGrantableFiles(db: TenantDb, responseId: string): Promise<GrantableFile[]> {
  const rows = await db.evidence.findMany({
    where: { responseId, removedAt: null },
    orderBy: [{ question: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
    take: 500,
    select: {
      id: true,
      section: true,
      question: true,
      audience: true,
      redactedAudience: true,
      validUntil: true,
      file: { select: { fileName: true, scan: true, purgedAt: true } },
    },
  });
  const today = new Date().toISOString().slice(0, 10);
  return rows.flatMap(({ file, audience, redactedAudience, validUntil, ...row }) =>
    mayOpen(file) && !file.purgedAt
      ? [{ ...row, fileName: file.fileName, audience: [...new Set([...audience, ...redactedAudience])], ...validityOf(validUntil, today) }]
      : [],
  );
}
