import type { TenantDb } from '~/access/tenant-db.server';
import { getLocale } from '~/paraglide/runtime';
import { localizedInstrument } from '~/questionnaires/templates/instrument-at.server';

/** Where an answer was given first: its day, and the title of that questionnaire. */
export type CarriedShown = { on: string; title: string };

/** The answers that came from another depth and were not changed since, by question, in the reader's language. One query. */
export async function readCarriedDepths(
  db: TenantDb,
  response: { id: string; answers: ReadonlyMap<string, { answeredAt: Date }> },
): Promise<Record<string, CarriedShown>> {
  const rows = await db.previousAnswer.findMany({
    where: { responseId: response.id, instrumentKey: { not: null } },
    select: { question: true, answeredAt: true, instrumentKey: true },
  });
  return Object.fromEntries(
    rows.flatMap(({ question, answeredAt, instrumentKey }) => {
      const answer = response.answers.get(question);
      if (instrumentKey === null || answer?.answeredAt.getTime() !== answeredAt.getTime()) return [];
      const { title } = localizedInstrument(instrumentKey, getLocale());
      return [[question, { on: answeredAt.toISOString().slice(0, 10), title: title.text }] as const];
    }),
  );
}
