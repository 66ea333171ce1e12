import { instrument, localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { getLocale } from '~/paraglide/runtime';
import { instrumentKeys, isRestrictedIndicator, questionsOf, restrictedPoints, restrictedQuestions } from '#scoring';

/** The questionnaire whose compliance points a finding is filed under. */
const complianceInstrument = 'better-work-cat@2.0.0';

/** The facts of each question in released questionnaires: its compliance point, '' where its questionnaire has none, and its indicators. */
const released = new Map<string, { point: string; indicators: ReadonlySet<string> }>();

function readReleased() {
  if (released.size === 0)
    for (const key of instrumentKeys())
      for (const asked of questionsOf(instrument(key))) {
        const known = released.get(asked.key);
        released.set(asked.key, {
          point: known?.point || (asked.point ?? ''),
          indicators: new Set([...(known?.indicators ?? []), ...asked.indicators]),
        });
      }
  return released;
}

/** The compliance point of a question of a released questionnaire, '' where its questionnaire has none; null for a question that none asks. */
export const pointOfQuestion = (question: string): string | null => readReleased().get(question)?.point ?? null;

/**
 * Whether a question is one of the zero-tolerance protocol, or one whose answer would tell the answer to such a question. What answers it is no ordinary
 * finding: it belongs in a sensitive case (zero-tolerance-case).
 */
export function isZeroToleranceQuestion(question: string | null): boolean {
  return question !== null && restrictedQuestions().has(question);
}

type Filed = { question: string | null; compliancePoint: string | null; indicator: string | null };

/**
 * Whether a finding is about such a question, names an indicator that reveals its answer and is not an indicator of its own question, or names only a
 * compliance point that contains one.
 */
export function isZeroToleranceFinding({ question, compliancePoint, indicator }: Filed): boolean {
  const ofQuestion = question === null ? undefined : readReleased().get(question)?.indicators;
  if (indicator !== null && isRestrictedIndicator(indicator) && !ofQuestion?.has(indicator)) return true;
  if (question !== null) return isZeroToleranceQuestion(question);
  return compliancePoint !== null && restrictedPoints().has(compliancePoint);
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
