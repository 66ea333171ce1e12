import { type MemberLocale, memberLocale } from '~/locales/member-locales';
import { getLocale, type Locale } from '~/paraglide/runtime';

/** A text in every language of the whole product, beside the field that it describes. */
export type Text = Readonly<Record<MemberLocale, string>>;

export const textOf = (text: Text, locale: Locale = getLocale()): string => text[memberLocale(locale)];
