/** The locale for formats: with the digits 0 to 9 in every language, as its questionnaires are written. Typed digits of other scripts are read all the same. */
export const withLatinDigits = (locale: string): string => `${locale}-u-nu-latn`;
