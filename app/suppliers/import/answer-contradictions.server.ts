import { hash } from 'node:crypto';
import type { TenantDb } from '~/access/tenant-db.server';
import { m } from '~/paraglide/messages';
import { factText, labelIn } from '~/suppliers/facts/fact-labels';
import { sectorTitles } from '~/suppliers/facts/sector-titles.server';
import { formatNumber } from '~/ui/format';
import { keepContradictionAnswers } from './contradiction-answers.server';
import type { Contradiction } from './pipeline/contradictions';
import { recountBatch } from './recount-batch.server';
import { storedCountsSchema } from './schema';

/** A contradiction as pages show it. `chosen`: the position of the value that counts. */
export type ShownContradiction = {
  id: string;
  name: string;
  field: string;
  day: string | null;
  options: { text: string; rows: number[]; more: number }[];
  chosen: number;
  isAnswered: boolean;
};

const idOf = ({ subject, field, day, options }: Contradiction): string =>
  hash('sha1', JSON.stringify([subject, field, day, options.map(({ key }) => key)]), 'hex').slice(0, 20);

/** Contradictions with their fields and values in the reader's language. */
export function showContradictions(contradictions: readonly Contradiction[]): ShownContradiction[] {
  const titles = sectorTitles(
    contradictions.flatMap(({ options }) => options.flatMap(({ values: { sector } }) => (typeof sector === 'string' ? [sector] : []))),
  );
  return contradictions.map((contradiction) => {
    const { party, name, field, day, options, chosen, isAnswered } = contradiction;
    return {
      ...{ id: idOf(contradiction), name, day, isAnswered },
      field: field === 'point' ? m.map_doubtful_coordinates() : labelIn(party, field),
      options: options.map(({ values, rows, count }) => ({ text: valueText(field, values, titles), rows, more: count - rows.length })),
      chosen: options.findIndex(({ key }) => key === chosen),
    };
  });
}

function valueText(field: string, values: Contradiction['options'][number]['values'], titles: Readonly<Record<string, string>>): string {
  if (field !== 'point') return factText(field, values[field], titles) ?? '';
  return [values.latitude, values.longitude]
    .flatMap((degrees) => (typeof degrees === 'number' ? [formatNumber(degrees, { digits: 5 })] : []))
    .join(', ');
}

/**
 * Takes the answers of a form, `contradiction.<id>` with the position of the value that counts, remembers them for every later list, and counts
 * the batch again. What was accepted or is unknown is ignored.
 */
export async function answerContradictions(db: TenantDb, form: FormData, who: { batchId: string; userId: string }): Promise<void> {
  const batch = await db.importBatch.findFirst({ where: { id: who.batchId, status: 'staged' }, select: { counts: true } });
  const counts = storedCountsSchema.safeParse(batch?.counts).data;
  if (!counts) return;
  const answered = counts.contradictions.flatMap((contradiction): Contradiction[] => {
    const position = form.get(`contradiction.${idOf(contradiction)}`);
    const option = typeof position === 'string' && /^\d{1,4}$/.test(position) ? contradiction.options[Number(position)] : undefined;
    return option && (!contradiction.isAnswered || option.key !== contradiction.chosen) ? [{ ...contradiction, chosen: option.key }] : [];
  });
  if (answered.length === 0) return;
  await keepContradictionAnswers(db, answered, { userId: who.userId, batchId: null });
  await recountBatch(db, who.batchId);
}
