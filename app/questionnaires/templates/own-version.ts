import { type InstrumentOverlay, type Relation, relations } from '#scoring';
import { z } from 'zod';

/** Ids of questionnaires that an organization made itself begin so; a released one never does. */
export const ownPrefix = 'own-';
export const isOwnKey = (key: string): boolean => key.startsWith(ownPrefix);

/** How a question of an own questionnaire relates to one of a released questionnaire. */
export const ownPairSchema = z.object({
  question: z.string().min(1),
  relation: z.enum(relations),
  instrument: z.string().min(1),
  target: z.string().min(1),
});
export type OwnPair = z.infer<typeof ownPairSchema> & { relation: Relation };

/** By language, by place (`P1.title`, `P1.Q1.text`): the translated text. */
export const translationsSchema = z.record(z.string(), z.record(z.string(), z.string()));
export type Translations = z.infer<typeof translationsSchema>;

/** The translation of an own questionnaire as the released ones have it; those of one's own are frozen with it, so all are its first revision. */
export function overlayFrom(key: string, given: { locale: string; translations: Translations }): InstrumentOverlay | null {
  const words = given.translations[given.locale];
  if (!words) return null;
  const strings = Object.entries(words).filter(([, text]) => text.trim() !== '');
  return {
    instrument: key,
    locale: given.locale,
    strings: Object.fromEntries(strings.map(([place, text]) => [place, { text, revision: 1, status: 'drafted' as const }])),
  };
}
