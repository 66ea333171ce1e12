import { restrictedQuestions } from '#scoring';
import type { ShownRequirement } from '~/audits/national-law/requirement';
import type { ReportLaw } from './evidence-schema';

/** A requirement with its source; `entered` where a member entered it for the country. */
type Requirement = Pick<ShownRequirement, 'number' | 'text' | 'law' | 'certainty' | 'checkedOn'> & {
  entered?: { id: string; url: string | null };
};
/** The requirements of the country of the site that were in force on a day, by question. */
export type LawInput = { country: string; on: string; byQuestion: Readonly<Record<string, readonly Requirement[]>> };

const idOf = ({ number, entered }: Requirement) => entered?.id ?? String(number);

/** Requirements numbered L1, L2 … in the order of the questions, and those of each question. A zero-tolerance question is held against none in print. */
export function arrangeLaw(
  law: LawInput | null,
  questions: readonly string[],
): { law: ReportLaw | null; requirementsOf: (question: string) => string[] } {
  if (law === null) return { law: null, requirementsOf: () => [] };
  const asked = questions.filter((key) => !restrictedQuestions().has(key));
  const found = new Map<string, Requirement>();
  for (const key of asked) for (const row of law.byQuestion[key] ?? []) if (!found.has(idOf(row))) found.set(idOf(row), row);
  const numbers = new Map([...found.keys()].map((id, index) => [id, `L${index + 1}`]));
  return {
    law: {
      ...{ country: law.country, on: law.on },
      requirements: [...found].map(([id, { text, law: cited, certainty, checkedOn, entered }]) => ({
        ...{ no: numbers.get(id) ?? '', text, law: cited, certainty, checkedOn: checkedOn.slice(0, 10), url: entered?.url ?? null },
      })),
    },
    requirementsOf: (question) =>
      asked.includes(question) ? (law.byQuestion[question] ?? []).flatMap((row) => numbers.get(idOf(row)) ?? []) : [],
  };
}
