/** The languages in which every page, letter and report is written. The others are those in which respondents can answer (`project.inlang/settings.json`). */
export const memberLocales = ['en', 'fr', 'es'] as const;
export type MemberLocale = (typeof memberLocales)[number];

/** Whether the whole product speaks it. */
export const isMemberLocale = (locale: string): locale is MemberLocale => memberLocales.some((offered) => offered === locale);

/** The language of a page for members: the reader's own, or English where the product does not speak it there. */
export const memberLocale = (locale: string): MemberLocale => (isMemberLocale(locale) ? locale : 'en');
