import type { LocalizedInstrument, ShownText } from './localize.ts';

/**
 * Some statements point to the legal rule that the recorder shows beside them. Each pointer as the released texts have it, with the space before it; a bracket
 * that says something else as well keeps that (`$1`).
 */
const pointers: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  en: [[/ \(shown beside\)/gu, '']],
  ar: [[/ \(معروضة? بجانب البند\)/gu, '']],
  bn: [[/ \(পাশে দেখানো আছে\)/gu, '']],
  es: [[/ \(se indican? al lado\)/gu, '']],
  fr: [[/ \((?:indiquée?s?|voir) à côté\)/gu, '']],
  hi: [[/ \(साथ में (?:दिखाई गई हैं?|दिखाया गया है|दिखाए गए हैं)\)/gu, '']],
  id: [[/ \(ditampilkan di samping\)/gu, '']],
  pt: [[/ \(indicad[oa]s? ao lado\)/gu, '']],
  tr: [[/ \(yanda gösterilir\)/gu, '']],
  ur: [
    [/ \(ساتھ درج (?:ہے|ہیں)\)/gu, ''],
    [/\(([^()]+)، ساتھ درج (?:ہے|ہیں)\)/gu, '($1)'],
  ],
  vi: [[/ \(hiển thị bên cạnh\)/gu, '']],
  zh: [[/（见题旁）/gu, '']],
};

/** A statement without its pointer, for whoever reads it where no rule is shown beside it. Pure. */
export function readerText(text: string, lang: string): string {
  return (pointers[lang] ?? []).reduce((left, [pointer, kept]) => left.replace(pointer, kept), text);
}

/** The questionnaire as readers of reports, findings and exports see it: no statement points to what only a recorder shows. Pure; grows with its questions. */
export function forReaders(shown: LocalizedInstrument): LocalizedInstrument {
  return {
    ...shown,
    sections: shown.sections.map((section) => ({
      ...section,
      questions: section.questions.map((question) => ({ ...question, text: readable(question.text) })),
    })),
  };
}

function readable(shown: ShownText): ShownText {
  const text = readerText(shown.text, shown.lang);
  return text === shown.text ? shown : { ...shown, text };
}
