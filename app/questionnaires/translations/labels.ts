import { m } from '~/paraglide/messages';

const statuses = {
  missing: m.translations_status_missing,
  drafted: m.translations_status_drafted,
  reviewed: m.translations_status_reviewed,
};

/** How far a translated string is. */
export const translationStatusLabel = (status: keyof typeof statuses): string => statuses[status]();

/** Why a correction was not taken. */
export function refusedCorrection(
  refused: { kind: 'changed'; text: string } | { kind: 'lost'; numbers: string[] } | { kind: 'no-question' },
): string {
  switch (refused.kind) {
    case 'changed':
      return m.translations_problem_changed({ text: refused.text });
    case 'lost':
      return m.translations_problem_lost({ numbers: refused.numbers.join(', ') });
    case 'no-question':
      return m.translations_problem_question();
  }
}
