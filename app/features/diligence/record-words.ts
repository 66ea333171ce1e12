import { m } from '~/paraglide/messages';
import { formatCountry, formatList, formatMoney } from '~/ui/format';

/** Minor units of a currency as text; a word where they are not known. */
export const moneyWord = (minor: number | null, currency: string): string =>
  minor === null ? m.shell_unknown() : formatMoney(minor, currency);

export const hostCountriesWord = (codes: readonly string[]): string => formatList(codes.map((code) => formatCountry(code)));
