import type { Component, EvidenceGrade, PartyFacts } from '#scoring';
import { m } from '~/paraglide/messages';
import { formatCountry, formatNumber, formatPercent } from '~/ui/format';

const facts = {
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
} satisfies Record<keyof PartyFacts, () => string>;

const factMessages: Readonly<Record<string, (() => string) | undefined>> = facts;

export function isFact(field: string): field is keyof PartyFacts {
  return Object.hasOwn(facts, field);
}

/** The name of a fact that the method reads; an unknown field comes back as it was. */
export const factWord = (field: string): string => factMessages[field]?.() ?? field;

const choices: Readonly<Record<string, (() => string) | undefined>> = {
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

/** The value of a fact in the reader's words; lists come as text parted by commas. */
export function factValue(field: string, value: number | string): string {
  if (typeof value === 'number') {
    if (field.endsWith('Share')) return formatPercent(value, { digits: Number.isInteger(value * 100) ? 0 : 1 });
    return formatNumber(value, { digits: Number.isInteger(value) ? 0 : 2 });
  }
  if (value === '') return m.report_value_none();
  const parts = value.split(', ');
  if (field === 'countries' || field === 'migrantOrigins') return parts.map((code) => formatCountry(code)).join(', ');
  return parts.map((part) => choices[part]?.() ?? part).join(', ');
}

const evidence = {
  none: m.report_evidence_none,
  'self-declared': m.report_evidence_self_declared,
  'document-uploaded': m.report_evidence_document_uploaded,
  'document-checked': m.report_evidence_document_checked,
  'audit-announced': m.report_evidence_audit_announced,
  'audit-unannounced': m.report_evidence_audit_unannounced,
} satisfies Record<EvidenceGrade, () => string>;
export const evidenceWord = (grade: EvidenceGrade): string => evidence[grade]();

export { gradeWord, statusWord } from '~/features/finding/words';

const answers: Readonly<Record<string, (() => string) | undefined>> = {
  yes: m.shell_yes,
  no: m.shell_no,
  partial: m.method_answer_partial,
  'dont-know': m.method_answer_dont_know,
  'not-applicable': m.method_answer_not_applicable,
};
/** An answer in words; a number is shown as it was given. */
export const answerWord = (value: string | number): string => answers[String(value)]?.() ?? String(value);

/** The fact that would make a component known. */
export const factOfComponent = {
  country: 'countries',
  sector: 'sector',
  product: 'products',
  migrant: 'migrantShare',
  debt: 'migrantOrigins',
  agency: 'agencyShare',
  subcontracting: 'subcontracting',
  housing: 'housing',
  seasonal: 'peakRatio',
  vulnerable: 'vulnerableGroups',
  voice: 'workerVoice',
} satisfies Record<Component['id'], keyof PartyFacts>;
