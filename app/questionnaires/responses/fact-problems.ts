import { impossiblePeople, type PeopleCounted } from '#scoring';
import { latinDigits } from '~/platform/forms/latin-digits';
import { isKeptSign } from '~/suppliers/parties/form-values';
import { m } from '~/paraglide/messages';
import { formatNumber } from '~/ui/format';
import { peopleCount, workforceSharesSchema } from './schema';

type Boxes = { people: readonly { key: string }[]; facts: readonly { key: string; unit: string }[] };

/**
 * What is wrong in each box of a question that asks for facts of the workforce, by the name of the box without its question (`people.foreign`, `migrantShare`):
 * each with its own reason. `typed`: what a box has. Empty where all can be read and can be true together.
 */
export function factProblems({ people, facts }: Boxes, typed: (box: string) => string | undefined): Record<string, string> {
  const problems: Record<string, string> = {};
  const counted: Record<string, number> = {};
  for (const { key } of people) {
    const text = typed(`people.${key}`)?.trim();
    const { success, data } = peopleCount.safeParse(text);
    if (!success) problems[`people.${key}`] = numberProblem(text);
    else if (data !== undefined) counted[key] = data;
  }
  for (const key of impossiblePeople(counted as PeopleCounted))
    problems[`people.${key}`] =
      key === 'busiest'
        ? m.responses_people_less({ quietest: formatNumber(counted.quietest ?? 0) })
        : m.responses_people_more({ all: formatNumber(counted.all ?? 0) });
  for (const { key, unit } of facts) {
    const text = typed(key)?.trim();
    if (text === undefined || isKeptSign(text) || workforceSharesSchema.safeParse({ [key]: text }).success) continue;
    problems[key] = unit === 'share' ? m.responses_percent_bad() : m.responses_ratio_bad();
  }
  return problems;
}

/** Why a text is no number of people: below zero, not in digits, or too large to be meant. */
function numberProblem(text: string | undefined): string {
  const written = text === undefined ? '' : latinDigits(text);
  if (/^[-−–]\s*\d/.test(written)) return m.templates_number_bad();
  return /^\d+$/.test(written) ? m.responses_people_bad() : m.responses_people_digits();
}
