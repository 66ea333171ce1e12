import { kindLabel } from '~/documents/verification/audit-report-kinds';
import { auditReportKinds } from '~/documents/verification/audit-report-kinds';
import type { Say } from '~/audits/report/audit-report/labels';

/** The name of a report's form; a section of answers keeps its key. */
export function formOrKey(key: string, say: Say): string {
  const kind = auditReportKinds.find((each) => each === key);
  return kind ? kindLabel(kind, say) : key;
}
