import { lawQuestions, requirementsByQuestion } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { readEntered, showEntered } from './read-entered.server';
import { type ShownRequirement, showRequirement } from './requirement';

/**
 * The legal requirements that the questions of an audit are held against, by question: those of the released table, then those that members of the
 * organization entered and did not withdraw, in force on `on`. The recorder, pages and reports take them from here.
 */
export async function auditRequirements(
  db: TenantDb,
  { country, on }: { country: string; on: string },
): Promise<Record<string, ShownRequirement[]>> {
  const found = new Map<string, ShownRequirement[]>();
  for (const [question, rows] of requirementsByQuestion(country, on)) found.set(question, rows.map(showRequirement));
  for (const row of await readEntered(db, { country, on })) {
    const questions = row.question === null ? lawQuestions({ topic: row.topic, fact: '' }) : [row.question];
    for (const question of questions) found.set(question, [...(found.get(question) ?? []), showEntered(row)]);
  }
  return Object.fromEntries(found);
}
