import { lawQuestions } from './law-questions.ts';
import { type TableRow, tableRows } from './rows.ts';

/** One requirement of a country's labour law, as far as it is known. */
export type LawRequirement = TableRow<'national-law'>;

/**
 * What is held on the labour law of a country (alpha-2), in the order of the table, without what came into force after the day; empty for a country that is
 * not held. Not legal advice.
 */
export function nationalLawOf(iso2: string, asOf: string): LawRequirement[] {
  return [...tableRows('national-law', asOf).values()]
    .filter((row) => row.iso2 === iso2 && (row.inForceSince === null || row.inForceSince <= asOf))
    .sort((a, b) => a.number - b.number);
}

/** The requirements that a question is held against in a country, by question; questions without one are absent. */
export function requirementsByQuestion(iso2: string, asOf: string): Map<string, LawRequirement[]> {
  const found = new Map<string, LawRequirement[]>();
  for (const row of nationalLawOf(iso2, asOf))
    for (const question of lawQuestions(row)) {
      const rows = found.get(question);
      if (rows) rows.push(row);
      else found.set(question, [row]);
    }
  return found;
}
