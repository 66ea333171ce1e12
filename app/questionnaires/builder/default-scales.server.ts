import { scaleAnswers, instrument, instrumentKeys, overlayOf, type ScaleType, scaleTypes } from '#scoring';
import { type Draft, questionsIn } from './draft';

/** The released questionnaire whose labels a scale starts with; a scale without one keeps those that it was copied with. */
const wordedBy: Partial<Record<ScaleType, string>> = {
  G4: 'ilo-ten-principles@1.0.0',
  YNP: 'short-form@1.0.0',
  PCT: 'ilo-ten-principles@1.0.0',
  RF: 'short-form@1.0.0',
  PICK: 'workshop-core@1.0.0',
  TICKS: 'workshop-core@1.0.0',
  NC: 'better-work-cat@2.0.0',
  SIGN: 'ilo-eleven-indicators@2.0.0',
  REVIEW: 'ifc-ps2@1.0.0',
};

/** The draft with a label for every answer of its scales, in every released language. Existing labels stay. */
export function withDefaultScales(draft: Draft): Draft {
  const used = new Set(questionsIn(draft.content).map(({ type }) => type));
  const scales = { ...draft.content.scales };
  const translations = { ...draft.translations };
  for (const type of scaleTypes) {
    const source = wordedBy[type];
    if (source === undefined || !instrumentKeys().includes(source) || !used.has(type)) continue;
    const words = instrument(source).scales[type];
    const needed = scaleAnswers({ type, mayBeNotApplicable: true });
    const have = scales[type] ?? [];
    const missing = words.filter(({ value }) => needed.includes(value) && !have.some((choice) => choice.value === value));
    scales[type] = [...have, ...missing];
    for (const locale of Object.keys(translations)) {
      const strings = overlayOf(source, locale)?.strings ?? {};
      const own = translations[locale] ?? {};
      const added = words.flatMap(({ value, text }) => {
        const place = `scale.${type}.${value}`;
        const isDefault = scales[type]?.some((choice) => choice.value === value && choice.text.en === text.en);
        const translated = strings[place]?.text;
        return own[place] === undefined && isDefault && translated !== undefined ? [[place, translated] as const] : [];
      });
      translations[locale] = { ...own, ...Object.fromEntries(added) };
    }
  }
  return { ...draft, content: { ...draft.content, scales }, translations };
}
