import { instrument, localizedInstrument } from '~/features/instrument/instrument-at.server';
import { getLocale } from '~/paraglide/runtime';
import { instrumentKeys, isRestrictedIndicator, restrictedPoints, restrictedQuestions } from '#scoring';

/** The instrument whose compliance points a finding is filed under. */
const complianceInstrument = 'better-work-cat@1.0.0';

const points = new Map<string, string | null>();

/** The compliance point of a question of a released instrument, '' where its instrument has none; null for a question that none asks. */
export function pointOfQuestion(question: string): string | null {
  if (points.size === 0)
    for (const key of instrumentKeys())
      for (const section of instrument(key).sections)
        for (const asked of section.questions) points.set(asked.key, points.get(asked.key) || (asked.point ?? ''));
  return points.get(question) ?? null;
}

/**
 * Whether a question is one of the zero-tolerance protocol, or one whose answer would tell the answer to such a question. What answers it is no ordinary
 * finding: it belongs in a sensitive case (zero-tolerance-case).
 */
export function isGraveQuestion(question: string | null): boolean {
  return question !== null && restrictedQuestions().has(question);
}

/** Whether a finding is about such a question, or names only a compliance point or an indicator under which one stands. */
export function isGraveFinding(filed: { question: string | null; compliancePoint?: string | null; indicator?: string | null }): boolean {
  const { question, compliancePoint = null, indicator = null } = filed;
  if (question !== null) return isGraveQuestion(question);
  return (compliancePoint !== null && restrictedPoints().has(compliancePoint)) || (indicator !== null && isRestrictedIndicator(indicator));
}

export function isPoint(code: string): boolean {
  return instrument(complianceInstrument).sections.some((section) => section.points?.some(({ key }) => key === code));
}

/** The compliance points by cluster, in the reader's language, to choose from. */
export function listPoints(): { key: string; title: string; cluster: string }[] {
  return localizedInstrument(complianceInstrument, getLocale()).sections.flatMap((section) =>
    section.points.map(({ key, title }) => ({ key, title: title.text, cluster: section.title.text })),
  );
}

/** The name of a compliance point; null for one that is not known here. */
export function pointTitle(code: string | null): string | null {
  return code === null ? null : (listPoints().find(({ key }) => key === code)?.title ?? null);
}
