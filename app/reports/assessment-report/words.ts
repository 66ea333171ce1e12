import type { EvidenceGrade, FindingGrade, FindingStatus } from '#scoring';
import { writeNumber, writePercent } from '~/charts/numbers';
import countryNames from '~/locales/country-names.json';
import { m } from '~/paraglide/messages';
import type { AssessmentReport, FactValue, factFields } from './schema';

export type ReportLocale = AssessmentReport['locale'];
type Say = { locale: ReportLocale };

const evidenceMessages = {
  none: m.report_evidence_none,
  'self-declared': m.report_evidence_self_declared,
  'document-uploaded': m.report_evidence_document_uploaded,
  'document-checked': m.report_evidence_document_checked,
  'audit-announced': m.report_evidence_audit_announced,
  'audit-unannounced': m.report_evidence_audit_unannounced,
} satisfies Record<EvidenceGrade, unknown>;

const gradeMessages = {
  critical: m.report_grade_critical,
  major: m.report_grade_major,
  moderate: m.report_grade_moderate,
  minor: m.report_grade_minor,
} satisfies Record<FindingGrade, unknown>;

const statusMessages = {
  open: m.report_status_open,
  'plan-agreed': m.report_status_plan_agreed,
  fixed: m.report_status_fixed,
  verified: m.report_status_verified,
} satisfies Record<FindingStatus, unknown>;

const factMessages = {
  countries: m.report_fact_countries,
  sector: m.report_fact_sector,
  products: m.report_fact_products,
  workers: m.report_fact_workers,
  migrantShare: m.report_fact_migrant_share,
  internalMigrantShare: m.report_fact_internal_migrant_share,
  agencyShare: m.report_fact_agency_share,
  migrantOrigins: m.report_fact_migrant_origins,
  subcontracting: m.report_fact_subcontracting,
  housing: m.report_fact_housing,
  peakRatio: m.report_fact_peak_ratio,
  vulnerableGroups: m.report_fact_vulnerable_groups,
  workerVoice: m.report_fact_worker_voice,
} satisfies Record<(typeof factFields)[number], unknown>;

const choiceMessages: Record<string, (inputs: Record<string, never>, options: Say) => string> = {
  none: m.report_choice_none,
  declared: m.report_choice_declared,
  'multi-tier': m.report_choice_multi_tier,
  'undeclared-found': m.report_choice_undeclared_found,
  optional: m.report_choice_optional,
  tied: m.report_choice_tied,
  'tied-remote': m.report_choice_tied_remote,
  independent: m.report_choice_independent,
  restricted: m.report_choice_restricted,
  'under-18': m.report_choice_under_18,
  'low-literacy': m.report_choice_low_literacy,
  'language-gap': m.report_choice_language_gap,
  'tied-visa': m.report_choice_tied_visa,
  'gendered-isolated-work': m.report_choice_gendered_isolated_work,
};

export const evidenceWord = (grade: EvidenceGrade, say: Say): string => evidenceMessages[grade]({}, say);
export const gradeWord = (grade: FindingGrade, say: Say): string => gradeMessages[grade]({}, say);
export const statusWord = (status: FindingStatus, say: Say): string => statusMessages[status]({}, say);

/** The name of a fact of a party; undefined for other inputs of the calculation, such as answers and findings. */
export function factWord(field: string, say: Say): string | undefined {
  return Object.entries(factMessages).find(([name]) => name === field)?.[1]({}, say);
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
      return m.report_value_few({}, say);
    case 'nearly-all':
      return m.report_value_nearly_all({}, say);
    case 'ratio':
      return writeNumber(value.ratio, { ...say, decimals: 2 });
    case 'countries':
      return value.codes.length === 0 ? m.report_value_none({}, say) : value.codes.map((code) => countryWord(code, say)).join(', ');
    case 'choices':
      return value.codes.length === 0
        ? m.report_value_none({}, say)
        : value.codes.map((code) => choiceMessages[code]?.({}, say) ?? code).join(', ');
    case 'texts':
      return value.texts.length === 0 ? m.report_value_none({}, say) : value.texts.join(', ');
    case 'sector':
      return value.title === null ? value.code : m.report_value_sector({ title: value.title, code: value.code }, say);
  }
}

/** A name inside a sentence, shielded so that a name that runs right to left does not turn the sentence round. */
export const isolate = (name: string): string => `\u2068${name}\u2069`;

/** A sentence's first letter as a capital. */
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** A name inside a sentence, its first letter small. */
export const small = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
