import type { EvidenceGrade } from '#scoring';
import { isPoint, isZeroToleranceFinding, pointOfQuestion } from '~/findings/findings/compliance-points.server';
import { methodOfVerification } from '~/findings/findings/finding-lists';
import type { AuditReport } from '~/audits/report/audit-report/schema';

export type ReportFinding = AuditReport['findings'][number];

/**
 * How well findings of a report were checked, for whoever did not make the audit: as the audit was announced, but a document of the supplier where the
 * supplier itself made and shared it.
 */
export function evidenceGradeOf({ announcement }: Pick<AuditReport['audit'], 'announcement'>, isOwnClaim: boolean): EvidenceGrade {
  if (isOwnClaim) return 'document-uploaded';
  return announcement === 'unannounced' ? 'audit-unannounced' : 'audit-announced';
}

/**
 * A finding of a report as columns. People are a number only where the report prints one, and unknown otherwise; a question of another organization's own
 * questionnaire is not asked here, so the finding is filed under its compliance point alone.
 */
export function findingColumns(finding: ReportFinding, report: Pick<AuditReport, 'audit' | 'organization'>) {
  const question = finding.question !== null && pointOfQuestion(finding.question) !== null ? finding.question : null;
  const point = question === null ? null : pointOfQuestion(question);
  const people = finding.affected?.kind === 'people' ? finding.affected.count : null;
  return {
    question,
    compliancePoint: point || (finding.point !== null && isPoint(finding.point) ? finding.point : null),
    ...{ grade: finding.grade, extent: finding.extent, rootCause: finding.rootCause },
    text: finding.howOften === '' ? finding.what : `${finding.what} (${finding.howOften})`,
    ...{ lawReference: finding.legalReference, lawUrl: finding.legalUrl || null, codeReference: finding.codeReference },
    ...{ peopleAffected: people, isPeopleUnknown: people === null, isLegalContext: finding.isLegalContext },
    // Photographs stay in the report, which says who may be seen in them.
    evidenceSeen: finding.evidence.trim() || `${report.audit.number}, ${finding.no}`,
    methods: finding.sources === 'several' ? [] : finding.sources.map((source) => methodOfVerification[source]),
    agreement: finding.agreement === 'single' ? 'single-source' : finding.agreement,
    dueOn: dayOf(finding.dueOn),
  };
}

/** Whether it is filed under what only a sensitive case may contain. No report prints such a finding. */
export const isRestricted = ({ question, point }: ReportFinding): boolean =>
  isZeroToleranceFinding({ question, compliancePoint: point, indicator: null });

export const dayOf = (iso: string | null): Date | null => (iso === null ? null : new Date(`${iso}T00:00:00Z`));

/** The columns of the actions of a finding, as they are when a report brings them. `by`: who attached the report. */
export function actionColumns(finding: ReportFinding, { by, reportDay }: { by: string; reportDay: string }) {
  return finding.actions.map((action) => {
    const isDone = action.status === 'completed' || action.status === 'verified';
    const verifiedOn = action.status === 'verified' ? (action.verifiedOn ?? reportDay) : null;
    return {
      ...{ findingId: finding.id, kind: action.kind, action: action.what, rootCause: action.rootCause, owner: action.responsible || '?' },
      ...{ timescale: action.timescale, dueOn: dayOf(action.dueOn) ?? new Date(), verification: action.verification },
      ...{ agreedBy: action.agreedOn === null ? '' : action.agreedBy, agreedOn: action.agreedBy === '' ? null : dayOf(action.agreedOn) },
      ...{ status: action.status, isFromReport: isDone, createdById: by },
      completedAt: isDone ? dayOf(verifiedOn ?? reportDay) : null,
      verifiedAt: dayOf(verifiedOn),
      verificationSeen: verifiedOn === null ? '' : action.evidence,
    };
  });
}
