import type { TenantDb } from '~/access/tenant-db.server';
import { readContent } from '~/documents/frozen-documents/document-kinds';
import type { ResponseRead } from '~/questionnaires/responses/read-response.server';
import { readVersions } from '~/questionnaires/responses/read-versions.server';
import { answersDocument, type SharedAnswers } from '~/questionnaires/responses/read-shared.server';

/**
 * What the newest version differs in from the one that it replaced: the questions whose answer is another, with what it was (`undefined` where it was
 * not answered). Null where the supplier sent once. Two queries.
 */
export async function readVersionBefore(
  db: TenantDb,
  response: ResponseRead,
): Promise<{
  sentAt: Date;
  replacedAt: Date;
  changed: Map<string, { was: SharedAnswers['answers'][number]['value'] | undefined }>;
} | null> {
  const [newest, before] = await readVersions(db, response);
  if (!newest || newest.id !== response.origin?.snapshotId || !before) return null;
  const document = await db.frozenDocument.findFirst({
    where: { id: before.id, kind: 'answers' },
    select: { schemaVersion: true, content: true },
  });
  if (!document) return null;
  const was = new Map(readContent(answersDocument, document).answers.map(({ question, value }) => [question, value]));
  const changed = new Map(
    [...response.answers].flatMap(([question, answer]) => {
      const now = answer.value ?? answer.gathered ?? answer.shares;
      return JSON.stringify(was.get(question)) === JSON.stringify(now) ? [] : [[question, { was: was.get(question) }]];
    }),
  );
  return { sentAt: before.sentAt, replacedAt: before.replacedAt ?? newest.sentAt, changed };
}
