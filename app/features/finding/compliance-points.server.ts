import { instrument, localizedInstrument } from '~/features/instrument/instrument-at.server';
import { getLocale } from '~/paraglide/runtime';
import { instrumentKeys } from '#scoring';

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

const grave = new Set<string>();

/**
 * Whether a question asks for one of the grave matters of the zero-tolerance protocol. What answers it is no ordinary finding: it belongs into a restricted
 * matter (zero-tolerance-case).
 */
export function isGraveQuestion(question: string | null): boolean {
  if (grave.size === 0)
    for (const key of instrumentKeys())
      for (const section of instrument(key).sections) for (const asked of section.questions) if (asked.zeroTolerance) grave.add(asked.key);
  return question !== null && grave.has(question);
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
