import { instrument, instrumentKeys, instrumentKinds, isGathered, localizedInstrument, questionsOf } from '#scoring';
import { getLocale } from '~/paraglide/runtime';

/** The instruments that can be opened, the kinds in their order, each with who answers it and whether its answers can lower a score; in the reader's language. */
export function listInstruments() {
  const shown = instrumentKeys().map((key) => {
    const { title, summary, kind, scores, audience } = localizedInstrument(key, getLocale());
    const questions = questionsOf(instrument(key)).filter((question) => !isGathered(question)).length;
    return { key, title: title.text, summary: summary?.text ?? null, kind, scores, audience, questions };
  });
  return shown.sort((a, b) => instrumentKinds.indexOf(a.kind) - instrumentKinds.indexOf(b.kind));
}
export type OfferedInstrument = ReturnType<typeof listInstruments>[number];
