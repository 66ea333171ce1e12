import { m } from '~/paraglide/messages';

const dimensions: Readonly<Record<string, (() => string) | undefined>> = {
  voiceAccountability: m.method_reading_voice,
  politicalStability: m.method_reading_stability,
  governmentEffectiveness: m.method_reading_government,
  regulatoryQuality: m.method_reading_regulation,
  ruleOfLaw: m.method_reading_law,
  controlOfCorruption: m.method_reading_corruption,
};

const conventions: Readonly<Record<string, (() => string) | undefined>> = {
  C029: m.method_reading_c029,
  P029: m.method_reading_p029,
  C105: m.method_reading_c105,
  C138: m.method_reading_c138,
  C182: m.method_reading_c182,
};

/** What a value of a country table is, in the reader's language; null for words that are not of such a table. */
export function readingWord(label: string): string | null {
  const convention = conventions[label];
  if (convention) return convention();
  if (label === 'tier') return m.method_reading_tier();
  const governance = /^(\w+) (\d{4})(?:, standard error ([\d.]+))?$/.exec(label);
  const dimension = dimensions[governance?.[1] ?? ''];
  if (dimension) {
    const [name, year, error] = [dimension(), governance?.[2] ?? '', governance?.[3]];
    return error === undefined ? m.method_reading_year({ name, year }) : m.method_reading_year_error({ name, year, error });
  }
  const informality = /^informal employment, (\d{4}-\d{4})$/.exec(label)?.[1];
  if (informality) return m.method_reading_informality({ years: informality });
  const conflict = /^deaths in organized violence, mean of (\d{4}-\d{4})$/.exec(label)?.[1];
  if (conflict) return m.method_reading_conflict({ years: conflict });
  const displaced = /^displaced people in the country, end of (\d{4})$/.exec(label)?.[1];
  return displaced ? m.method_reading_displacement({ year: displaced }) : null;
}

const values: Readonly<Record<string, (() => string) | undefined>> = {
  ratified: m.method_reading_ratified,
  'not-ratified': m.method_reading_not_ratified,
  special: m.method_reading_special,
  'not-applicable': m.method_answer_not_applicable,
};

/** A word of a table in the reader's language; others stay as the table writes them. */
export const readingValue = (value: string): string => values[value]?.() ?? value;
