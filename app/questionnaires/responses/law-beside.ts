import { type LocalizedQuestion, nationalLawOf } from '#scoring';

/** What the law of a country requires on the topic of a question, in English as the table is. Not legal advice. */
export type LawBeside = { country: string; text: string; law: string | null; isConfirmed: boolean };

/** At most so many lines beside one question. */
const most = 4;

/**
 * The legal requirements beside a question: of the topics that it names, in the countries of the supplier. What was only recalled is left out: a supplier may
 * act on it. `on`: ISO day. Pure.
 */
export function lawBeside({ law = [] }: Pick<LocalizedQuestion, 'law'>, countries: readonly string[], on: string): LawBeside[] {
  const topics = new Set<string>(law);
  if (topics.size === 0) return [];
  return countries
    .flatMap((country) => nationalLawOf(country, on).map((row) => ({ country, ...row })))
    .filter(({ topic, certainty }) => topics.has(topic) && certainty !== 'to-be-checked')
    .slice(0, most)
    .map(({ country, value, unit, condition, law: title, article, certainty }) => ({
      country,
      text: [unit === null ? value : `${value} ${unit}`, condition].filter(Boolean).join('; '),
      law: [title, article].filter(Boolean).join(', ') || null,
      isConfirmed: certainty === 'confirmed',
    }));
}
