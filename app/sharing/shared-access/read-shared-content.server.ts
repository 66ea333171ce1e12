import { localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { wordsOfInstrument } from '~/questionnaires/responses/instrument-words.server';
import { answersDocument, type SharedAnswers } from '~/questionnaires/responses/read-shared.server';
import { getLocale } from '~/paraglide/runtime';
import { readContent } from '~/documents/frozen-documents/document-kinds';
import { logRead } from '~/documents/access-log/log-read.server';
import { type SharedAccessRead, readSharedAccess } from './read-shared-access.server';
import type { WayOfReading } from '~/platform/terms/shared-access-terms';

export type SharedContent =
  | { kind: 'unknown' }
  | { kind: 'over'; grant: SharedAccessRead }
  | { kind: 'open'; grant: SharedAccessRead; content: SharedAnswers; contentHash: string };

/**
 * The frozen answers shared with this organization, read and logged in one transaction: one section (`section`, unknown if not shared) or all. "over":
 * revoked, expired, refused, or not accepted yet; the database hides the row.
 */
export async function readSharedContent(
  db: TenantDb,
  options: { organizationId: string; sharedAccessId: string; section?: string; how: WayOfReading; now: Date },
): Promise<SharedContent> {
  const grant = await readSharedAccess(db, options);
  if (!grant || grant.isGiven || grant.isReport) return { kind: 'unknown' };
  const { section, how } = options;
  if (section !== undefined && !grant.sections.some(({ key }) => key === section)) return { kind: 'unknown' };
  const document = await db.frozenDocument.findFirst({
    where: { organizationId: grant.granterOrganizationId, id: grant.snapshotId, kind: 'answers' },
    select: { schemaVersion: true, content: true, hash: true },
  });
  if (!document) return { kind: 'over', grant };
  await logRead(db, { granterOrganizationId: grant.granterOrganizationId, documentId: grant.snapshotId, section: section ?? null, how });
  return { kind: 'open', grant, content: readContent(answersDocument, document), contentHash: document.hash };
}

export type SharedSection = {
  key: string;
  title: string;
  questions: { key: string; text: string; answer: string | null; note: string; answeredOn: string | null }[];
};

/** The frozen answers in the reader's language, by section: every question of the shared sections, null where no answer was given or required. */
export function wordSections(grant: Pick<SharedAccessRead, 'instrumentKey' | 'sections'>, content: SharedAnswers): SharedSection[] {
  const words = wordsOfInstrument(grant.instrumentKey);
  const answers = new Map(content.answers.map((answer) => [answer.question, answer]));
  const keys = new Set(grant.sections.map(({ key }) => key));
  return localizedInstrument(grant.instrumentKey, getLocale())
    .sections.filter(({ key }) => keys.has(key))
    .map((section) => ({
      key: section.key,
      title: section.title.text,
      questions: section.questions.map((question) => {
        const given = answers.get(question.key);
        return {
          key: question.key,
          text: question.text.text,
          answer: given ? (words?.answer(question.key, given.value) ?? String(given.value)) : null,
          note: given?.note ?? '',
          answeredOn: given?.answeredAt.slice(0, 10) ?? null,
        };
      }),
    }));
}
