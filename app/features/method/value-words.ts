import type { ControlDomain, EvidenceGrade, FindingGrade, FindingStatus } from '#scoring';
import { bandWord, componentWord, domainWord } from '~/charts/words';
import { m } from '~/paraglide/messages';

type Words = Readonly<Record<string, (() => string) | undefined>>;

const components: Words = {
  country: () => componentWord('country'),
  sector: () => componentWord('sector'),
  product: () => componentWord('product'),
  migrant: () => componentWord('migrant'),
  debt: () => componentWord('debt'),
  agency: () => componentWord('agency'),
  subcontracting: () => componentWord('subcontracting'),
  housing: () => componentWord('housing'),
  seasonal: () => componentWord('seasonal'),
  vulnerable: () => componentWord('vulnerable'),
  voice: () => componentWord('voice'),
};

const domains = {
  policy: () => domainWord('policy'),
  'due-diligence': () => domainWord('due-diligence'),
  'recruitment-fees': () => domainWord('recruitment-fees'),
  contracts: () => domainWord('contracts'),
  wages: () => domainWord('wages'),
  'movement-documents': () => domainWord('movement-documents'),
  hours: () => domainWord('hours'),
  'voice-grievance': () => domainWord('voice-grievance'),
  remedy: () => domainWord('remedy'),
} satisfies Record<ControlDomain, () => string>;

const evidence = {
  none: m.report_evidence_none,
  'self-declared': m.report_evidence_self_declared,
  'document-uploaded': m.report_evidence_document_uploaded,
  'document-checked': m.report_evidence_document_checked,
  'audit-announced': m.report_evidence_audit_announced,
  'audit-unannounced': m.report_evidence_audit_unannounced,
} satisfies Record<EvidenceGrade, () => string>;

const grades = {
  critical: m.report_grade_critical,
  major: m.report_grade_major,
  moderate: m.report_grade_moderate,
  minor: m.report_grade_minor,
} satisfies Record<FindingGrade, () => string>;

const statuses = {
  open: m.report_status_open,
  'plan-agreed': m.report_status_plan_agreed,
  fixed: m.report_status_fixed,
  verified: m.report_status_verified,
} satisfies Record<FindingStatus, () => string>;

const blend: Words = {
  governance: m.method_part_governance,
  trafficking: m.method_part_trafficking,
  legal: m.method_part_legal,
  informality: m.method_part_informality,
  conflict: m.method_part_conflict,
  displacement: m.method_part_displacement,
};

/** Which names stand in a parameter's value; what is not listed keeps the method's own name. */
const namesOf: Readonly<Record<string, Words | undefined>> = {
  'R1.weights': blend,
  'R3.shares': {
    pair: m.method_key_pair,
    elsewhere: m.method_key_elsewhere,
    none: m.method_key_not_listed,
    priority: m.method_key_priority,
  },
  'R4.weights': components,
  'R4.subcontracting': {
    none: m.report_choice_none,
    declared: m.report_choice_declared,
    'multi-tier': m.report_choice_multi_tier,
    'undeclared-found': m.report_choice_undeclared_found,
  },
  'R4.housing': {
    none: m.report_choice_none,
    optional: m.report_choice_optional,
    tied: m.report_choice_tied,
    'tied-remote': m.report_choice_tied_remote,
  },
  'R4.voice': { independent: m.report_choice_independent, restricted: m.report_choice_restricted, none: m.report_choice_none },
  'R4.vulnerable': { each: m.method_key_each, cap: m.method_key_cap },
  'R5.domains': domains,
  'R5.evidence': evidence,
  'R5.answers': { yes: m.shell_yes, partial: m.method_answer_partial, no: m.shell_no },
  'R6.severity': grades,
  'R6.status': statuses,
  'R8.prior': { point: m.method_key_point, low: m.method_column_low, high: m.method_column_high },
  'R8.bands': {
    moderate: () => bandWord('moderate'),
    elevated: () => bandWord('elevated'),
    high: () => bandWord('high'),
    severe: () => bandWord('severe'),
  },
  'R8.confidence': { medium: m.report_confidence_medium, high: m.report_confidence_high },
  'R8.reliability': { confirmed: m.method_confidence_confirmed, derived: m.method_confidence_derived, memory: m.method_confidence_memory },
};

/** The name of a part of a parameter's value. `isCode` where it is the method's own name. */
export function partName(parameterId: string, key: string): { text: string; isCode: boolean } {
  const word = namesOf[parameterId]?.[key];
  return word ? { text: word(), isCode: false } : { text: key, isCode: true };
}
