import type { EvidenceGrade, FindingGrade, FindingStatus } from '#scoring';
import { writeNumber, writePercent } from '~/charts/numbers';
import countryNames from '~/locales/country-names.json';
import * as facts from '~/locales/fact-labels';
import * as words from '~/locales/method-words';
import { m } from '~/paraglide/messages';
import type { FactValue } from './parts-schema';
import type { AssessmentReport } from './schema';

export type ReportLocale = AssessmentReport['locale'];
type Say = { locale: ReportLocale };

export const evidenceWord = (grade: EvidenceGrade, { locale }: Say): string => words.evidenceWord(grade, locale);
export const gradeWord = (grade: FindingGrade, { locale }: Say): string => words.gradeWord(grade, locale);
export const statusWord = (status: FindingStatus, { locale }: Say): string => words.statusWord(status, locale);

/** The name of a fact of a party; undefined for other inputs of the calculation, such as answers and findings. */
export function factWord(field: string, { locale }: Say): string | undefined {
  return facts.isFact(field) ? facts.factWord(field, locale) : undefined;
}

/** "24 Nov 2026" from an ISO date or moment, in UTC. */
export function writeDate(iso: string, say: Say): string {
  const locale = say.locale === 'en' ? 'en-GB' : say.locale;
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(new Date(iso));
}

const countries: Record<string, Record<string, string>> = countryNames;

/** The name of a country from its alpha-2 code, from our own table: each edition of Node names some differently. */
export function countryWord(code: string, say: Say): string {
  return countries[say.locale]?.[code] ?? code;
}

/** What a fact says, in words. */
export function writeFact(value: FactValue, say: Say): string {
  switch (value.kind) {
    case 'people':
      return writeNumber(value.count, say);
    case 'share':
      return writePercent(value.share, { ...say, isExact: true });
    case 'few':
      return m.supplier_report_value_few({}, say);
    case 'nearly-all':
      return m.supplier_report_value_nearly_all({}, say);
    case 'ratio':
      return writeNumber(value.ratio, { ...say, decimals: 2 });
    case 'countries':
      return value.codes.length === 0
        ? m.supplier_report_value_none({}, say)
        : value.codes.map((code) => countryWord(code, say)).join(', ');
    case 'choices':
      return value.codes.length === 0
        ? m.supplier_report_value_none({}, say)
        : value.codes.map((code) => facts.choiceWord(code, say.locale)).join(', ');
    case 'texts':
      return value.texts.length === 0 ? m.supplier_report_value_none({}, say) : value.texts.join(', ');
    case 'sector':
      return value.title === null ? value.code : m.supplier_report_value_sector({ title: value.title, code: value.code }, say);
  }
}

/** A name inside a sentence, shielded so that a name that runs right to left does not turn the sentence round. */
export const isolate = (name: string): string => `\u2068${name}\u2069`;

/** A sentence's first letter as a capital. */
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** A name inside a sentence, its first letter small. */
export const small = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
