import type { MemberLocale } from '~/locales/member-locales';
import en from './measures/en.json';
import es from './measures/es.json';
import fr from './measures/fr.json';

export const measures: Record<MemberLocale, Readonly<Record<string, string>>> = { en, es, fr };

/** What is usually done about an unmet item of the reviews, in our own words; null where nothing is proposed of its own. */
export const measureOf = (item: string, locale: MemberLocale): string | null => measures[locale][item] ?? null;
