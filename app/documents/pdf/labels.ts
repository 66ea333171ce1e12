import type { EvidenceGrade, FindingGrade, FindingStatus } from '#scoring';
import countryNames from '~/locales/country-names.json';
import type { MemberLocale } from '~/locales/member-locales';
import * as words from '~/locales/method-labels';

type Say = { locale: MemberLocale };

export const evidenceLabel = (grade: EvidenceGrade, { locale }: Say): string => words.evidenceLabel(grade, locale);
export const gradeLabel = (grade: FindingGrade, { locale }: Say): string => words.gradeLabel(grade, locale);
export const statusLabel = (status: FindingStatus, { locale }: Say): string => words.statusLabel(status, locale);

/** "24 Nov 2026" from an ISO date or moment, in UTC. */
export function writeDate(iso: string, say: Say): string {
  const locale = say.locale === 'en' ? 'en-GB' : say.locale;
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(new Date(iso));
}

const countries: Record<string, Record<string, string>> = countryNames;

/** The name of a country from its alpha-2 code, from our own table: each edition of Node names some differently. */
export function countryLabel(code: string, say: Say): string {
  return countries[say.locale]?.[code] ?? code;
}

/** A name inside a sentence, shielded so that a name that runs right to left does not turn the sentence round. */
export const isolate = (name: string): string => `\u2068${name}\u2069`;

/** A sentence's first letter as a capital. */
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** A name inside a sentence, its first letter small. */
export const small = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
