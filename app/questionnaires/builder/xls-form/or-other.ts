/** The choice and the question for `or_other`, in the respondent languages. */
const words: Readonly<Record<string, { choice: string; question: string }>> = {
  en: { choice: 'Other', question: 'Please specify.' },
  fr: { choice: 'Autre', question: 'Veuillez préciser.' },
  es: { choice: 'Otro', question: 'Especifique, por favor.' },
  pt: { choice: 'Outro', question: 'Especifique, por favor.' },
  zh: { choice: '其他', question: '请说明。' },
  vi: { choice: 'Khác', question: 'Vui lòng nêu rõ.' },
  bn: { choice: 'অন্যান্য', question: 'অনুগ্রহ করে উল্লেখ করুন।' },
  hi: { choice: 'अन्य', question: 'कृपया स्पष्ट करें।' },
  ur: { choice: 'دیگر', question: 'براہ کرم وضاحت کریں۔' },
  id: { choice: 'Lainnya', question: 'Mohon sebutkan.' },
  tr: { choice: 'Diğer', question: 'Lütfen belirtin.' },
  ar: { choice: 'غير ذلك', question: 'يرجى التحديد.' },
};

/** The texts of `or_other` in the languages of a form, always including English. */
export function otherWords(locales: readonly string[]): { choice: Record<string, string>; question: Record<string, string> } {
  const wanted = Object.entries(words).filter(([locale]) => locale === 'en' || locales.includes(locale));
  return {
    choice: Object.fromEntries(wanted.map(([locale, { choice }]) => [locale, choice])),
    question: Object.fromEntries(wanted.map(([locale, { question }]) => [locale, question])),
  };
}
