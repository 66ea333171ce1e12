import { type LocalizedInstrument, questionsOf } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import type { ResponseRead } from '~/questionnaires/responses/read-response.server';
import { factText } from '~/suppliers/facts/fact-labels';
import { readHistory } from '~/suppliers/facts/read-history.server';
import type { SourceBrief } from '~/suppliers/facts/read-sources.server';
import { shownFact } from '~/suppliers/facts/shown-fact';

export type FactAtDesk = {
  key: string;
  text: string;
  /** As stated here; what would show a small group is a word for it. */
  stated: string | null;
  /** The value that was known before, and its source; null where none was. */
  before: { value: string | null; source: SourceBrief | undefined } | null;
  /** Whether this answer is what is known today, so that the score reads it. */
  counts: boolean;
};

/**
 * The facts of the workforce that a response states, by question: each with what was known before it. Shares alone, as the answer has them: the people behind
 * them stay with the supplier. No query where it states none, else three.
 */
export async function factsAtDesk(db: TenantDb, response: ResponseRead, shown: LocalizedInstrument): Promise<Map<string, FactAtDesk[]>> {
  const stating = questionsOf(shown).filter(({ key, type }) => type === 'FACT' && response.answers.get(key)?.shares);
  if (stating.length === 0) return new Map();
  // Newest first.
  const { facts } = await readHistory(db, response.party.id);
  const workers = response.party.supplier?.workers;
  return new Map(
    stating.map((question) => {
      const shares = new Map<string, unknown>(Object.entries(response.answers.get(question.key)?.shares ?? {}));
      return [
        question.key,
        question.facts.flatMap(({ key, unit, text }): FactAtDesk[] => {
          const share = shares.get(key);
          if (share === undefined || share === null) return [];
          const known = facts.filter(({ values }) => values[key] !== undefined);
          const own = known.findIndex(({ source }) => source?.responseId === response.id);
          const earlier =
            own < 0 ? known.filter(({ recordedAt }) => response.submittedAt && recordedAt < response.submittedAt) : known.slice(own + 1);
          const before = earlier.find(({ source }) => source?.responseId !== response.id);
          const value = typeof share === 'number' && unit === 'share' ? share / 100 : share;
          return [
            {
              key,
              text: text.text,
              stated: factText(key, shownFact(key, value, workers)),
              before: before ? { value: factText(key, before.values[key]), source: before.source } : null,
              counts: own === 0,
            },
          ];
        }),
      ];
    }),
  );
}
