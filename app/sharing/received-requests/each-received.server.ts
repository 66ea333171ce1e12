import { questionsOf } from '#scoring';
import { localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import type { InOrganization } from '~/access/tenant-db.server';
import { wordsOfInstrument } from '~/questionnaires/responses/instrument-words.server';
import { getLocale } from '~/paraglide/runtime';
import { listReceived, type ReceivedRow } from './list-received.server';

const perPage = 20;

export type ReceivedAnswer = {
  section: string;
  question: string;
  text: string;
  value: unknown;
  answer: string;
  note: string;
  answeredAt: string;
};
export type ReceivedFile = { question: string; fileName: string; mediaType: string; sizeBytes: number; sha256: string; scan: string };
export type ReceivedWhole = ReceivedRow & { questionnaire: string; answers: ReceivedAnswer[]; files: ReceivedFile[] };

/** Every received request with all its answers and files, newest first; 20 of them in memory at a time, four queries per batch. */
export async function* eachReceived(inOrganization: InOrganization, organizationId: string): AsyncGenerator<ReceivedWhole> {
  let cursor: string | undefined;
  do {
    const { rows, next, answers, evidence } = await inOrganization(async (db) => {
      const page = await listReceived(db, { organizationId, cursor, take: perPage });
      const ids = page.rows.map(({ responseId }) => responseId);
      return {
        ...page,
        answers: await db.answer.findMany({ where: { responseId: { in: ids } } }),
        evidence: await db.evidence.findMany({
          where: { responseId: { in: ids }, removedAt: null },
          orderBy: { createdAt: 'asc' },
          select: {
            responseId: true,
            question: true,
            file: { select: { fileName: true, mediaType: true, sizeBytes: true, sha256: true, scan: true } },
          },
        }),
      };
    });
    for (const row of rows) {
      const shown = localizedInstrument(row.instrumentKey, getLocale());
      const words = wordsOfInstrument(row.instrumentKey);
      const places = new Map(
        shown.sections.flatMap((section) =>
          section.questions.map((question) => [question.key, { section: section.key, text: question.text.text }]),
        ),
      );
      const order = new Map(questionsOf(shown).map(({ key }, at) => [key, at]));
      yield {
        ...row,
        questionnaire: shown.title.text,
        answers: answers
          .filter(({ responseId }) => responseId === row.responseId)
          .sort((a, b) => (order.get(a.question) ?? 0) - (order.get(b.question) ?? 0))
          .map(({ question, value, note, answeredAt }) => ({
            section: places.get(question)?.section ?? '',
            question,
            text: places.get(question)?.text ?? '',
            value,
            answer: words?.answer(question, value) ?? (typeof value === 'object' ? JSON.stringify(value) : String(value)),
            note,
            answeredAt: answeredAt.toISOString(),
          })),
        files: evidence.flatMap(({ responseId, question, file }) => (responseId === row.responseId ? [{ question, ...file }] : [])),
      };
    }
    cursor = next ?? undefined;
  } while (cursor !== undefined);
}
