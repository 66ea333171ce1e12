import { findingGrades } from '#scoring';
import { writeNumber } from '~/documents/charts/numbers';
import { workersTitle } from '~/audits/bulk-samples/distribution-words';
import { capital, countryLabel, gradeLabel } from '~/documents/pdf/labels';
import { m } from '~/paraglide/messages';
import type { Part } from '~/documents/pdf/block';
import { sectorName } from '~/locales/sector-names';
import { writeFact } from '~/suppliers/fields/reported/fact-text';
import type { AuditReportKind } from '~/documents/verification/audit-report-kinds';
import { isLeftOpen } from './item-groups';
import { countLabel, type Say } from './labels';
import type { ReportHours, ReportWages } from './people-schema';
import type { AuditReport } from './schema';
import { shorten } from './shorten';
import { systemCounts } from './systems-blocks';
import { sectionRateLabel } from './uncounted-findings';

type Status = (model: AuditReport, say: Say) => string;

/** Parts that a page folds, each with what it amounts to. The summary, the results and the action plan of its own are read first: they stay open. */
const statuses: Partial<Record<AuditReportKind, Readonly<Record<string, Status>>>> = {
  full: {
    declaration,
    site,
    workforce,
    parameters,
    wages,
    interviews,
    systems,
    practices,
    plan,
    annex,
  },
  'better-work': { parameters, public: publicItems, site, workforce },
};

/** The part with what it amounts to, where a page of that kind folds it. */
export function withStatus(part: Part, { model, kind, say }: { model: AuditReport; kind: AuditReportKind; say: Say }): Part {
  const status = statuses[kind]?.[part.key];
  return status ? { ...part, status: status(model, say) } : part;
}

/** A count with its name, as every fold says it. */
export const pair = (name: string, count: number, say: Say): string => m.audit_report_pair({ name, value: writeNumber(count, say) }, say);
/** The same where there is anything to count. */
export const counted = (name: string, count: number, say: Say): string[] => (count === 0 ? [] : [pair(name, count, say)]);
const line = (said: readonly string[]) => said.filter((text) => text !== '').join(' · ');

/** How many findings there are of each grade that there is one of. */
export function findingsStatus(findings: readonly Pick<AuditReport['findings'][number], 'grade'>[], say: Say): string {
  const of = (grade: (typeof findingGrades)[number]) => findings.filter((finding) => finding.grade === grade).length;
  return line(findingGrades.flatMap((grade) => counted(capital(gradeLabel(grade, say)), of(grade), say)));
}

/** Points of a section that are not compliant and that were not assessed, and its findings by grade. */
export function sectionStatus(
  section: Pick<AuditReport['clusters'][number], 'key' | 'rate' | 'points' | 'notAssessed'>,
  { findings, say }: { findings: AuditReport['findings']; say: Say },
): string {
  return line([
    m.audit_report_pair({ name: m.audit_report_points_bad({}, say), value: sectionRateLabel(section, findings, say) }, say),
    ...counted(m.audit_report_points_not_assessed({}, say), section.notAssessed, say),
    findingsStatus(findings, say),
  ]);
}

function declaration({ team, audit, commission }: AuditReport, say: Say): string {
  const undeclared = team.filter((member) => member.declaration === null).length;
  return line([
    pair(m.audit_report_declarations({}, say), team.length - undeclared, say),
    ...counted(m.audit_report_undeclared({}, say), undeclared, say),
    ...counted(m.commissions_report_title({}, say), commission?.conflicts.length ?? 0, say),
    audit.limits.trim() === '' ? m.audit_report_deviations_none({}, say) : shorten(audit.limits, 140),
  ]);
}

function site({ site: place, supplier }: AuditReport, say: Say): string {
  const country = place?.country ?? supplier.country;
  const { sector } = supplier;
  return line([
    sector === null ? '' : (sectorName(sector, say) ?? sector),
    country === null ? m.supplier_report_country_unknown({}, say) : countryLabel(country, say),
  ]);
}

function workforce({ workforce: rows, interviews: held }: AuditReport, say: Say): string {
  const value = rows.find(({ field }) => field === 'workers')?.value ?? null;
  return line([
    m.audit_report_pair(
      { name: m.audit_report_people({}, say), value: value === null ? m.audit_report_unknown({}, say) : writeFact(value, say) },
      say,
    ),
    held.state === 'told' ? m.audit_report_sample_heard({ people: countLabel(held.people, say) }, say) : '',
  ]);
}

function parameters({ clusters, contradictions, acceptedPoints }: AuditReport, say: Say): string {
  const open = clusters.flatMap(({ questions }) => questions.filter(isLeftOpen)).length;
  return line([
    m.audit_report_unverified({ questions: open }, say),
    ...counted(m.gate_report_title({}, say), acceptedPoints?.length ?? 0, say),
    ...counted(m.consistency_report_title({}, say), contradictions?.length ?? 0, say),
  ]);
}

function wages({ hours, wages: pay }: AuditReport, say: Say): string {
  const of = (sample: ReportHours | ReportWages, name: string, unit: 'hours' | 'percent') => {
    const named = (value: string) => m.audit_report_pair({ name, value }, say);
    if (sample.state === 'not-yet') return named(m.audit_report_not_said_draft({}, say));
    if (sample.workers === 0) return named(m.audit_report_sampled_none({}, say));
    const shown = sample.workers === 'under-5' ? undefined : sample.distribution;
    return shown ? workersTitle({ unit, ...shown }, say) : named(m.audit_report_sampled({ workers: countLabel(sample.workers, say) }, say));
  };
  return line([of(hours, m.audit_report_hours({}, say), 'hours'), of(pay, m.audit_report_pay({}, say), 'percent')]);
}

function interviews({ interviews: held }: AuditReport, say: Say): string {
  if (held.state === 'not-yet') return m.audit_report_not_said_draft({}, say);
  return line([
    m.audit_report_sample_heard({ people: countLabel(held.people, say) }, say),
    ...counted(m.audit_report_topics({}, say), held.topics.length, say),
  ]);
}

function systems(model: AuditReport, say: Say): string {
  return line(systemCounts(model, say).flatMap(([name, count]) => counted(name, count, say)));
}

function practices({ practices: seen }: AuditReport, say: Say): string {
  return seen.length === 0 ? m.audit_report_practices_none({}, say) : writeNumber(seen.length, say);
}

function plan({ findings, preparedAt }: AuditReport, say: Say): string {
  const today = preparedAt.slice(0, 10);
  const unplanned = findings.filter(({ actions, status }) => actions.length === 0 && status !== 'verified');
  const late = findings.flatMap(({ actions }) =>
    actions.filter(({ status, dueOn }) => (status === 'pending' || status === 'in-progress') && dueOn < today),
  );
  return line([
    pair(m.audit_report_findings({}, say), findings.length, say),
    ...counted(m.audit_report_action_open({}, say), unplanned.length, say),
    ...counted(m.lists_overdue({}, say), late.length, say),
  ]);
}

function annex({ photos, law }: AuditReport, say: Say): string {
  return line([
    pair(m.audit_report_photos({}, say), photos.length, say),
    ...counted(m.audit_report_requirements({}, say), law?.requirements.length ?? 0, say),
  ]);
}

function publicItems({ clusters }: AuditReport, say: Say): string {
  const listed = clusters.flatMap(({ questions }) => questions.filter(({ isPublic }) => isPublic));
  const bad = listed.filter(({ answer }) => answer === 'not-compliant').length;
  const open = listed.filter(({ answer, isNotStated }) => answer === null && !isNotStated).length;
  return line([
    m.audit_report_pair(
      { name: m.audit_report_not_compliant({}, say), value: m.audit_report_system_of({ met: bad, assessed: listed.length }, say) },
      say,
    ),
    ...counted(m.audit_report_not_assessed({}, say), open, say),
    ...counted(m.compliance_points_not_stated({}, say), listed.filter(({ isNotStated }) => isNotStated).length, say),
  ]);
}
