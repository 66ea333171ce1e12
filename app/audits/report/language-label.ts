/** The name of a language, frozen in the report: each edition of Node names some differently. What is no code is given as it is. */
export function languageLabel(code: string, locale: string): string {
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(code)) return code;
  return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code;
}
