import type { Block } from '~/documents/pdf/block';
import { capital, gradeLabel, small, statusLabel, writeDate } from '~/documents/pdf/labels';
import { m } from '~/paraglide/messages';
import { affectedLabel } from './affected-label';
import { bySeverity, gradeCounts, headline } from './key-findings';
import type { Say } from './labels';
import type { AuditReport } from './schema';
import { shorten } from './shorten';
import { workersOf } from './workers-of';

/** So many findings are on the cover; how many there are of each grade is above them. */
const mostShown = 6;

/** What the reader of the first page has to know: the most serious finding in one sentence, the findings with whom they affect, and what could not be seen. */
export function coverFindings(model: AuditReport, say: Say): Block[] {
  const { findings, audit } = model;
  const workers = workersOf(model);
  const title = m.audit_report_findings({}, say);
  const blocks: Block[] = [{ kind: 'paragraph', text: shorten(headline(model, say), 240), isStrong: true }];
  if (findings.length > 0)
    blocks.push(
      { kind: 'paragraph', text: gradeCounts(model, say), isSmall: true },
      {
        kind: 'table',
        title,
        size: 8,
        columns: [
          { label: m.audit_report_grade({}, say), share: 13 },
          { label: title, share: 47 },
          { label: m.audit_report_affected({}, say), share: 18 },
          { label: m.supplier_report_column_status({}, say), share: 22 },
        ],
        rows: bySeverity(findings)
          .slice(0, mostShown)
          .map(({ no, grade, what, affected, status, dueOn, verifiedOn }) => [
            { text: capital(gradeLabel(grade, say)), strong: grade === 'critical' },
            { text: `${no}  ${shorten(what, 140)}`, strong: grade === 'critical' },
            affectedLabel(affected, { workers, say }),
            {
              text: capital(statusLabel(status, say)),
              ...(verifiedOn !== null
                ? { note: writeDate(verifiedOn, say) }
                : dueOn === null
                  ? {}
                  : { note: m.audit_report_pair({ name: small(m.audit_report_due({}, say)), value: writeDate(dueOn, say) }, say) }),
            },
          ]),
      },
    );
  if (audit.limits.trim() !== '')
    blocks.push(
      { kind: 'paragraph', text: m.audit_report_scope_not_seen({}, say), isStrong: true },
      { kind: 'paragraph', text: shorten(audit.limits, 300) },
    );
  return blocks;
}
