import type { AuditReport } from '~/audits/report/audit-report/schema';
import { m } from '~/paraglide/messages';
import { sectionOf, type VerifiedSection, verifiedSections } from './verified-sections';

type Say = { locale: AuditReport['locale'] };
type Question =
  | AuditReport['clusters'][number]['questions'][number]
  | NonNullable<AuditReport['further']>[number]['sections'][number]['questions'][number];

const titles: Record<VerifiedSection, (inputs: Record<string, never>, say: Say) => string> = {
  'facility-profile': m.audit_report_section_facility,
  'recruitment-and-hiring': m.audit_report_section_recruitment,
  'working-hours': m.audit_report_section_hours,
  'wages-and-benefits': m.audit_report_section_wages,
  'worker-treatment': m.audit_report_section_treatment,
  'worker-involvement': m.audit_report_section_involvement,
  'health-and-safety': m.audit_report_section_safety,
  termination: m.audit_report_section_termination,
  'management-systems': m.audit_report_section_management,
  other: m.audit_report_section_other,
};

/**
 * A report arranged in the sections of SLCP's verified data: question by question what was verified, on which sources and against which requirement, without
 * grades or rates. Written from the report alone, so that whatever the report redacts or suppresses is redacted and suppressed here.
 */
export function verifiedData(model: AuditReport) {
  const say = { locale: model.locale };
  const { audit, supplier, site } = model;
  const asked = allQuestions(model);
  const sectionOfQuestion = new Map(asked.map(({ question, section }) => [question.code, section]));
  const findings = model.findings.map(({ no, question, point, what, legalReference, codeReference, evidence, status }) => ({
    ...{ no, section: (question === null ? undefined : sectionOfQuestion.get(question)) ?? placeOf(point) },
    ...{ question, what, legalReference, codeReference, evidence, status },
  }));
  return {
    format: 'verified-data/1' as const,
    structuredAfter: m.audit_report_structured_data({}, say),
    report: { number: audit.number, state: model.state, locale: model.locale, hash: model.hash, verifyAt: model.verifyAt },
    verification: {
      ...{
        organization: model.organization.name,
        type: audit.type,
        announcement: audit.announcement,
        from: audit.startsOn,
        to: audit.endsOn,
      },
      ...{ personDays: audit.personDays, selfAssessedOn: audit.selfAssessedOn ?? null, approvedOn: audit.approvedOn, limits: audit.limits },
      team: model.team.map(({ name, part, languages }) => ({ name, part, languages })),
      checklists: [audit.checklist, ...(model.further ?? [])].map(({ key, title }) => ({ key, title })),
    },
    sections: verifiedSections.map((key) => ({
      ...{ key, title: titles[key]({}, say) },
      ...(key === 'facility-profile'
        ? { profile: { supplier, site, agencies: model.agencies, workforce: model.workforce, gathered: model.gathered } }
        : {}),
      questions: asked
        .filter(({ section }) => section === key)
        .map(({ question, checklist }) => ({ checklist, ...verifiedAnswer(question) })),
      findings: findings.filter(({ section }) => section === key).map(({ section: _, ...finding }) => finding),
    })),
    requirements: model.law?.requirements ?? [],
  };
}

/** A zero-tolerance question states nothing, whatever was answered. */
function verifiedAnswer({ code, text, isNotStated, answerText, note, sources, interviews, agreement, requirements, findings }: Question) {
  if (isNotStated) return { code, text, isNotStated };
  return {
    ...{ code, text, response: answerText, note, sources: sources ?? null, interviews: interviews ?? [], agreement: agreement ?? null },
    ...{ requirements: requirements ?? [], findings },
  };
}

function allQuestions({ audit, clusters, further }: AuditReport): { question: Question; checklist: string; section: VerifiedSection }[] {
  return [
    ...clusters.flatMap(({ key, questions }) =>
      questions.map((question) => ({ question, checklist: audit.checklist.key, section: placeOf(question.point ?? key) })),
    ),
    ...(further ?? []).flatMap(({ key: checklist, sections }) =>
      sections.flatMap(({ key, questions }) =>
        questions.map((question) => ({ question, checklist, section: placeOf(`${checklist.replace(/@.*/, '')} ${key}`) })),
      ),
    ),
  ];
}

/** The section of a compliance point, or of its cluster: "BW.FL.2", else "BW.FL". */
function placeOf(topic: string | null): VerifiedSection {
  if (topic === null) return 'other';
  return sectionOf.get(topic) ?? sectionOf.get(topic.replace(/\.[^.]*$/, '')) ?? 'other';
}
