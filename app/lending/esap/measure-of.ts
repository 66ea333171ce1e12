import type { MemberLocale } from '~/locales/member-locales';
import en from './measures/en.json';
import es from './measures/es.json';
import fr from './measures/fr.json';

export const measures: Record<MemberLocale, Readonly<Record<string, string>>> = { en, es, fr };

/** The usual measure for an unmet review item, in our own wording; null where there is none. */
export const measureOf = (item: string, locale: MemberLocale): string | null => measures[locale][item] ?? null;
