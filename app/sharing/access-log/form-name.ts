import { kindWord } from '~/reports/audit-report/kind-words';
import { auditReportKinds } from '~/reports/audit-report/vocabulary';
import type { Say } from '~/reports/audit-report/words';

/** What a form is called; a section of answers, which is none, keeps its key. */
export function formOrKey(key: string, say: Say): string {
  const kind = auditReportKinds.find((each) => each === key);
  return kind ? kindWord(kind, say) : key;
}
